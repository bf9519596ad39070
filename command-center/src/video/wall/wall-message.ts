/** What the page and its wall worker say to each other. */
import type { StreamProfile } from 'grid-data';
import type { GatewayState } from '#video/player/picture-state.ts';

/** Device pixels of the surface. */
export type TileRect = { x: number; y: number; width: number; height: number };

export type ToWorker =
  | { type: 'start'; address: string }
  | { type: 'surface'; surface: number; canvas: OffscreenCanvas; ground: string }
  | { type: 'size'; surface: number; width: number; height: number }
  | { type: 'surface-gone'; surface: number }
  /** Tiles placed later lie above. */
  | { type: 'place'; tile: number; surface: number; rect: TileRect }
  | { type: 'tile-gone'; tile: number }
  | { type: 'open'; tile: number; ticket: string }
  | { type: 'close'; tile: number }
  /** Takes the last picture off the screen. */
  | { type: 'blank'; tile: number }
  | { type: 'dim'; tile: number; on: boolean }
  | { type: 'focus'; tile: number | null }
  | { type: 'profile'; tile: number; profile: StreamProfile }
  | { type: 'sound'; tile: number; on: boolean }
  | { type: 'hidden'; hidden: boolean }
  /** No picture is drawn before its mark is there. */
  | { type: 'mark'; tile: number; mark: ImageBitmap; place: { left: number; top: number } };

export type TileFigures = {
  framesShown: number;
  /** Left out on purpose: this machine is behind, or key pictures only. */
  framesDropped: number;
  framesPerSecond: number;
  bytes: number;
  latencySeconds: number | null;
  width: number;
  height: number;
  codec: string | null;
  profile: StreamProfile;
  keyOnly: 'no' | 'line-short' | 'machine-behind';
};

export type TileEvent =
  | { type: 'opened'; viewId: string; maxViewSeconds: number }
  | { type: 'state'; state: GatewayState; reason: string | null; retryInMs: number | null }
  | { type: 'config'; codec: string; width: number; height: number }
  | { type: 'figures'; figures: TileFigures }
  | { type: 'sound-offered'; codec: string }
  | {
      type: 'sound-config';
      codec: string;
      sampleRate: number;
      channels: number;
      description: Uint8Array<ArrayBuffer>;
    }
  | { type: 'sound'; milliseconds: number; data: Uint8Array<ArrayBuffer> }
  | { type: 'ended'; cause: 'view' | 'transport'; reason: string };

export type FromWorker = { tile: number; event: TileEvent };
