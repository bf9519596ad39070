/** What to do about each reason for which a picture ends: ask again by itself, and how fast, or wait for a person. */
import type {
  PictureRemark,
  PlatformFailure,
  SourceFailure,
  ViewEnd,
  ViewLapse,
  ViewRefusal,
} from 'grid-data';

/**
 * - waits: asking again would only be refused again until somebody acts.
 * - at-once: the right goes on under another name, nothing has to pass first.
 * - quickly: passes by itself, asked again with a wait that doubles.
 * - slowly: passes by itself in its own time; a fast retry would only load the platform.
 * - rarely: each attempt may count against our account at the platform.
 * - with-duty: somebody must sign in for duty; the journal tells when, asking is for where its word does not come.
 */
type Pace = 'waits' | 'at-once' | 'quickly' | 'slowly' | 'rarely' | 'with-duty';

type ServerReason =
  | ViewRefusal
  | ViewLapse
  | ViewEnd
  | SourceFailure
  | PlatformFailure
  | PictureRemark;

/** Every word that a server can end a picture with: one without a pace does not compile. */
const paceOfServerReason: Record<ServerReason, Pace> = {
  'permission-missing': 'waits',
  'outside-scope': 'waits',
  'camera-gone': 'waits',
  'purpose-not-filed': 'waits',
  'purpose-not-of-duty': 'waits',
  'incident-closed': 'waits',
  'case-elsewhere': 'waits',
  'case-reclassified': 'waits',
  'nobody-on-duty': 'with-duty',
  'duty-changed': 'at-once',
  'session-ended': 'waits',
  'view-request-ended': 'waits',
  'rights-changed': 'waits',
  'password-reset': 'waits',
  'account-closed': 'waits',
  'viewer-left': 'waits',
  'view-time-over': 'waits',
  'viewer-too-slow': 'quickly',
  'never-opened': 'quickly',
  'gateway-stopping': 'quickly',
  'gateway-restarted': 'quickly',
  'ended-by-restart': 'quickly',
  'register-unavailable': 'quickly',
  'unknown-camera': 'waits',
  'recordings-not-kept': 'waits',
  'words-misshapen': 'waits',
  'not-on-duty': 'waits',
  'purpose-suffices': 'waits',
  'place-forbidden': 'waits',
  'break-glass-over': 'waits',
  'camera-offline': 'slowly',
  'camera-unreachable': 'quickly',
  'camera-not-found': 'waits',
  'camera-auth-refused': 'waits',
  'address-refused': 'waits',
  'redirect-refused': 'waits',
  'no-frames': 'quickly',
  'timestamps-frozen': 'slowly',
  'line-too-slow': 'slowly',
  'source-ended': 'quickly',
  'broken-stream': 'quickly',
  'codec-unsupported': 'waits',
  'transport-unsupported': 'waits',
  'ingest-unavailable': 'quickly',
  'converter-missing': 'waits',
  'converters-busy': 'slowly',
  'video-link-down': 'quickly',
  'video-side-refuses': 'slowly',
  'platform-unreachable': 'slowly',
  'platform-refused': 'waits',
  'platform-auth-refused': 'rarely',
  'platform-login-paused': 'rarely',
  'platform-busy': 'slowly',
  'platform-unknown': 'waits',
  'licence-full': 'slowly',
  'no-recording': 'waits',
  'ptz-locked': 'slowly',
  // These are said of pictures that run; should one end with them, it comes back as they do.
  'picture-black': 'slowly',
  'picture-frozen': 'slowly',
  'clock-skew': 'slowly',
};

/** Words of the gateway's door and of this page. */
const paceOfOtherReason: Readonly<Record<string, Pace>> = {
  'unknown-view': 'waits',
  'not-allowed': 'waits',
  'not-signed-in': 'waits',
  'not-found': 'waits',
  'invalid-input': 'waits',
  'ticket-forged': 'waits',
  revoked: 'waits',
  'browser-cannot-play': 'waits',
  'watermark-removed': 'waits',
  'gateway-full': 'slowly',
  'too-many-views': 'slowly',
};

const firstDelayMs = 500;
const longestDelayMs = 30_000;
const slowDelayMs = 15_000;
const rareDelayMs = 120_000;

export function paceOf(reason: string): Pace {
  const known: Readonly<Record<string, Pace>> = paceOfServerReason;
  if (Object.hasOwn(known, reason)) return known[reason] ?? 'quickly';
  return Object.hasOwn(paceOfOtherReason, reason) ? paceOfOtherReason[reason]! : 'quickly';
}

/** Whether a server's reason has been thought of here at all. */
export const isPaced = (reason: string): boolean => Object.hasOwn(paceOfServerReason, reason);

export function waitsForDuty(reason: string): boolean {
  return paceOf(reason) === 'with-duty';
}

/** Who may no longer look must not keep the last picture either. */
export function takesPictureAway(reason: string): boolean {
  return paceOf(reason) === 'waits' || waitsForDuty(reason);
}

/** Milliseconds until a new ticket is asked for, or null where a person must act first. */
export function retryDelayMs(reason: string, attempt: number, random: () => number): number | null {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  // Jitter keeps a wall of sixteen tiles from asking in one instant after a break.
  const delay = Math.max(firstDelayMs, ceiling * (0.5 + random() / 2));
  switch (paceOf(reason)) {
    case 'waits':
      return null;
    case 'with-duty':
      return longestDelayMs;
    case 'at-once':
      return attempt === 0 ? 0 : delay;
    case 'quickly':
      return delay;
    case 'slowly':
      return Math.max(slowDelayMs, delay);
    case 'rarely':
      return rareDelayMs * (1 + random() / 2);
  }
}

/** Failures of the way the picture travels, which another transport may not have. */
const otherTransportMayHelp: readonly string[] = [
  'media-source-missing',
  'socket-failed',
  'socket-silent',
  'append-failed',
  'decode-failed',
  'playlist-failed',
];

/** There is nothing to try a second time. */
const stepsDownAtOnce: readonly string[] = [
  'media-source-missing',
  'decoder-missing',
  'worker-failed',
];

/** How many such failures before a first picture make the player step down to another transport. */
export function stepsDown(reason: string, failuresWithoutPicture: number): boolean {
  if (stepsDownAtOnce.includes(reason)) return true;
  return otherTransportMayHelp.includes(reason) && failuresWithoutPicture >= 2;
}
