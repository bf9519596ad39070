/** What rules are judged by: a row of the journal, as far as rules know it. */
import type { JournalKind } from '../journal-kinds.ts';
import type { IncidentHappening, LinkageRule, UnitHappening } from './linkage-rule.ts';
import { liesInWindow } from './linkage-time.ts';

type Position = { longitude: number; latitude: number };

export type LinkageEvent = {
  seq: number;
  at: Date;
  areaCode: string;
  position: Position | null;
} & (
  | {
      kind: 'incident';
      happening: IncidentHappening;
      incidentId: string;
      classCode: string;
      grade: number;
      source: string;
      title: string;
    }
  | { kind: 'camera'; cameraId: string; becomes: string }
  /** Seen by the clock or by the positions of units on behalf of one rule. */
  | { kind: 'noticed'; ruleId: string; what: UnitHappening | 'time'; unitId: string | null }
);

type Row = {
  seq: number;
  at: Date;
  kind: JournalKind;
  areaCode: string;
  subjectId: string;
  position: Position | null;
  payload: Record<string, unknown>;
};

/** Kinds of rows that may set off a rule. */
export const triggerKinds = [
  'incident.reported',
  'incident.overdue',
  'camera.state-changed',
  'camera.health-changed',
  'linkage.noticed',
] as const satisfies readonly JournalKind[];

export function linkageEventOf(row: Row): LinkageEvent | null {
  const { seq, at, areaCode, position, subjectId, payload } = row;
  const of = { seq, at, areaCode, position };
  const text = (key: string): string => String(payload[key] ?? '');
  switch (row.kind) {
    case 'incident.reported':
    case 'incident.overdue':
      return {
        ...of,
        kind: 'incident',
        happening: row.kind === 'incident.reported' ? 'reported' : 'overdue',
        incidentId: subjectId,
        classCode: text('classCode'),
        grade: Number(payload['grade']),
        source: text('source'),
        title: text('title'),
      };
    case 'camera.state-changed':
    case 'camera.health-changed':
      return { ...of, kind: 'camera', cameraId: subjectId, becomes: text('to') };
    case 'linkage.noticed':
      return {
        ...of,
        kind: 'noticed',
        ruleId: text('ruleId'),
        what: text('what') as UnitHappening | 'time',
        unitId: typeof payload['unitId'] === 'string' ? payload['unitId'] : null,
      };
    default:
      return null;
  }
}

export type PlacedRule = { id: string; areaCode: string; rule: LinkageRule };

/** Whether this sets off that rule: what, where and when. Quiet hours change what it does, not whether it fires. */
export function setsOff({ id, areaCode, rule }: PlacedRule, event: LinkageEvent): boolean {
  if (!event.areaCode.startsWith(areaCode)) return false;
  if (!isOfKind(id, rule, event)) return false;
  if (rule.where.length > 0 && !rule.where.some((code) => event.areaCode.startsWith(code))) {
    return false;
  }
  return rule.during.length === 0 || rule.during.some((window) => liesInWindow(window, event.at));
}

export function isQuiet({ quiet }: LinkageRule, at: Date): boolean {
  return quiet !== null && liesInWindow(quiet, at);
}

function isOfKind(ruleId: string, { when }: LinkageRule, event: LinkageEvent): boolean {
  if (event.kind === 'noticed') return event.ruleId === ruleId;
  if (when.kind === 'camera') return event.kind === 'camera' && names(when.becomes, event.becomes);
  if (when.kind !== 'incident' || event.kind !== 'incident') return false;
  return (
    when.happening === event.happening &&
    (when.classCodes.length === 0 ||
      when.classCodes.some((code) => event.classCode.startsWith(code))) &&
    (when.grades.length === 0 || names(when.grades, event.grade)) &&
    (when.sources.length === 0 || names(when.sources, event.source))
  );
}

function names(words: readonly (string | number)[], word: string | number): boolean {
  return words.some((each) => each === word);
}
