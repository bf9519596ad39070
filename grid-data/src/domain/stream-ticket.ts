/**
 * The ticket that opens one picture once, live or recorded. Wire form: base64url(JSON payload) + "." +
 * base64url(Ed25519 signature over the first part). gis-server signs it after its checks; the gateway holds only the
 * public key.
 */
export const streamProfiles = ['main', 'sub'] as const;
export type StreamProfile = (typeof streamProfiles)[number];

/** How a view's pictures travel to the page. */
export const viewTransports = [
  'fmp4-websocket',
  'multiplex-websocket',
  'll-hls',
  'still-picture',
  'recorded-fmp4',
] as const;
export type ViewTransport = (typeof viewTransports)[number];

export type StreamTicket = {
  version: 1;
  /** The view this ticket opens: unguessable, also the journal's subject. */
  viewId: string;
  cameraId: string;
  profile: StreamProfile;
  /** Who answers for this look: the person signed in, or the duty person a wall or rule charges. */
  userId: string;
  sessionId: string;
  purpose: string;
  /** Unix seconds. */
  issuedAt: number;
  /** Unix seconds; 30 s after issuedAt: the time to start, not the time to look. */
  startBefore: number;
  /** Seconds the view may last before it must be asked for again. */
  maxViewSeconds: number;
  /** Permits playing this camera's recordings of a window, and nothing live; absent where the look is live. */
  recording?: RecordingPermit;
  /** Where its platform has the camera; absent where the camera was imported with an address of its own. */
  source?: { platformId: string; platformCameraId: string };
  /** Permits this one act of turning, and showing nothing. */
  turn?: TurnPermit;
};

/** `move` is a turn by hand; the others are acts of `ptzAct`. */
export const turnActs = [
  'move',
  'ask',
  'call-preset',
  'save-preset',
  'frame',
  'aim',
  'halt',
] as const;
export type TurnPermit = { act: (typeof turnActs)[number] };

/** Bound to the request (调阅申请) it rests on. Unix milliseconds. */
export type RecordingPermit = {
  requestId: string;
  fromMs: number;
  toMs: number;
  /** The request grants the sound as well; absent where it does not. */
  sound?: true;
  /** Permits taking this written copy, and playing nothing. */
  exportId?: string;
};
