/** Indicators and places of another system of the city (民政, 市场监管 …): one JSON document a theme. */
import { z } from 'zod';
import { leastPeopleTold } from '../population-figure.ts';

const areaCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/);
const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const themeDocument = z.object({
  theme: code,
  name: z.string().min(1).max(40),
  /** Whose system it is. */
  source: z.string().min(1).max(80),
  illustrative: z.boolean().default(false),
  asOf: z.iso.datetime({ offset: true }),
  /** How long it stays true: longer ago it is called stale. */
  goodForHours: z
    .number()
    .positive()
    .max(24 * 366),
  indicators: z
    .array(
      z.object({
        code,
        name: z.string().min(1).max(40),
        unit: z.string().max(10),
        /** About persons: numbers below five are not told. */
        sensitive: z.boolean().default(false),
        /** Either a number for each area, or places, which are counted. */
        areas: z
          .array(z.object({ areaCode, value: z.number().min(0) }))
          .max(5_000)
          .optional(),
        places: z
          .array(
            z.object({
              id: z.string().min(1).max(80),
              name: z.string().min(1).max(120),
              areaCode,
              longitude: z.number().min(-180).max(180),
              latitude: z.number().min(-90).max(90),
            }),
          )
          .max(5_000)
          .optional(),
      }),
    )
    .min(1)
    .max(30)
    .refine(
      (all) => all.every(({ areas, places }) => (areas === undefined) !== (places === undefined)),
      'an indicator has either areas or places',
    )
    .refine(
      (all) => all.every(({ sensitive, places }) => !sensitive || places === undefined),
      'places are no sensitive numbers: they would point at persons',
    ),
});
export type ThemeDocument = z.output<typeof themeDocument>;
export type ThemeIndicator = ThemeDocument['indicators'][number];

type AreaValue = { areaCode: string; value: number };

/**
 * The areas whose number is not told: all below five, and with them the smallest of their neighbours, until nothing below
 * five can be worked out from the sum of all. Decided for the whole document, so that no other question tells it.
 */
export function withheldAreas(values: readonly AreaValue[]): ReadonlySet<string> {
  const withheld = new Set<string>();
  for (const group of groupsOf(values)) {
    const ordered = group.toSorted((a, b) => a.value - b.value);
    for (const { areaCode: each, value } of ordered) {
      const small = value > 0 && value < leastPeopleTold;
      if (small || !isSafe(hiddenOf(group, withheld))) withheld.add(each);
    }
  }
  return withheld;
}

/** The sum of what lies in an area, or null where it must not be told. */
export function sumTold(
  values: readonly AreaValue[],
  withheld: ReadonlySet<string>,
  ofArea: string,
): number | null {
  const inside = values.filter((each) => each.areaCode.startsWith(ofArea));
  if (inside.length === 1 && inside[0]!.areaCode === ofArea) {
    return withheld.has(ofArea) ? null : inside[0]!.value;
  }
  const safe = groupsOf(inside).every((group) => isSafe(hiddenOf(group, withheld)));
  return safe ? inside.reduce((sum, { value }) => sum + value, 0) : null;
}

/** Areas of the same parent. */
function groupsOf(values: readonly AreaValue[]): AreaValue[][] {
  return [...Map.groupBy(values, (each) => each.areaCode.slice(0, -3)).values()];
}

function hiddenOf(group: readonly AreaValue[], withheld: ReadonlySet<string>): AreaValue[] {
  return group.filter((each) => withheld.has(each.areaCode));
}

function isSafe(hidden: readonly AreaValue[]): boolean {
  const sum = hidden.reduce((all, { value }) => all + value, 0);
  return hidden.length === 0 || (hidden.length > 1 && sum >= leastPeopleTold);
}
