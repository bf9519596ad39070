/**
 * What is asked of the network where the cameras are. Answered in this process, or by another one over the exchange
 * link: nobody who asks can tell, but for the time that it takes.
 */
import type { CameraSource, FromGateway, PtzOrder, PtzMoveEnd, StreamProfile } from 'grid-data';
import type { PlatformLines } from '#platforms/platform-pulls.ts';
import type { Platform, PlatformRecordings, TimeSpan } from '#platforms/platform.ts';
import type { EndedTurn, PtzNews } from '#ptz/ptz-desk.ts';
import type { RelayRegistry } from '#relay/relay-registry.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';
import type { CameraChecks } from '#sweep/camera-checks.ts';
import type { RecordedAsk, RecordedHandlers } from '#video-side/open-recorded.ts';

export type LiveAsk = {
  cameraId: string;
  profile: StreamProfile;
  source: CameraSource;
  /** Of a look that runs or is about to; null where none does, as in a check on nobody's behalf. */
  ticket: string | null;
};

/** A platform without its addresses. */
export type VideoPlatform = Pick<
  Platform,
  'id' | 'name' | 'owner' | 'datum' | 'listCameras' | 'health' | 'trouble'
> & { readonly recordings: VideoRecordings | null };

export type VideoRecordings = Pick<PlatformRecordings, 'speeds'> & {
  list(platformCameraId: string, span: TimeSpan, ticket: string): Promise<readonly TimeSpan[]>;
};

export type PtzTurns = {
  take(order: PtzOrder): void;
  /** The link to gis-server is back: what was said into the dark is said again. */
  reportAgain(): void;
  stopAll(end: PtzMoveEnd, withinMs: number): Promise<void>;
};

export type PtzRegister = {
  /** The camera of a running look; null where it does not run here. */
  cameraOfView: (viewId: string) => string | null;
  tell: (news: PtzNews) => void;
  /** Rejects while the register cannot take it. */
  report: (ended: EndedTurn) => Promise<unknown>;
};

export type RecordingDepth = Extract<FromGateway, { type: 'recording-depth' }>;

export type VideoSideEvents = {
  onDepth(depth: RecordingDepth): void;
  /** It is there, with its platforms. */
  onUp(): void;
  /** A platform's state may have changed. */
  onState(): void;
};

export type IngestState = { state: 'listening' | 'down' | 'off'; pid: number | null };

/** How the link to the other process does. */
export type ExchangeFigures = {
  isUp: boolean;
  streams: number;
  receivedBytes: number;
  /** Pictures that the other end left out because the link was behind. */
  leftOut: number;
  /** Commands that the video side refused for their ticket. */
  refused: number;
  breaks: number;
  /** When the certificate ends that this side shows, Unix milliseconds; null where it shows none. */
  certificateEndsAtMs: number | null;
};

export type VideoSide = {
  /** The same array for life; empty as long as the video side has not said what it has. */
  readonly platforms: readonly VideoPlatform[];
  readonly ingest: IngestState;
  /** Null where both sides are one process. */
  readonly exchange: ExchangeFigures | null;
  openLive(ask: LiveAsk, handlers: SourceHandlers): Promise<Source>;
  openRecorded(ask: RecordedAsk, handlers: RecordedHandlers): Promise<Source>;
  /** Lines in use and viewers waiting for one, by platform. */
  lines(): readonly PlatformLines[];
  /** `relays`: what viewers share with a check where both sides are one process. */
  checks(relays: RelayRegistry, gapMs: number): CameraChecks;
  turns(register: PtzRegister): PtzTurns;
  start(events: VideoSideEvents): void;
  stop(): Promise<void>;
};
