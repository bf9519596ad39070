/** How well a camera's picture serves whoever looks: found out by pulls, those of viewers and those of the sweep. */
import type { PlatformFailure, SourceFailure } from './look-reasons.ts';

export const cameraHealths = [
  'connecting', // a pull has begun and shows nothing yet: of the moment, never kept
  'live',
  'stalled', // it was there, or its stream opens, and no pictures come
  'frozen', // pictures come, their clock or what they show stands
  'black', // pictures come and show one colour
  'clock-skew', // its clock and ours differ: what it records cannot be trusted as evidence of a time
  'no-auth', // the camera refuses our login
  'unreachable',
  'codec-not-playable',
] as const;
export type CameraHealth = (typeof cameraHealths)[number];

/** Pictures come, and something is wrong with them. */
export const faultyHealths = ['frozen', 'black', 'clock-skew'] as const satisfies CameraHealth[];

/** What is wrong with pictures that flow; said on the tile while it plays. */
export const pictureRemarks = ['picture-black', 'picture-frozen', 'clock-skew'] as const;
export type PictureRemark = (typeof pictureRemarks)[number];

const healthByRemark: Record<PictureRemark, CameraHealth> = {
  'picture-black': 'black',
  'picture-frozen': 'frozen',
  'clock-skew': 'clock-skew',
};

/** Clocks of viewers, gateways and cameras are held to be equal up to this. */
export const clockToleranceMs = 10_000;

/** Null where a failure says nothing about one camera: its platform's, and our own. */
const healthByFailure: Record<SourceFailure | PlatformFailure, CameraHealth | null> = {
  'camera-offline': 'unreachable',
  'camera-unreachable': 'unreachable',
  'camera-not-found': 'unreachable',
  'camera-auth-refused': 'no-auth',
  'address-refused': 'unreachable',
  'redirect-refused': 'unreachable',
  'no-frames': 'stalled',
  'timestamps-frozen': 'frozen',
  'line-too-slow': 'stalled',
  'source-ended': 'stalled',
  'broken-stream': 'stalled',
  'codec-unsupported': 'codec-not-playable',
  'transport-unsupported': 'codec-not-playable',
  'converter-missing': 'codec-not-playable',
  'converters-busy': null,
  'video-link-down': null,
  'video-side-refuses': null,
  'ingest-unavailable': null,
  'platform-unreachable': null,
  'platform-refused': null,
  'platform-auth-refused': null,
  'platform-login-paused': null,
  'platform-busy': null,
  'platform-unknown': null,
  'licence-full': null,
  'no-recording': null,
  'ptz-locked': null,
};

export function healthOfFailure(reason: string): CameraHealth | null {
  return Object.hasOwn(healthByFailure, reason)
    ? healthByFailure[reason as keyof typeof healthByFailure]
    : null;
}

export function healthOfRemark(remark: PictureRemark | null): CameraHealth {
  return remark === null ? 'live' : healthByRemark[remark];
}

/** Worst first: what a person must do something about comes before what passes by itself. */
export const worstHealthsFirst: readonly CameraHealth[] = [
  'no-auth',
  'black',
  'frozen',
  'unreachable',
  'stalled',
  'codec-not-playable',
  'clock-skew',
];
