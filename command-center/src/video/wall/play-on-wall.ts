/** Plays a tile through the wall's worker: coded pictures over the page's one socket, decoded by WebCodecs. */
import { soundDesk } from '#video/audio/sound-desk.ts';
import type { StartTransport } from '#video/player/picture-state.ts';
import type { TileEvent } from '#video/wall/wall-message.ts';

export const playOnWall: StartTransport = ({ place }, ticket, tell) => {
  const tile = place.needTile();
  if (tile === null) {
    queueMicrotask(() => tell({ type: 'ended', cause: 'transport', reason: 'decoder-missing' }));
  }
  const hear = (event: TileEvent): void => {
    switch (event.type) {
      case 'figures': {
        const { framesShown = 0, bytes = 0 } = tile?.figures ?? {};
        const next = event.figures;
        if (next.bytes > bytes) tell({ type: 'bytes', count: next.bytes - bytes });
        if (next.framesShown > framesShown)
          tell({ type: 'frames', count: next.framesShown - framesShown });
        return;
      }
      case 'sound-offered':
        tell({ type: 'sound', codec: event.codec });
        return;
      case 'sound-config':
        soundDesk.configure(tile, event);
        return;
      case 'sound':
        soundDesk.play(tile, event);
        return;
      default:
        tell(event);
    }
  };
  tile?.open(ticket, hear);
  return {
    close: () => tile?.close(),
    captureDelaySeconds: () => tile?.figures?.latencySeconds ?? null,
    bufferedAheadSeconds: () => null,
    wallFigures: () => tile?.figures ?? null,
  };
};
