import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldCaseFragment } from '#gis/generated/graphql.ts';
import { outbox, sendNow } from '../field-parts.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { withPhotos } from '../outbox/with-photos.ts';
import { PhotoStrip } from '../photos/PhotoStrip.tsx';
import type { DraftPhoto } from '../report/report-draft.ts';
import type { Worker } from '../session/worker-session.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CasePictures } from './CasePictures.tsx';
import { fieldMoves, inputOf, missingNeed, noWords, type FieldMove } from './field-moves.ts';
import { MoveNeeds } from './MoveNeeds.tsx';
import fieldStyles from '../ui/Field.module.css';
import styles from './Cases.module.css';

const SpotMap = lazy(() => import('../place/SpotMap.tsx').then((m) => ({ default: m.SpotMap })));

type CaseSheetProps = {
  of: FieldCaseFragment;
  worker: Worker;
  pending: OutboxEntry | null;
  onDone: () => void;
  onClose: () => void;
};

/** One case, and what its worker may do with it: kept at once, sent when there is a line. */
export function CaseSheet({ of, worker, pending, onDone, onClose }: CaseSheetProps) {
  const { t } = useTranslation('field');
  const [move, setMove] = useState<FieldMove | null>(null);
  const [words, setWords] = useState(noWords);
  const [photos, setPhotos] = useState<readonly DraftPhoto[]>([]);
  const [lost, setLost] = useState<'storage-full' | 'storage-broken' | null>(null);
  const moves = fieldMoves(of);
  const missing = move ? missingNeed(move, words, photos.length) : null;

  const keep = async (taken: FieldMove): Promise<void> => {
    const kept = await outbox.keep(
      withPhotos(
        {
          photos,
          userId: worker.userId,
          title: `${t(`desk:move.${taken.move}`)} · ${of.title}`,
        },
        (ids) => ({ kind: 'move', input: inputOf(of, taken, words), photos: ids }),
      ),
    );
    if (!kept.kept) return setLost(kept.reason);
    onClose();
    await sendNow();
    onDone();
  };

  return (
    <Sheet title={of.title} onClose={onClose}>
      <div className={styles.case} data-case={of.id}>
        <CaseFacts of={of} />
        <CasePictures photos={of.photos} sides={['before', 'after']} />
        <Suspense fallback={<p className={styles.none}>{t('place.mapComes')}</p>}>
          <SpotMap key={of.id} spot={of.position} />
        </Suspense>
        {pending ? (
          <p className={styles.pending}>{t('cases.pending', { title: pending.title })}</p>
        ) : moves.length === 0 ? (
          <p className={styles.none}>{t('cases.nothing')}</p>
        ) : (
          <div className={`${fieldStyles.choices} ${styles.moves}`}>
            {moves.map((each) => (
              <button
                key={each.move}
                type="button"
                data-move={each.move}
                aria-pressed={move?.move === each.move}
                onClick={() => setMove(each)}
              >
                {t(`desk:move.${each.move}`)}
              </button>
            ))}
          </div>
        )}
        {move && !pending ? (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void keep(move);
            }}
          >
            <MoveNeeds of={of} move={move} words={words} onWrite={setWords} />
            <PhotoStrip photos={photos} onChange={setPhotos} />
            {lost ? <p role="alert">{t(`report.said.${lost}`)}</p> : null}
            <button type="submit" className={styles.take} disabled={missing !== null}>
              {missing === null
                ? t('cases.take', { move: t(`desk:move.${move.move}`) })
                : t(`cases.missing.${missing}`)}
            </button>
          </form>
        ) : null}
      </div>
    </Sheet>
  );
}
