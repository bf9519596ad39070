/** What the seat is asked to take down about a row of another system: it brings its place and its number along. */
import type { AskedCase } from '#intake/asked-case.ts';

type Row = {
  id: string;
  name?: string | null;
  area: { name: string };
  position?: { longitude: number; latitude: number } | null;
};
type Of = { theme: string; indicator: string };

/** As long as the number of an order may be. */
const longestNumber = 100;

/** Null for a number of an area: nobody can be sent there. The same row again has the same number. */
export function caseOfRow(
  { theme, indicator }: Of,
  { id, name, area, position }: Row,
): AskedCase | null {
  const externalId = `${theme}:${indicator}:${id}`;
  if (!position || externalId.length > longestNumber) return null;
  return {
    source: 'theme',
    externalId,
    position: { longitude: position.longitude, latitude: position.latitude },
    address: name ?? area.name,
  };
}
