import { describe, expect, it } from 'vitest';
import { distanceMeters, pointAt, type LonLat } from '../field-of-view.ts';
import { calibrationOfCamera, cameraOfCalibration } from './camera-of-calibration.ts';
import {
  groundOfPicture,
  isInsidePicture,
  pictureOfGround,
  pictureOutline,
  type PicturePoint,
} from './picture-ground.ts';
import { solveCalibration, type MatchedPoint } from './solve-calibration.ts';

const at: LonLat = [111.67, 27.69];
const aspect = 16 / 9;
const cameras = [
  { position: at, heightMeters: 6, bearingDeg: 30, widthDeg: 60, tiltDeg: 20 },
  { position: at, heightMeters: 12, bearingDeg: 200, widthDeg: 90, tiltDeg: 35 },
  { position: at, heightMeters: 4.2, bearingDeg: 355, widthDeg: 45, tiltDeg: 12 },
];

/** What a hand would match that never trembles. */
function matchedBy(
  camera: (typeof cameras)[number],
  pictures: readonly PicturePoint[],
): MatchedPoint[] {
  const exact = calibrationOfCamera(camera, aspect)!;
  return pictures.map((picture) => ({ picture, ground: groundOfPicture(exact, picture)! }));
}

const four: readonly PicturePoint[] = [
  [0.1, 0.95],
  [0.9, 0.9],
  [0.75, 0.5],
  [0.2, 0.55],
];
const six: readonly PicturePoint[] = [...four, [0.5, 0.7], [0.45, 0.45]];

describe('a camera whose pose is known', () => {
  it.each(cameras)(
    'sees the ground where geometry says: $heightMeters m, $tiltDeg° down',
    (camera) => {
      const exact = calibrationOfCamera(camera, aspect)!;
      const middle = groundOfPicture(exact, [0.5, 0.5])!;
      const ahead = camera.heightMeters / Math.tan((camera.tiltDeg * Math.PI) / 180);
      const expected = pointAt(camera.position, camera.bearingDeg, ahead);
      expect(distanceMeters(middle, expected)).toBeLessThan(0.01 + ahead * 1e-4);
      const aside = groundOfPicture(exact, [1, 0.5])!;
      const back = pictureOfGround(exact, aside)!;
      expect(back[0]).toBeCloseTo(1, 9);
      expect(back[1]).toBeCloseTo(0.5, 9);
    },
  );

  it('sees no ground above its horizon, and nothing that lies behind it', () => {
    const exact = calibrationOfCamera(cameras[2]!, aspect)!;
    expect(groundOfPicture(exact, [0.5, 0])).toBeNull();
    expect(pictureOfGround(exact, pointAt(at, 355 + 180, 20))).toBeNull();
    const ahead = pictureOfGround(exact, pointAt(at, 355, 30))!;
    expect(isInsidePicture(ahead)).toBe(true);
    expect(ahead[0]).toBeCloseTo(0.5, 3);
  });

  it('lays an outline on the ground that ends at its range', () => {
    const ring = pictureOutline(calibrationOfCamera(cameras[2]!, aspect)!, 80);
    expect(ring[0]).toEqual(ring.at(-1));
    const farthest = Math.max(...ring.map((place) => distanceMeters(at, place)));
    expect(farthest).toBeGreaterThan(75);
    expect(farthest).toBeLessThan(130);
  });
});

describe('matched points', () => {
  it.each(cameras)('give the camera’s picture ↔ ground back, exactly ($bearingDeg°)', (camera) => {
    const exact = calibrationOfCamera(camera, aspect)!;
    for (const points of [four, six]) {
      const solved = solveCalibration(matchedBy(camera, points));
      if (!solved.solved) throw new Error(solved.fault);
      expect(solved.residualMeters ?? 0).toBeLessThan(1e-6);
      for (const picture of [
        [0.02, 0.99],
        [0.5, 0.6],
        [0.97, 0.47],
      ] as const) {
        const [found, expected] = [
          groundOfPicture(solved.ground, picture)!,
          groundOfPicture(exact, picture)!,
        ];
        expect(distanceMeters(found, expected)).toBeLessThan(1e-4);
      }
    }
  });

  it('say in metres how far a point was set off, and which one', () => {
    const matched = matchedBy(cameras[0]!, six);
    const off = matched.map((point, index) =>
      index === 4 ? { ...point, ground: pointAt(point.ground, 90, 3) } : point,
    );
    const solved = solveCalibration(off);
    if (!solved.solved) throw new Error(solved.fault);
    expect(solved.residualMeters).toBeGreaterThan(0.3);
    expect(solved.residualMeters).toBeLessThan(3);
    expect(Math.max(...solved.offMeters)).toBe(solved.offMeters[4]);
  });

  it('four always fit, and say nothing of how well', () => {
    expect(solveCalibration(matchedBy(cameras[0]!, four))).toMatchObject({ residualMeters: null });
  });
});

describe('points that cannot be', () => {
  const good = matchedBy(cameras[0]!, four);
  const faultOf = (points: readonly MatchedPoint[]) => {
    const solved = solveCalibration(points);
    return solved.solved ? null : { fault: solved.fault, points: solved.points };
  };

  it('are refused as too few and as too many', () => {
    expect(faultOf(good.slice(0, 3))?.fault).toBe('points-too-few');
    expect(faultOf(Array.from({ length: 17 }, () => good[0]!))?.fault).toBe('points-too-many');
  });

  it('are refused where two are one, by their numbers', () => {
    const same = [good[0]!, good[1]!, good[2]!, { ...good[3]!, ground: good[1]!.ground }];
    expect(faultOf(same)).toEqual({ fault: 'points-coincide', points: [2, 4] });
  });

  it('are refused where three of four lie on one line, by their numbers', () => {
    const line = matchedBy(cameras[0]!, [
      [0.1, 0.9],
      [0.5, 0.7],
      [0.9, 0.5],
      [0.2, 0.5],
    ]);
    expect(faultOf(line)).toEqual({ fault: 'points-collinear', points: [1, 2, 3] });
    expect(faultOf([...line, ...matchedBy(cameras[0]!, [[0.8, 0.95]])])).toBeNull();
  });

  it('are refused where two were exchanged, and where the picture is a mirror’s', () => {
    const exchanged = [
      { ...good[0]!, ground: good[1]!.ground },
      { ...good[1]!, ground: good[0]!.ground },
      good[2]!,
      good[3]!,
    ];
    expect(faultOf(exchanged)?.fault).toBe('points-crossed');
    const mirrored = good.map(({ picture: [x, y], ground }): MatchedPoint => ({
      picture: [1 - x, y],
      ground,
    }));
    expect(faultOf(mirrored)).toEqual({ fault: 'picture-mirrored', points: [1, 2, 3, 4] });
  });
});

describe('the camera behind matched points', () => {
  it.each(cameras)('is found where it stands ($heightMeters m high)', (camera) => {
    const found = cameraOfCalibration(matchedBy(camera, six), aspect)!;
    expect(distanceMeters(found.position, camera.position)).toBeLessThan(0.05);
    expect(found.heightMeters).toBeCloseTo(camera.heightMeters, 2);
    expect(found.bearingDeg).toBeCloseTo(camera.bearingDeg, 2);
    expect(found.widthDeg).toBeCloseTo(camera.widthDeg, 2);
    expect(found.tiltDeg).toBeCloseTo(camera.tiltDeg, 2);
    expect(found.uncertainMeters).toBeLessThan(2);
  });

  it('is not offered where the points do not tell it: looked at straight down, or a far small patch', () => {
    const down = { ...cameras[0]!, tiltDeg: 90 };
    expect(cameraOfCalibration(matchedBy(down, four), aspect)).toBeNull();
    const small: readonly PicturePoint[] = [
      [0.48, 0.5],
      [0.52, 0.5],
      [0.53, 0.46],
      [0.47, 0.46],
    ];
    expect(cameraOfCalibration(matchedBy(cameras[2]!, small), aspect)).toBeNull();
  });
});
