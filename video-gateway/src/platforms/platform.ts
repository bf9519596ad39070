/**
 * A video platform as the gateway sees it. What one cannot do is absent (`null`), so that nothing is offered that
 * would only fail. Credentials stay inside, and addresses are asked for anew at every pull.
 */
import type {
  HeadPosition,
  PictureBox,
  PlatformCamera,
  PlatformState,
  PtzCommand,
  StreamProfile,
} from 'grid-data';

export type StreamTransport = 'rtsp' | 'rtmp' | 'http-flv' | 'hls';

/** Whether a media host may send us on; never further than to the platform's media hosts. */
export type RedirectPolicy = 'within-media-hosts' | 'refuse';

export type OpenedStream = {
  url: string;
  transport: StreamTransport;
  /** Until when the address may be used, Unix ms; null when it does not expire. */
  expiresAt: number | null;
  redirectPolicy: RedirectPolicy;
};

/** A stretch of recorded time, Unix ms. */
export type TimeSpan = { fromMs: number; toMs: number };

export type OpenedPlayback = OpenedStream & {
  /** The recorded time that RTSP calls npt=0, Unix ms. */
  startsAtMs: number;
  /** What to ask for in RTSP's Scale. */
  scale: number;
};

export type PlatformRecordings = {
  readonly speeds: readonly number[];
  /** How much faster than it was recorded a copy may be sent, with every picture; 1 for no faster. */
  readonly copySpeed: number;
  /** In order, without overlaps, cut to what was asked for: what lies between two is a gap. */
  list(platformCameraId: string, span: TimeSpan): Promise<readonly TimeSpan[]>;
  open(platformCameraId: string, span: TimeSpan, speed: number): Promise<OpenedPlayback>;
};

export type PtzAction = 'start' | 'stop';

export type PlatformPtz = {
  /**
   * `speed` is a share of the fastest, above 0 to 1. A camera moves until it is told to stop, with the command and
   * the speed that it was started with.
   */
  move(
    platformCameraId: string,
    command: PtzCommand,
    speed: number,
    action: PtzAction,
  ): Promise<void>;
  /** Turns and zooms until this part fills the picture; a box without extent is a click to be centred. */
  readonly frame: ((platformCameraId: string, box: PictureBox) => Promise<void>) | null;
  /** Where the head looks, told and turned to in degrees. */
  readonly position: PlatformHeadPosition | null;
};

export type PlatformHeadPosition = {
  read(platformCameraId: string): Promise<HeadPosition>;
  turnTo(platformCameraId: string, position: HeadPosition): Promise<void>;
};

export type Preset = { number: number; name: string };

export type PlatformPresets = {
  list(platformCameraId: string): Promise<readonly Preset[]>;
  call(platformCameraId: string, number: number): Promise<void>;
  /** Keeps where the camera looks now under this number. */
  set(platformCameraId: string, preset: Preset): Promise<void>;
};

export type PlatformHealth = {
  state: PlatformState;
  reason: string | null;
};

/** What a person who keeps a platform running must know besides. Unix ms; messages without secrets. */
export type PlatformTrouble = {
  sparedUntilMs: number | null;
  loginPausedUntilMs: number | null;
  lastFailure: { reason: string; message: string; atMs: number } | null;
};

export const noTrouble: PlatformTrouble = {
  sparedUntilMs: null,
  loginPausedUntilMs: null,
  lastFailure: null,
};

/** What is spent on a platform's behalf, whoever looks. */
export type PullLimits = {
  /** Pulls that the platform's licence allows at a time; null where nobody counts. */
  maxPulls: number | null;
  lineWaitMs: number;
  opensPerSecond: number;
  opensBurst: number;
};

/** How its cameras are pulled. */
export type PullOptions = { rtspTransport: 'tcp' | 'udp'; mayConvert: boolean };

export type CameraPage = {
  cameras: readonly PlatformCamera[];
  /** Asks for the page behind this one; null at the end. */
  next: string | null;
};

export type Platform = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly datum: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09';
  /** Hosts its media may come from, and nothing else. */
  readonly mediaHosts: readonly string[];
  readonly pullLimits: PullLimits;
  readonly pullOptions: PullOptions;
  /** Throws where a list breaks off, so that half of it is never taken for all. */
  listCameras(cursor: string | null): Promise<CameraPage>;
  openLive(platformCameraId: string, profile: StreamProfile): Promise<OpenedStream>;
  readonly recordings: PlatformRecordings | null;
  readonly ptz: PlatformPtz | null;
  readonly presets: PlatformPresets | null;
  /** What the last calls showed; asks nothing. */
  health(): PlatformHealth;
  trouble(): PlatformTrouble;
};

/** What the platform can do, in words that cross a wire. */
export function capabilitiesOf({ recordings, ptz, presets }: Platform) {
  return {
    playback: recordings !== null,
    speeds: recordings?.speeds ?? [],
    ptz: ptz !== null,
    frame: ptz?.frame != null,
    aim: ptz?.position != null,
    presets: presets !== null,
  };
}
