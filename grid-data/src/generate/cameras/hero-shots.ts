/** What is known of the drawn pictures: from which pose each was drawn, and which places of the map it shows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { solveCalibration } from '#domain/calibration/solve-calibration.ts';
import type { CameraRow, CalibrationPointRow } from '../rows.ts';

/** Written beside the clips by who draws them. */
export const heroFile = fileURLToPath(new URL('../../../clips/heroes.json', import.meta.url));

/** Width over height of all drawn pictures. */
export const pictureAspect = 16 / 9;

export type HeroShot = {
  clip: string;
  longitude: number;
  latitude: number;
  bearingDeg: number;
  widthDeg: number;
  heightMeters: number;
  /** Down from the horizon. */
  tiltDeg: number;
  points: CalibrationPointRow[];
};

/** From a lookout over hills the ground is no plane: a place in its picture would be off by more than a house. */
const mostResidualMeters = 3;

/**
 * A camera keeps its clip only where it stands and looks as the clip was drawn: in a county of another seed or size the
 * same name would show another place.
 */
export function withShots(cameras: readonly CameraRow[]): CameraRow[] {
  const shots = new Map(
    (JSON.parse(readFileSync(heroFile, 'utf8')) as HeroShot[]).map((shot) => [shot.clip, shot]),
  );
  return cameras.map((camera) => {
    if (camera.clip === null) return camera;
    const shot = shots.get(camera.clip);
    if (shot === undefined || !isFrom(camera, shot)) return { ...camera, clip: null };
    return { ...camera, calibration: isFlat(shot) ? shot.points : null };
  });
}

function isFrom(camera: CameraRow, shot: HeroShot): boolean {
  const parts = ['longitude', 'latitude', 'bearingDeg', 'widthDeg', 'heightMeters'] as const;
  return parts.every((part) => camera[part] === shot[part]);
}

function isFlat({ points }: HeroShot): boolean {
  const solved = solveCalibration(
    points.map(({ x, y, longitude, latitude }) => ({
      picture: [x, y],
      ground: [longitude, latitude],
    })),
  );
  return solved.solved && (solved.residualMeters ?? Infinity) <= mostResidualMeters;
}
