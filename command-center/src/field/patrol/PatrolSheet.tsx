import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClassName } from '#words/use-class-name.ts';
import cases from '../cases/Cases.module.css';
import { outbox, sendNow } from '../field-parts.ts';
import { PlaceField } from '../place/PlaceField.tsx';
import type { FoundPlace } from '../place/find-place.ts';
import { usePlace } from '../place/use-place.ts';
import { useClasses } from '../report/use-classes.ts';
import type { Worker } from '../session/worker-session.ts';
import { Sheet } from '../ui/Sheet.tsx';
import fieldStyles from '../ui/Field.module.css';
import { CheckField } from './CheckField.tsx';
import { checkOf, entriesOfPatrol, missingOf, type PatrolDraft } from './patrol-draft.ts';
import styles from './Patrol.module.css';

type PatrolSheetProps = {
  worker: Worker;
  draft: PatrolDraft;
  onWrite: (draft: PatrolDraft | null) => void;
  onDone: () => void;
  onClose: () => void;
};

/** One round: each item by a tap; what is wrong with words, a picture and, by one more tap, a report. */
export function PatrolSheet({ worker, draft, onWrite, onDone, onClose }: PatrolSheetProps) {
  const { t } = useTranslation('field');
  const whereId = useId();
  const nameOf = useClassName();
  const classes = useClasses();
  const found = usePlace();
  const [corrected, setCorrected] = useState<FoundPlace | null>(null);
  const [lost, setLost] = useState<'storage-full' | 'storage-broken' | null>(null);
  const [sure, setSure] = useState(false);
  const place = corrected ?? found.place;
  const missing = missingOf(draft, place !== null);
  const done = draft.list.items.filter(({ code }) => checkOf(draft, code).finding !== null).length;

  const keep = async (): Promise<void> => {
    const kept = await outbox.keep(
      entriesOfPatrol(draft, {
        userId: worker.userId,
        title: `${nameOf(draft.list)} · ${draft.place}`,
        nameOf,
        classNameOf: (code) => {
          const known = classes.find((each) => each.code === code);
          return known ? nameOf(known) : code;
        },
        position: place ? { longitude: place.longitude, latitude: place.latitude } : null,
      }),
    );
    if (!kept.kept) return setLost(kept.reason);
    onWrite(null);
    onClose();
    await sendNow();
    onDone();
  };

  return (
    <Sheet title={nameOf(draft.list)} onClose={onClose}>
      <form
        className={cases.case}
        data-patrol={draft.list.code}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <div className={fieldStyles.field}>
          <label htmlFor={whereId}>{t(`patrol.where.${draft.list.kind}`)}</label>
          <input
            id={whereId}
            maxLength={80}
            value={draft.place}
            onChange={({ target }) => onWrite({ ...draft, place: target.value })}
          />
        </div>
        <PlaceField
          found={found}
          place={place}
          area={worker.area}
          onCorrect={(by) => setCorrected(by)}
        />
        {draft.list.items.map((item) => (
          <CheckField
            key={item.code}
            item={item}
            check={checkOf(draft, item.code)}
            classes={classes}
            onChange={(check) =>
              onWrite({ ...draft, checks: { ...draft.checks, [item.code]: check } })
            }
          />
        ))}
        {lost ? <p role="alert">{t(`report.said.${lost}`)}</p> : null}
        <button type="submit" className={cases.take} disabled={missing !== null}>
          {missing === null
            ? t('patrol.finish')
            : t(`patrol.missing.${missing}`, { done, all: draft.list.items.length })}
        </button>
        <button
          type="button"
          className={styles.drop}
          onClick={() => {
            if (!sure) return setSure(true);
            onWrite(null);
            onClose();
          }}
        >
          {t(sure ? 'patrol.dropSure' : 'patrol.drop')}
        </button>
      </form>
    </Sheet>
  );
}
