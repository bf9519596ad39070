/** Which way a picture begins with, and which it steps down to. */
import type { TransportKind } from '#video/player/picture-state.ts';
import type { MediaProbe } from './media-probe.ts';

export type Circumstances = {
  probe: MediaProbe;
  /** A wall decodes all its tiles together, even a single one. */
  isWall: boolean;
  otherPictures: number;
  /** Whether one more picture by LL-HLS leaves the page room for its other requests. */
  hlsHasRoom: boolean;
};

export function firstTransport({ probe, isWall, otherPictures }: Circumstances): TransportKind {
  // Alone, a picture is better off in a video element: it has sound and may be larger than a decoder's canvas.
  if (probe.webCodecs && (isWall || otherPictures > 0)) return 'webcodecs';
  return probe.mediaSource ? 'fmp4-websocket' : 'still-picture';
}

/** Null: there is no other way. */
export function nextTransport(
  kind: TransportKind,
  reason: string,
  { probe, hlsHasRoom }: Pick<Circumstances, 'probe' | 'hlsHasRoom'>,
): TransportKind | null {
  const noSocket = reason === 'socket-failed' || reason === 'socket-silent';
  const hls: TransportKind = probe.mediaSource && hlsHasRoom ? 'll-hls' : 'still-picture';
  switch (kind) {
    case 'webcodecs':
      return noSocket || !probe.mediaSource ? hls : 'fmp4-websocket';
    case 'fmp4-websocket':
      return hls;
    case 'll-hls':
      return 'still-picture';
    case 'still-picture':
      return null;
  }
}
