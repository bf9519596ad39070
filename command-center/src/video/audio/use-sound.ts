import type { LivePicture } from '#video/use-live-picture.ts';
import { soundDesk, useHeard } from './sound-desk.ts';

export type Sound = { isOffered: boolean; isHeard: boolean; toggle: () => void };

/** The sound of a picture: by choice, and that of one picture at a time. */
export function useSound(
  picture: Pick<LivePicture, 'view' | 'tile' | 'player' | 'transports'>,
): Sound {
  const { view, tile, player, transports } = picture;
  const onTile = view?.transport === 'webcodecs';
  const isHeard = useHeard(onTile ? tile() : player());
  const codec = view?.sound ?? '';
  // A video element plays AAC; G.711, which most cameras send, only the page's own decoder.
  const inElement = view?.transport === 'fmp4-websocket' && codec.startsWith('mp4a');
  const isOffered = codec !== '' && (onTile || inElement || transports.includes('webcodecs'));
  const toggle = (): void => {
    if (!isOffered) return;
    if (isHeard) return soundDesk.hear(null);
    if (!onTile && !inElement) player()?.chooseTransport('webcodecs');
    soundDesk.hear(inElement ? player() : tile());
  };
  return { isOffered, isHeard, toggle };
}
