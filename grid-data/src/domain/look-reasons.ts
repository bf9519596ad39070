/** Why a look through a camera is refused, ends or shows nothing: stable words of the servers, which screens translate. */

/** No ticket is given. */
export const viewRefusals = [
  'permission-missing',
  'outside-scope',
  'camera-gone',
  'purpose-not-filed',
  'purpose-not-of-duty',
  'incident-closed',
  'nobody-on-duty',
  'camera-offline',
  /** Breaking the glass: only on duty, only where no purpose covers the look, never in some places, ten minutes. */
  'not-on-duty',
  'purpose-suffices',
  'place-forbidden',
  'break-glass-over',
] as const;
export type ViewRefusal = (typeof viewRefusals)[number];

/** What a look rested on is there no more: found out by looking at the rows. */
export const viewLapses = [
  'session-ended',
  'camera-gone',
  /** The camera stands in another area now. */
  'outside-scope',
  'purpose-not-filed',
  'incident-closed',
  /** The class that the case has now does not name the purpose. */
  'case-reclassified',
  /** The case has gone to another department than the viewer's. */
  'case-elsewhere',
  /** Who answered for it has gone off duty, and somebody else answers now: asked again, it is charged to them. */
  'duty-changed',
  'nobody-on-duty',
  'not-on-duty',
  'place-forbidden',
  /** A look at recorded video: its request was revoked, has run out or was never approved. */
  'view-request-ended',
] as const;
export type ViewLapse = (typeof viewLapses)[number];

/** All that may stand in the register as the end of a look, but for a failed pull's own reason. */
export const viewEnds = [
  ...viewLapses,
  'rights-changed',
  'password-reset',
  'account-closed',
  'viewer-left',
  'view-time-over',
  'viewer-too-slow',
  'never-opened',
  'gateway-stopping',
  'gateway-restarted',
  'ended-by-restart',
  'register-unavailable',
  'unknown-camera',
  /** Recordings alone: nobody keeps any, or the page spoke what the gateway does not understand. */
  'recordings-not-kept',
  'words-misshapen',
] as const;
export type ViewEnd = (typeof viewEnds)[number];

/** The camera, or the way to it, gives no picture. */
export const sourceFailures = [
  'camera-offline',
  'camera-unreachable',
  'camera-not-found',
  'camera-auth-refused',
  'address-refused',
  'redirect-refused',
  'no-frames',
  'timestamps-frozen',
  'line-too-slow',
  'source-ended',
  'broken-stream',
  'codec-unsupported',
  'transport-unsupported',
  'ingest-unavailable',
  'converter-missing',
  'converters-busy',
  /** The video side is another process, and the link to it is down. */
  'video-link-down',
  /** The video side read the ticket again, and does not find that it covers this. */
  'video-side-refuses',
] as const;
export type SourceFailure = (typeof sourceFailures)[number];

/** Its platform does not hand the camera out. */
export const platformFailures = [
  'platform-unreachable',
  'platform-refused',
  'platform-auth-refused',
  'platform-login-paused',
  'platform-busy',
  'platform-unknown',
  'licence-full',
  'camera-offline',
  'camera-not-found',
  'transport-unsupported',
  'address-refused',
  'no-recording',
  'ptz-locked',
] as const;
export type PlatformFailure = (typeof platformFailures)[number];

export const platformStates = ['reachable', 'unreachable', 'refused'] as const;
export type PlatformState = (typeof platformStates)[number];
