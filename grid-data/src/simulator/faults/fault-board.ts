import type { SimulatedCamera, SimulatedPlatform } from '../cameras/simulated-camera.ts';

/** How late an answer comes under `slow`. */
export const slowAnswerMs = 4_000;

/** Faults that a test or a demonstration switches on, for one camera or for the whole platform. */
export const faultKinds = [
  'camera-offline', // listed offline, previews refused, running streams cut
  'stall', // the connection stays, no media comes
  'picture-black', // from the next pull on pictures come, all of one colour
  'picture-frozen', // from the next pull on pictures come, all of them the same
  'clock-skew', // the camera's clock is ten minutes ahead
  'redirect', // DESCRIBE answers 302 to another address
  'platform-refuses', // the web interface answers with a code other than "0"
  'platform-hangs', // the web interface takes requests and never answers
  'url-expired', // the address handed out is no longer known when it is opened
  'auth-401-loop', // DESCRIBE answers 401 whatever credentials come
  'slow', // every answer comes seconds late
  'wrong-code', // the data asked for, under a code that says failure
  'token-expired', // tokens of a login live a second
  'lockout', // every login is refused: the account is locked
  'licence-full', // no address is given: all lines of the licence are taken
  'several-addresses-with-internal-first', // addresses of several networks, ours last
  'ptz-stop-lost', // a stop is answered and not obeyed
  'recording-gap', // five minutes of each hour were not recorded
] as const;
export type FaultKind = (typeof faultKinds)[number];

const everything = '*';
/** Set apart from camera ids by a colon, which those of the city do not have. */
const wholeOf = (platform: SimulatedPlatform): string => `platform:${platform}`;

export type FaultSubject = { cameraId: string } | { platform: SimulatedPlatform } | 'everything';

export type FaultPlace = Pick<SimulatedCamera, 'id' | 'platform'> | SimulatedPlatform | null;

export class FaultBoard {
  readonly #switched = new Map<FaultKind, Set<string>>();
  readonly #onChange = new Set<() => void>();
  /** Where `redirect` sends; a documentation address (RFC 5737) unless told otherwise. */
  redirectLocation = 'rtsp://192.0.2.10:554/openUrl/elsewhere';

  set(fault: FaultKind, subject: FaultSubject, on: boolean): void {
    const subjects = this.#switched.get(fault) ?? new Set<string>();
    this.#switched.set(fault, subjects);
    if (on) subjects.add(nameOf(subject));
    else subjects.delete(nameOf(subject));
    for (const notify of this.#onChange) notify();
  }

  clear(): void {
    this.#switched.clear();
    for (const notify of this.#onChange) notify();
  }

  /** At a camera, or at a platform where a call names none. */
  isOn(fault: FaultKind, at: FaultPlace): boolean {
    const subjects = this.#switched.get(fault);
    if (!subjects || subjects.size === 0) return false;
    if (subjects.has(everything)) return true;
    if (at === null) return false;
    if (typeof at === 'string') return subjects.has(wholeOf(at));
    return subjects.has(at.id) || subjects.has(wholeOf(at.platform));
  }

  onChange(notify: () => void): () => void {
    this.#onChange.add(notify);
    return () => this.#onChange.delete(notify);
  }

  list(): { fault: FaultKind; subject: string }[] {
    return [...this.#switched].flatMap(([fault, subjects]) =>
      [...subjects].map((subject) => ({ fault, subject })),
    );
  }
}

function nameOf(subject: FaultSubject): string {
  if (subject === 'everything') return everything;
  return 'cameraId' in subject ? subject.cameraId : wholeOf(subject.platform);
}
