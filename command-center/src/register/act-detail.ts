/** What a row of the journal tells beyond its kind, with the words of the payload translated. */
import type { TFunction } from 'i18next';
import { isJournalKind } from 'grid-data';
import { endWords } from './end-words.ts';

type Vocabulary = (t: TFunction<'register'>, word: string) => string;

const inWords =
  (prefix: string): Vocabulary =>
  (t, word) =>
    t(`${prefix}.${word}`, { defaultValue: word });

const role = inWords('accounts:role');
const state: Vocabulary = (t, word) =>
  t(`journal:states.${word}`, {
    defaultValue: t(`video-health:health.${word}`, { defaultValue: word }),
  });

/** Which list of words a payload's field is from; what is not named here stands as it came. */
const vocabularies: Record<string, Vocabulary> = {
  from: state,
  to: state,
  state,
  move: inWords('desk:move'),
  level: inWords('desk:escalation'),
  during: inWords('desk:rules.during'),
  kind: inWords('instructions'),
  role,
  fromRole: role,
  toRole: role,
  purpose: inWords('cameras:purpose'),
  post: inWords('duty:post'),
  transport: inWords('video:transport'),
  source: inWords('incidents:source'),
  outcome: inWords('intake:outcome'),
  what: inWords('case-rules:what'),
  legalBasis: inWords('recordings:basis'),
  masking: inWords('recordings:masking'),
  change: inWords('ptz:change'),
  command: inWords('ptz:command'),
  end: inWords('ptz:end'),
  turn: inWords('ptz:turn'),
  trouble: inWords('ptz:trouble'),
  reason: endWords,
};

/** Empty where the kind says it all. */
export function actDetail(t: TFunction<'register'>, kind: string, payload: unknown): string {
  if (!isJournalKind(kind)) return '';
  const fields = Object.entries((payload ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name,
    wordsOf(t, name, value),
  ]);
  return String(t(`detail.${kind}`, Object.fromEntries(fields))).trim();
}

function wordsOf(t: TFunction<'register'>, name: string, value: unknown): unknown {
  if (typeof value === 'string') return vocabularies[name]?.(t, value) ?? value;
  if (name === 'changes') return changesInWords(t, value as Change[]);
  if (name === 'found') return countsInWords(t, value as Record<string, number>);
  return value ?? '';
}

type Change = { field: string; from: unknown; to: unknown };

/** What a correction has put right. */
function changesInWords(t: TFunction<'register'>, changes: readonly Change[]): string {
  const parts = changes.map(
    ({ field, from, to }) => `${t(`journal:corrected.${field}`)} ${from ?? '—'} → ${to ?? '—'}`,
  );
  return parts.join(' · ');
}

/** What a round of the sweep found: so many of each. */
function countsInWords(t: TFunction<'register'>, found: Record<string, number>): string {
  const parts = Object.entries(found).map(
    ([health, count]) => `${t(`video-health:health.${health}`, { defaultValue: health })} ${count}`,
  );
  return parts.join(' · ');
}
