import type { CameraKind, CameraPurpose } from '#domain/camera.ts';
import { uuidOf, type Random } from '../random.ts';
import type { CameraRow } from '../rows.ts';
import { industryByOwner, platformOf, purposesByOwner, sceneOf } from './camera-owners.ts';
import {
  crossingSpots,
  lookoutSpots,
  placeSpots,
  riverSpots,
  streetSpots,
  type CameraSpot,
} from './camera-spots.ts';
import type { City } from '../things/city.ts';
import type { KeyPlace } from '../things/key-places.ts';
import { heroClips, withFurtherHeroes } from './heroes.ts';
import { mobileCameraCount, mobileCameras } from './mobile-cameras.ts';

const shares = { crossings: 0.42, places: 0.3, rivers: 0.05, lookouts: 0.025 };

export function placeCameras(
  city: City,
  plan: { keyPlaces: KeyPlace[]; wanted: number },
  random: Random,
): CameraRow[] {
  const wanted = Math.max(1, plan.wanted - mobileCameraCount);
  const usable = (spot: CameraSpot): boolean => isUsable(city, spot);
  const lists = {
    crossings: crossingSpots(city, random.fork('crossings')),
    places: placeSpots(city, plan.keyPlaces),
    rivers: riverSpots(city),
    lookouts: lookoutSpots(city),
  };
  const spots: CameraSpot[] = [];
  for (const [name, share] of Object.entries(shares)) {
    spots.push(
      ...firstUsable(lists[name as keyof typeof lists], usable, Math.round(wanted * share)),
    );
  }
  for (const spot of streetSpots(city, random.fork('streets'))) {
    if (spots.length >= wanted) break;
    if (usable(spot)) spots.push(spot);
  }
  const clips = heroClips(city, spots);
  const fixed = spots.map((spot, number) =>
    cameraRow(city, spot, { number, clip: clips.get(spot) ?? null }, random),
  );
  return [...withFurtherHeroes(city, fixed), ...mobileCameras(city, fixed)];
}

function firstUsable(
  spots: Iterable<CameraSpot>,
  usable: (spot: CameraSpot) => boolean,
  wanted: number,
): CameraSpot[] {
  const taken: CameraSpot[] = [];
  for (const spot of spots) {
    if (taken.length >= wanted) break;
    if (usable(spot)) taken.push(spot);
  }
  return taken;
}

function isUsable({ land, shapes }: City, { at: [x, y] }: CameraSpot): boolean {
  return shapes.villageAt(x, y) >= 0 && !land.water.isWater(x, y, 1);
}

function cameraRow(
  city: City,
  spot: CameraSpot,
  { number, clip }: { number: number; clip: string | null },
  random: Random,
): CameraRow {
  const { at, lookAt, owner, placeClass, name, address } = spot;
  const [longitude, latitude] = city.land.frame.toPosition(at[0], at[1]);
  const serial = String(number + 1).padStart(6, '0');
  const id = uuidOf('camera', number, city.seed);
  const kind = kindOf(spot, random);
  const village = city.areas.villages[city.shapes.villageAt(at[0], at[1])]!;
  return {
    id,
    platform: platformOf(owner),
    platformCameraId: uuidOf('platform camera', number, city.seed).replaceAll('-', ''),
    gbCode: `43138200${industryByOwner[owner]}${kind === 'fixed' ? '132' : '131'}0${serial}`,
    name,
    kind,
    areaCode: village.code,
    longitude,
    latitude,
    ...poseOf({ spot, kind, isHero: clip !== null, bearing: bearing(at, lookAt) }, random),
    owner,
    placeClass,
    purposes: purposesOf(owner, random),
    noticePosted: random.next() < 0.97,
    filingNo: `湘公视备431382-2025-${serial}`,
    state: clip !== null ? 'online' : stateOf(random),
    sceneKind: sceneOf(placeClass),
    clip,
    calibration: null,
    address,
  };
}

function bearing(from: readonly [number, number], to: readonly [number, number]): number {
  const degrees = (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
  return Math.round(degrees + 360) % 360;
}

function kindOf({ high, placeClass }: CameraSpot, random: Random): CameraKind {
  if (placeClass === 'forest-lookout') return 'high-point';
  if (high || placeClass === 'river') return 'ptz';
  const draw = random.next();
  if (draw < 0.64) return 'fixed';
  return draw < 0.82 ? 'dome' : 'ptz';
}

type Pose = Pick<CameraRow, 'bearingDeg' | 'widthDeg' | 'rangeMeters' | 'heightMeters'>;
type PoseFacts = { spot: CameraSpot; kind: CameraKind; isHero: boolean; bearing: number };

/** One in sixteen was never surveyed: its bearing and width are unknown, as in any real county. */
function poseOf({ kind, isHero, bearing: bearingDeg }: PoseFacts, random: Random): Pose {
  const isHigh = kind === 'high-point';
  const surveyed = isHero || random.next() > 0.0625;
  const range = isHigh
    ? random.between(1500, 3200)
    : kind === 'ptz'
      ? random.between(140, 320)
      : random.between(60, 150);
  const width =
    kind === 'fixed'
      ? random.between(42, 92)
      : kind === 'dome'
        ? random.between(80, 110)
        : random.between(48, 62);
  const height = isHigh ? random.between(24, 45) : random.between(4, kind === 'ptz' ? 14 : 8);
  return {
    bearingDeg: surveyed ? bearingDeg : null,
    widthDeg: surveyed ? Math.round(width) : null,
    rangeMeters: Math.round(range / 5) * 5,
    heightMeters: surveyed ? Math.round(height * 10) / 10 : null,
  };
}

/** The owner's own purpose always; emergency is filed for two in three. */
function purposesOf(owner: CameraRow['owner'], random: Random): CameraPurpose[] {
  const [first, ...more] = purposesByOwner[owner];
  return random.next() < 0.66 ? [first!, ...more] : [first!];
}

function stateOf(random: Random): CameraRow['state'] {
  const draw = random.next();
  if (draw < 0.945) return 'online';
  return draw < 0.985 ? 'offline' : 'unknown';
}
