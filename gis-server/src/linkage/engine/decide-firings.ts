/** Which events fire which rules, which are more of the same, and which go round in a circle: no database, no clock. */
import { setsOff, type LinkageEvent } from 'grid-data';
import type { FiringRecord, RuleRecord } from '../linkage-record.ts';

/** An event with the rules whose effects led to it. */
export type Heard = { event: LinkageEvent; chain: readonly string[] };

export type Decision =
  | { kind: 'fire'; rule: RuleRecord; heard: Heard; place: string }
  | { kind: 'merge'; rule: RuleRecord; heard: Heard; into: number | string }
  | { kind: 'stop'; rule: RuleRecord; heard: Heard };

/** A firing that may take in more: one of the database by its id, one decided just now by its place among decisions. */
type Open = { id: string | number; rule: string; place: string; grade: number; firedMs: number };

/** More rules in a row than this are a circle that none of them closes alone. */
export const longestChain = 4;

/** Gravity of what has no grade. */
export const noGrade = 9;

export function gradeOf(event: LinkageEvent): number {
  return event.kind === 'incident' ? event.grade : noGrade;
}

/** Firings are merged by village: what lies farther apart is another place to look at. */
export function placeOf({ areaCode }: { areaCode: string }): string {
  return areaCode.slice(0, 12);
}

export type Ground = {
  rules: readonly RuleRecord[];
  /** Oldest first. */
  recent: readonly FiringRecord[];
  /** When an event is judged: now, or when it came where yesterday is played again. */
  judgedAt: (event: LinkageEvent) => Date;
};

export function decideFirings(
  heard: readonly Heard[],
  { rules, recent, judgedAt }: Ground,
): Decision[] {
  const decisions: Decision[] = [];
  const stopped = new Set<string>();
  const open: Open[] = recent.map((firing) => ({
    id: firing.id,
    rule: firing.ruleId,
    place: placeOf(firing),
    grade: firing.grade,
    firedMs: firing.firedAt.getTime(),
  }));
  for (const each of heard) {
    const nowMs = judgedAt(each.event).getTime();
    for (const rule of rules) {
      if (stopped.has(rule.id) || each.event.seq <= rule.sinceSeq) continue;
      if (!setsOff(rule, each.event)) continue;
      if (goesRound(rule, each)) {
        stopped.add(rule.id);
        decisions.push({ kind: 'stop', rule, heard: each });
        continue;
      }
      const into = takerOf(rule, each.event, { open, nowMs });
      if (into === null) {
        const place = placeOf(each.event);
        open.push({
          id: decisions.length,
          rule: rule.id,
          place,
          grade: gradeOf(each.event),
          firedMs: nowMs,
        });
        decisions.push({ kind: 'fire', rule, heard: each, place });
      } else decisions.push({ kind: 'merge', rule, heard: each, into: into.id });
    }
  }
  return decisions;
}

/** A rule met again in the chain of its own consequences, or a chain that is longer than anybody meant. */
function goesRound({ id }: RuleRecord, { chain }: Heard): boolean {
  return chain.includes(id) || chain.length >= longestChain;
}

/** The firing that takes this in; a graver event than it has is never hidden in it. */
function takerOf(
  { id, rule }: RuleRecord,
  event: LinkageEvent,
  { open, nowMs }: { open: readonly Open[]; nowMs: number },
): Open | null {
  const takers = open.filter((each) => each.rule === id && each.grade <= gradeOf(event));
  const near = takers.findLast(
    ({ place, firedMs }) => place === placeOf(event) && nowMs - firedMs < rule.mergeSeconds * 1000,
  );
  if (near !== undefined) return near;
  const ofMinute = open.filter((each) => each.rule === id && nowMs - each.firedMs < 60_000);
  return ofMinute.length < rule.mostPerMinute ? null : (takers.at(-1) ?? null);
}
