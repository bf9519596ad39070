import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { liesWithin } from '#domain/area.ts';
import type { IncidentSource } from '#domain/incident-source.ts';
import type { LifeAccount } from './accounts.ts';

const spot = z.object({
  classCode: z.string().min(1),
  title: z.string().min(1),
  longitude: z.number(),
  latitude: z.number(),
  areaCode: z.string(),
  address: z.string().nullable().default(null),
});
export type IncidentSpot = z.infer<typeof spot>;

export function readSpots(file: string): IncidentSpot[] {
  return z.array(spot).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export type Sighting = { spot: IncidentSpot; reporter: LifeAccount };

/** How word comes in through people of a role; who may not report says nothing. */
const sourceByRole: Partial<Record<string, IncidentSource>> = {
  'grid-worker': 'grid-worker',
  'village-officer': 'public-report',
  'town-monitor': 'video-patrol',
  'duty-officer': 'video-patrol',
  acceptor: 'hotline',
};

export function sourceOf(reporter: LifeAccount): IncidentSource | null {
  return sourceByRole[reporter.role] ?? null;
}

/**
 * Somewhere that one of the people may report from, by chance: half the time the few who walk the
 * streets and can sign in are asked first, else a call comes in from anywhere. Of some such spots
 * the one least like what came up of late. Null where nobody answers for any spot.
 */
export function chooseSighting(
  spots: readonly IncidentSpot[],
  people: readonly LifeAccount[],
  recent: readonly IncidentSpot[] = [],
  random: () => number = Math.random,
): Sighting | null {
  const reporters = people.filter((person) => sourceOf(person) !== null);
  const workers = reporters.filter((person) => person.role === 'grid-worker');
  const draw = (who: readonly LifeAccount[]) => {
    const drawn = drawSightings(spots, who, random);
    return drawn.toSorted((a, b) => likeness(a.spot, recent) - likeness(b.spot, recent))[0] ?? null;
  };
  return (random() < 0.5 ? draw(workers) : null) ?? draw(reporters);
}

const drawnAtOnce = 16;

function drawSightings(
  spots: readonly IncidentSpot[],
  people: readonly LifeAccount[],
  random: () => number,
): Sighting[] {
  const drawn: Sighting[] = [];
  const start = Math.floor(random() * spots.length);
  for (let step = 0; step < spots.length && drawn.length < drawnAtOnce; step++) {
    const place = spots[(start + step) % spots.length]!;
    const near = people.filter((person) => liesWithin(place.areaCode, person.areaCode));
    const reporter = near[Math.floor(random() * near.length)];
    if (reporter) drawn.push({ spot: place, reporter });
  }
  return drawn;
}

/** How often its class and its township came up of late. */
function likeness(spot: IncidentSpot, recent: readonly IncidentSpot[]): number {
  const township = (one: IncidentSpot) => one.areaCode.slice(0, 9);
  const sameClass = recent.filter((one) => one.classCode === spot.classCode).length;
  return sameClass + recent.filter((one) => township(one) === township(spot)).length;
}

/** Who answers for the widest area: the one to report a place that a demonstration names. */
export function widestReporter(people: readonly LifeAccount[]): LifeAccount | null {
  const reporters = people.filter((person) => sourceOf(person) !== null);
  return reporters.toSorted((a, b) => a.areaCode.length - b.areaCode.length)[0] ?? null;
}
