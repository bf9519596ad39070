import type { CameraKind, PtzClaim, PtzTurn, Role, TurnableCamera } from 'grid-data';

/** A camera as far as turning it goes. */
export type HeadOfCamera = {
  cameraId: string;
  areaCode: string;
  kind: CameraKind;
  platformId: string | null;
  platformCameraId: string | null;
  longitude: number;
  latitude: number;
  heightMeters: number | null;
  rangeMeters: number | null;
  widthDeg: number | null;
  /** Where it was surveyed to look: at home. */
  bearingDeg: number | null;
  /** Compass degrees that its head calls 0; null where nobody knows. */
  zeroBearingDeg: number | null;
  homePreset: number;
  homeAfterSeconds: number;
};

/** A running look, and who has it. */
export type RunningLook = {
  viewId: string;
  userId: string;
  userName: string;
  sessionId: string;
  role: Role;
  purpose: string;
  incidentId: string | null;
  incidentGrade: number | null;
  /** Whether who looks holds a duty post. */
  onDuty: boolean;
  head: HeadOfCamera;
};

export type PresetRecord = {
  number: number;
  name: string;
  bearingDeg: number | null;
  tiltDeg: number | null;
  zoom: number | null;
};

/** Where a camera looks now; what is not known is null. */
export type CameraHeadRecord = {
  cameraId: string;
  areaCode: string;
  position: { longitude: number; latitude: number };
  rangeMeters: number | null;
  bearingDeg: number | null;
  tiltDeg: number | null;
  zoom: number | null;
  widthDeg: number | null;
  at: Date;
};

/** Others are told by name alone: the id of a look opens its picture. */
export type ClaimFace = { holderName: string; rank: PtzClaim['rank']; own: boolean };

export type LeaseFace = {
  cameraId: string;
  holder: ClaimFace | null;
  queue: ClaimFace[];
  notice: {
    change: string;
    holderName: string | null;
    formerName: string | null;
    at: Date;
  } | null;
  mayTakeOver: boolean;
};

export type LookHereRecord = {
  cameraId: string;
  distanceMeters: number;
  /** point, point-preset; null where it was not turned. */
  turn: PtzTurn | null;
  reason: string | null;
  bearingDeg: number;
  presetName: string | null;
  /** How far the preset looks past the place. */
  offDeg: number | null;
};

/** What the gateway needs to find it; null where it hangs on no platform. */
export function turnableOf(head: HeadOfCamera): TurnableCamera | null {
  const { cameraId, platformId, platformCameraId } = head;
  return platformId === null || platformCameraId === null
    ? null
    : { cameraId, platformId, platformCameraId };
}
