/** Limits that draw near or are missed, told to whom the rota names; heard by the desk of whoever that is. */
import type { EscalationLevel } from 'grid-data';
import type { JournalEntry } from '#journal/journal-state.ts';

export type Escalation = {
  incidentId: string;
  level: EscalationLevel;
  title: string;
  place: string;
  dueAt: string;
  told: readonly { role: string; name: string | null }[];
};

/** As the feed tells it, or as it is asked for when a desk opens. */
type Heard = Pick<JournalEntry, 'kind' | 'payload'> & {
  incident?: Pick<
    NonNullable<JournalEntry['incident']>,
    'id' | 'title' | 'address' | 'area'
  > | null;
};
type Who = { role: string; displayName: string };

/** Null where it is not for this desk: another role's, or another person's of the same role who is on duty. */
export function escalationFor({ kind, incident, payload }: Heard, who: Who): Escalation | null {
  if (kind !== 'incident.escalated' || !incident) return null;
  const { level, told, dueAt } = payload as Pick<Escalation, 'level' | 'told' | 'dueAt'>;
  const isMine = told.some(
    ({ role, name }) =>
      role === who.role && (role === 'department' || name === null || name === who.displayName),
  );
  if (!isMine) return null;
  const { id, title, address, area } = incident;
  return { incidentId: id, level, title, place: address || area.name, dueAt, told };
}

/** One line a limit, of the case and of its stage, with the newest word of it; the most are those that one desk can act on. */
export function withEscalation(
  known: readonly Escalation[],
  next: Escalation,
): readonly Escalation[] {
  const others = known.filter((line) => limitMark(line) !== limitMark(next));
  return [next, ...others].slice(0, mostShown);
}

const mostShown = 20;

/** The limit of a stage is another than that of the case. */
export const limitMark = ({ incidentId, level }: Escalation): string =>
  `${incidentId} ${level === 'stage' ? 'stage' : 'case'}`;

/** One word of one limit: a later level of the same, or another limit, is news again. */
export const seenMark = ({ incidentId, level, dueAt }: Escalation): string =>
  `${incidentId} ${level} ${dueAt}`;
