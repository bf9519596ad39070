/** What waits for whom at the desk: each list with what lies in it and whose it is. */
import { z } from 'zod';
import { incidentSources } from '../incident-source.ts';
import { incidentStates, isOpenState, type IncidentState } from '../incident.ts';
import type { Permission } from '../roles.ts';

export type Worklist = {
  key: string;
  states: readonly IncidentState[];
  /** Besides the state; see the statement that counts them. */
  only?:
    | 'request-open'
    | 'check-failed'
    | 'check-not-failed'
    | 'supervised'
    | 'amber'
    | 'overdue'
    | 'stage-overdue';
  /** Shown to whoever holds one of these rights. */
  of: readonly Permission[];
};

const open = incidentStates.filter(isOpenState);
/** The clock of disposal stops with the feedback; what is suspended is not counted. */
const running = open.filter(
  (state) => !['suspended', 'feedback', 'checking', 'checked'].includes(state),
);
/** Where a stage has a limit of its own; what is disposed of has that of the whole. */
const staged = open.filter((state) => !['processing', 'suspended'].includes(state));
const desk = [
  'incident.accept',
  'incident.register',
  'incident.dispatch',
  'incident.dispose',
  'case.supervise',
] as const;

// prettier-ignore
export const worklists = [
  { key: 'to-accept', states: ['reported'], of: ['incident.accept'] },
  { key: 'to-verify', states: ['verifying'], of: ['incident.accept'] },
  { key: 'to-register', states: ['accepted'], of: ['incident.register', 'incident.accept'] },
  { key: 'to-dispatch', states: ['registered'], of: ['incident.dispatch'] },
  { key: 'to-sign', states: ['dispatched'], of: ['incident.dispose'] },
  { key: 'in-hand', states: ['processing'], of: ['incident.dispose'] },
  { key: 'requests', states: ['processing'], only: 'request-open', of: ['incident.dispatch', 'incident.register', 'case.supervise'] },
  { key: 'fed-back', states: ['feedback'], of: ['incident.accept', 'incident.dispatch'] },
  { key: 'to-check', states: ['checking'], only: 'check-not-failed', of: ['incident.accept'] },
  { key: 'check-failed', states: ['checking'], only: 'check-failed', of: ['incident.dispatch'] },
  { key: 'to-close', states: ['checked'], of: ['incident.register'] },
  { key: 'suspended', states: ['suspended'], of: ['incident.register', 'case.supervise', 'incident.dispose'] },
  { key: 'supervised', states: open, only: 'supervised', of: desk },
  { key: 'amber', states: running, only: 'amber', of: desk },
  { key: 'overdue', states: running, only: 'overdue', of: desk },
  { key: 'stage-overdue', states: staged, only: 'stage-overdue', of: desk },
  { key: 'closed', states: ['closed'], of: ['incident.accept', 'incident.register'] },
  { key: 'open', states: open, of: desk },
] as const satisfies readonly Worklist[];

export type WorklistKey = (typeof worklists)[number]['key'];
export const worklistKeys: readonly WorklistKey[] = worklists.map(({ key }) => key);

export function worklistOf(key: WorklistKey): Worklist {
  return worklists.find((list) => list.key === key) as Worklist;
}

/** The lists of whoever holds these rights, in the order of the loop. */
export function worklistsFor(permissions: ReadonlySet<Permission>): readonly WorklistKey[] {
  const lists: readonly (Worklist & { key: WorklistKey })[] = worklists;
  return lists.filter(({ of }) => of.some((right) => permissions.has(right))).map(({ key }) => key);
}

/** What somebody wants to see of a list; an empty one narrows nothing. */
export const worklistFilterSchema = z.object({
  areaCode: z.string().max(12).nullable().default(null),
  classCodes: z.array(z.string().max(12)).max(50).default([]),
  grades: z.array(z.number().int().min(1).max(4)).max(4).default([]),
  sources: z.array(z.enum(incidentSources)).default([]),
  departmentCode: z.string().max(60).nullable().default(null),
});
export type WorklistFilter = z.infer<typeof worklistFilterSchema>;
export const wholeWorklist: WorklistFilter = worklistFilterSchema.parse({});
