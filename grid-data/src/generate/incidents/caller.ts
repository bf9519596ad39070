/** Who called the hotline about a past incident, and what they said when they were called back. */
import type { CallBackOutcome } from '#domain/reporter.ts';
import type { Random } from '../random.ts';
import type { CallBackRow, IncidentRow } from '../rows.ts';
import { madeUpName } from '../things/people.ts';

const shares: readonly [outcome: CallBackOutcome, share: number, answer: string][] = [
  ['satisfied', 0.86, '已告知处置结果，来电人表示满意。'],
  ['not-satisfied', 0.07, '来电人认为问题还会反复，已转责任部门跟进。'],
  ['not-reached', 0.07, '三次拨打无人接听。'],
];

type Called = Pick<IncidentRow, 'source' | 'closedAt'>;

/** A local number begins with no 0: this one is nobody's. */
export function callerOf({ source }: Called, random: Random): IncidentRow['caller'] {
  if (source !== 'hotline') return null;
  const digits = String(random.below(1_000_000)).padStart(6, '0');
  return { name: madeUpName(random), telephone: `0738-0${digits}` };
}

/** Some hours after the case was closed, where that is past. */
export function callBackOf(
  { source, closedAt }: Called,
  now: Date,
  random: Random,
): CallBackRow | null {
  if (source !== 'hotline' || closedAt === null) return null;
  const at = new Date(closedAt.getTime() + Math.round(random.between(0.5, 20) * 3_600_000));
  if (at > now) return null;
  let left = random.next();
  for (const [outcome, share, answer] of shares) {
    left -= share;
    if (left < 0) return { at, outcome, answer };
  }
  return null;
}
