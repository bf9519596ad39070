/** Which unit goes best to a case: who is on duty and knows the trade first, then who is there soonest with least in hand. */
import type { CameraPurpose } from '../camera.ts';

export type UnitToRank = {
  kind: string;
  departmentCode: string | null;
  onDuty: boolean;
  /** Cases that it has in hand now. */
  load: number;
  /** By road from where it is; null where no road leads or its place is not known. */
  travelSeconds: number | null;
};

export type CaseToServe = { departmentCode: string | null; purposes: readonly CameraPurpose[] };

/** `own`: of the department that holds the case. `trade`: its kind serves what the class is about. */
export type UnitSkill = 'own' | 'trade' | 'none';

/** Which kinds of units serve which ends; ours, as no standard names it. */
const tradesOf: Partial<Record<CameraPurpose, readonly string[]>> = {
  'city-management': ['city-management', 'sanitation', 'grid-team'],
  traffic: ['traffic'],
  'public-security': ['police-patrol', 'grid-team'],
  emergency: ['fire', 'medical'],
  'flood-control': ['water'],
  'forest-fire': ['forestry', 'fire'],
};

export function skillOf(unit: UnitToRank, served: CaseToServe): UnitSkill {
  if (unit.departmentCode !== null && unit.departmentCode === served.departmentCode) return 'own';
  const fits = served.purposes.some((purpose) => tradesOf[purpose]?.includes(unit.kind));
  return fits ? 'trade' : 'none';
}

/** What is in hand delays by so much each: ours, said on screen. */
export const secondsPerCaseInHand = 20 * 60;

const ranks: Record<UnitSkill, number> = { own: 0, trade: 1, none: 2 };

/** Best first. */
export function rankUnits<Unit extends UnitToRank>(
  units: readonly Unit[],
  served: CaseToServe,
): (Unit & { skill: UnitSkill })[] {
  const known = units.map((unit) => ({ ...unit, skill: skillOf(unit, served) }));
  return known.toSorted(
    (a, b) =>
      Number(b.onDuty) - Number(a.onDuty) ||
      ranks[a.skill] - ranks[b.skill] ||
      delayOf(a) - delayOf(b),
  );
}

function delayOf({ travelSeconds, load }: UnitToRank): number {
  return (travelSeconds ?? 86_400) + load * secondsPerCaseInHand;
}
