import type { CameraKind, CameraPose } from 'grid-data';
import { canTurn } from 'grid-data';
import { longestRangeMeters, type Eye } from './viewshed/eye.ts';

export const poseParts = ['height', 'range', 'bearing', 'width', 'place'] as const;
export type PosePart = (typeof poseParts)[number];

export type CameraEye = {
  /** Null where too little is known to say what it sees. */
  eye: Eye | null;
  /** What it looks at as surveyed, out of what it could: null where that is unknown. */
  sector: Eye['sector'];
  unknown: PosePart[];
};

/** How a camera enters the viewshed. One that turns looks all around; so does one whose bearing nobody knows. */
export function cameraEye(kind: CameraKind, pose: CameraPose): CameraEye {
  const { bearingDeg, widthDeg, rangeMeters, heightMeters, longitude, latitude } = pose;
  const unknown: PosePart[] = [];
  // One that moves is somewhere else by now.
  if (kind === 'mobile') unknown.push('place');
  if (heightMeters === null) unknown.push('height');
  if (rangeMeters === null) unknown.push('range');
  if (bearingDeg === null) unknown.push('bearing');
  if (widthDeg === null) unknown.push('width');
  const sector = bearingDeg === null || widthDeg === null ? null : { bearingDeg, widthDeg };
  if (heightMeters === null || rangeMeters === null || kind === 'mobile') {
    return { eye: null, sector, unknown };
  }
  const range = Math.min(rangeMeters, longestRangeMeters);
  return {
    eye: {
      longitude,
      latitude,
      heightMeters,
      rangeMeters: range,
      sector: canTurn(kind) ? null : sector,
    },
    sector,
    unknown,
  };
}
