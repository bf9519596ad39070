/** Whose a case is by its grid cells: what is mine now, or mine because I stand in, comes first. */
import type { FieldChargesQuery } from '#gis/generated/graphql.ts';

export type Charge = FieldChargesQuery['myCharges'][number];
type Cell = { gridSystem: string; code: string } | null | undefined;
type Placed = { governanceGridCell?: Cell; unitGridCell?: Cell };

/** The viewer's charge over the case, or null where it is somebody else's. */
export function chargeOf(of: Placed, charges: readonly Charge[]): Charge | null {
  const cells = [of.governanceGridCell, of.unitGridCell];
  return (
    charges.find(
      ({ inCharge, gridSystem, code }) =>
        inCharge && cells.some((cell) => cell?.gridSystem === gridSystem && cell.code === code),
    ) ?? null
  );
}

/** Those in one's charge before the others, each in the order that they came. */
export function inChargeFirst<Case extends Placed>(
  cases: readonly Case[],
  charges: readonly Charge[],
): Case[] {
  const mine = (of: Case): number => (chargeOf(of, charges) === null ? 1 : 0);
  return cases.toSorted((a, b) => mine(a) - mine(b));
}
