/** Cameras of the demo whose picture is drawn from the city itself, as it lies before them: heroes. */
import { distance } from '../geometry/polyline.ts';
import type { CameraRow, SceneKind } from '../rows.ts';
import type { City } from '../things/city.ts';
import { sceneOf } from './camera-owners.ts';
import type { CameraSpot } from './camera-spots.ts';

/** Which spots take which clip: the most telling places of the seat, in the order of the clips. */
const heroes: { count: number; scene: SceneKind }[] = [
  { count: 8, scene: 'street' },
  { count: 4, scene: 'square' },
  { count: 3, scene: 'river' },
  { count: 3, scene: 'school-gate' },
  { count: 2, scene: 'hills' },
];

const nearMeters = 6_000;
const apartMeters = 90;

export function heroClips(city: City, spots: CameraSpot[]): Map<CameraSpot, string> {
  const seat = city.areas.townships[0]!.seat;
  const clips = new Map<CameraSpot, string>();
  for (const { count, scene } of heroes) {
    const near = spots
      .filter((spot) => sceneOf(spot.placeClass) === scene && distance(spot.at, seat) < nearMeters)
      // In a market a hall stands right before the camera: its picture would be a wall.
      .filter(({ placeClass }) => placeClass !== 'market')
      .sort((a, b) => distance(a.at, seat) - distance(b.at, seat));
    const apart: CameraSpot[] = [];
    for (const spot of near) {
      if (apart.every((other) => distance(other.at, spot.at) > apartMeters)) apart.push(spot);
    }
    for (const spot of apart.slice(0, count)) {
      clips.set(spot, heroName(clips.size + 1));
    }
  }
  return clips;
}

/** More streets are chosen among cameras that stand there anyhow: online, fixed, surveyed. */
const furtherHeroes = 4;

export function withFurtherHeroes(city: City, rows: readonly CameraRow[]): CameraRow[] {
  const seat = city.areas.townships[0]!.seat;
  const { frame } = city.land;
  const placeOf = ({ longitude, latitude }: CameraRow) => frame.toPoint([longitude, latitude]);
  const heroes = rows.filter(({ clip }) => clip !== null);
  const taken = heroes.map(placeOf);
  const clips = new Map<string, string>();
  const near = rows
    .filter(({ clip, kind, state, bearingDeg }) => {
      return clip === null && kind === 'fixed' && state === 'online' && bearingDeg !== null;
    })
    .filter((row) => row.sceneKind === 'street' && distance(placeOf(row), seat) < nearMeters)
    .toSorted((a, b) => distance(placeOf(a), seat) - distance(placeOf(b), seat));
  for (const row of near) {
    if (clips.size >= furtherHeroes) break;
    const at = placeOf(row);
    if (taken.some((other) => distance(other, at) <= apartMeters)) continue;
    taken.push(at);
    clips.set(row.id, heroName(heroes.length + clips.size + 1));
  }
  return rows.map((row) => ({ ...row, clip: clips.get(row.id) ?? row.clip }));
}

function heroName(number: number): string {
  return `hero-${String(number).padStart(2, '0')}`;
}
