/** What a live picture is at this moment, and the words its parts exchange. */
import type { StreamProfile } from 'grid-data';
import type { TileFigures } from '#video/wall/wall-message.ts';
import type { TilePlace } from '#video/wall/tile-place.ts';

/** In the order in which a picture steps down. */
export const transportKinds = ['webcodecs', 'fmp4-websocket', 'll-hls', 'still-picture'] as const;
export type TransportKind = (typeof transportKinds)[number];

/** Times are Date.now() milliseconds; reasons are stable kebab-case words, translated where they are shown. */
export type PictureState =
  | { kind: 'connecting'; since: number; reason: string | null }
  /** `remark`: pictures come, and something is wrong with them. */
  | { kind: 'live'; since: number; remark?: string }
  | { kind: 'stalled'; since: number; reason: string; lastFrameAt: number | null }
  | { kind: 'offline'; since: number; reason: string; retryAt: number | null };

export type PictureFigures = {
  transport: TransportKind;
  kilobitsPerSecond: number;
  /** Seconds between the picture being taken and being shown, where the stream tells; else the delay in the page. */
  latencySeconds: number | null;
  latencyIsTrue: boolean;
  framesShown: number;
  framesDropped: number;
  framesPerSecond: number;
  /** From the click to the first picture. */
  firstFrameMs: number | null;
  width: number;
  height: number;
  codec: string | null;
  profile: StreamProfile;
  /** Why fewer pictures are shown than the camera sends. */
  reduced: TileFigures['keyOnly'];
};

export type GatewayState = 'connecting' | 'live' | 'stalled' | 'offline';

/** What a transport tells the player that runs it. */
export type TransportEvent =
  | { type: 'opened'; viewId: string; maxViewSeconds: number | null }
  | { type: 'state'; state: GatewayState; reason: string | null; retryInMs: number | null }
  | { type: 'config'; codec: string; width: number; height: number }
  | { type: 'bytes'; count: number }
  /** Pictures that reached the screen, where no video element counts them. */
  | { type: 'frames'; count: number }
  /** The camera has sound of this codec. */
  | { type: 'sound'; codec: string }
  /** The view is over: by a word of the gateway (`view`), or because the transport itself broke (`transport`). */
  | { type: 'ended'; cause: 'view' | 'transport'; reason: string };

export type Transport = {
  close(): void;
  /** Seconds from now back to the moment the picture on screen was taken; null where nothing tells. */
  captureDelaySeconds(mediaTime: number): number | null;
  /** Seconds of received picture that lie ahead of the one on screen. */
  bufferedAheadSeconds(): number | null;
  wallFigures?(): TileFigures | null;
};

/** Where a picture may appear: a video element, a canvas for what stands still, or a tile of the wall. */
export type Screen = {
  video: HTMLVideoElement;
  frozen: HTMLCanvasElement;
  place: TilePlace;
  /** Whether the picture is to come with its sound, where the video element plays it. */
  sound: boolean;
};

export type StartTransport = (
  screen: Screen,
  ticket: string,
  tell: (event: TransportEvent) => void,
) => Transport;

export type ViewTicket = {
  viewId: string;
  ticket: string;
  purpose: string;
  chargedTo: string;
  maxViewSeconds: number;
};

export type TicketAnswer =
  | { granted: true; ticket: ViewTicket }
  | { granted: false; reason: string };
