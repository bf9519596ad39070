import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Send } from 'lucide-react';
import { useClassName } from '#words/use-class-name.ts';
import { outbox, sendNow } from '../field-parts.ts';
import { UnitField } from '../lookup/UnitField.tsx';
import { PlaceField } from '../place/PlaceField.tsx';
import { usePlace } from '../place/use-place.ts';
import { PhotoStrip } from '../photos/PhotoStrip.tsx';
import type { Worker } from '../session/worker-session.ts';
import { TextField } from '../ui/TextField.tsx';
import { ClassChooser } from './ClassChooser.tsx';
import { ComponentField } from './ComponentField.tsx';
import { CorrectionLine } from './CorrectionLine.tsx';
import { emptyDraft, rememberClass, type ReportDraft } from './report-draft.ts';
import { entriesOfReport } from './report-entries.ts';
import { componentClassOf } from './near-components.ts';
import { useClasses } from './use-classes.ts';
import { useDraft } from './use-draft.ts';
import styles from './Report.module.css';

type Said = 'kept' | 'storage-full' | 'storage-broken' | null;

/** A photo, a class, a tap: the place comes from the phone. */
export function ReportTab({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const className = useClassName();
  const classes = useClasses();
  const [draft, write] = useDraft(worker.userId);
  const found = usePlace();
  const [said, setSaid] = useState<Said>(null);
  const place = draft.place ?? found.place;
  const chosen = classes.find(({ code }) => code === draft.classCode);
  const componentClass = chosen ? componentClassOf(chosen) : null;
  const missing = !chosen ? 'class' : !place ? 'place' : null;
  const change = (part: Partial<ReportDraft>): void => {
    setSaid(null);
    write({ ...draft, ...part });
  };

  const keep = async (): Promise<void> => {
    if (!chosen || !place) return;
    const position = { longitude: place.longitude, latitude: place.latitude };
    const made = entriesOfReport(draft, {
      userId: worker.userId,
      title: className(chosen),
      position,
    });
    const { corrects } = draft;
    const kept =
      corrects === null ? await outbox.keep(made) : await outbox.keepCorrected(corrects, made);
    setSaid(kept.kept ? 'kept' : kept.reason);
    if (!kept.kept) return;
    rememberClass(chosen.code);
    write(draft.parked ?? emptyDraft);
    void sendNow();
  };

  return (
    <form
      className={styles.report}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <CorrectionLine draft={draft} onLeave={() => write(draft.parked ?? emptyDraft)} />
      <PhotoStrip photos={draft.photos} onChange={(photos) => change({ photos })} />
      <ClassChooser
        classes={classes}
        chosen={draft.classCode}
        onChoose={(classCode) => change({ classCode, component: null })}
      />
      <PlaceField
        found={found}
        place={place}
        area={worker.area}
        onCorrect={(corrected) => change({ place: corrected })}
      />
      {componentClass !== null && place ? (
        <ComponentField
          componentClass={componentClass}
          place={place}
          chosen={draft.component}
          onChoose={(component) => change({ component })}
        />
      ) : null}
      <UnitField unit={draft.keyUnit} onChoose={(keyUnit) => change({ keyUnit })} />
      <TextField
        label={t('report.description')}
        rows={2}
        maxLength={4000}
        value={draft.description}
        onWrite={(description) => change({ description })}
      />
      <div className={styles.foot}>
        {said === null ? null : (
          <p role="status" data-said={said} className={styles[said === 'kept' ? 'kept' : 'lost']}>
            {t(`report.said.${said}`)}
          </p>
        )}
        <button type="submit" className={styles.send} disabled={missing !== null}>
          <Send size="1.2em" aria-hidden />
          {missing === null
            ? t('report.send', { title: chosen ? className(chosen) : '' })
            : t(`report.missing.${missing}`)}
        </button>
      </div>
    </form>
  );
}
