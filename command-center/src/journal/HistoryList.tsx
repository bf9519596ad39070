import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { CorrectedWords } from './CorrectedWords.tsx';
import styles from './HistoryList.module.css';

type HistoryEntry = {
  seq: number;
  at: string;
  kind: string;
  actorName?: string | null;
  payload?: unknown;
};

/** Who did what when, oldest first, as the journal has it. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation('journal');
  if (entries.length === 0) return <p className={styles.none}>{t('none')}</p>;
  return (
    <ol className={styles.history}>
      {entries.map(({ seq, at, kind, actorName, payload }) => (
        <li key={seq} className={styles.entry}>
          <time dateTime={at}>{clockWords(new Date(at), 'full')}</time>
          <span>
            <WhatWords kind={kind} payload={payload} />
            <StateWords payload={payload} />
            {kind === 'incident.corrected' ? (
              <CorrectedWords {...(payload as ComponentProps<typeof CorrectedWords>)} />
            ) : null}
          </span>
          {actorName ? <span className={styles.actor}>{actorName}</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** The move by its name where the journal has it, else the kind of the row. */
function WhatWords({ kind, payload }: { kind: string; payload: unknown }) {
  const { t } = useTranslation('journal');
  const { move } = (payload ?? {}) as { move?: unknown };
  const kindWords = t(`kinds.${kind}`, { defaultValue: kind });
  // The move itself stands beside it.
  if (kind === 'incident.photographed') return kindWords;
  return typeof move === 'string' ? t(`desk:move.${move}`, { defaultValue: kindWords }) : kindWords;
}

function StateWords({ payload }: { payload: unknown }) {
  const { t } = useTranslation('journal');
  const { to, state, note } = (payload ?? {}) as { to?: unknown; state?: unknown; note?: unknown };
  const reached = typeof to === 'string' ? to : typeof state === 'string' ? state : null;
  return (
    <>
      {reached ? ` → ${t(`states.${reached}`, { defaultValue: reached })}` : null}
      {typeof note === 'string' && note ? <q className={styles.note}>{note}</q> : null}
    </>
  );
}
