/** Plays one camera in a component: a ticket is asked for and the picture runs until the component goes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ViewBasisInput } from '#gis/generated/graphql.ts';
import { onJournal } from '#journal/journal-state.ts';
import { soundDesk } from '#video/audio/sound-desk.ts';
import { hlsHasRoom } from '#video/hls/hls-lines.ts';
import { openTicket } from '#video/open-ticket.ts';
import { waitsForDuty } from '#video/player/failure-policy.ts';
import type { TransportKind } from '#video/player/picture-state.ts';
import { startPlayer, type Player, type PlayerView } from '#video/player/player.ts';
import { probeMedia, type MediaProbe } from '#video/probe/media-probe.ts';
import { firstTransport } from '#video/probe/transport-choice.ts';
import { useLooker } from '#video/use-looker.ts';
import { OwnCanvas, type TilePlace } from '#video/wall/tile-place.ts';
import type { WallTile } from '#video/wall/wall-engine.ts';
import type { Looker } from '#video/watermark/watermark-words.ts';

export type LookRequest = {
  cameraId: string;
  basis: ViewBasisInput;
  /** performance.now() of the click that asked for it. */
  clickedAt: number;
};

export type LivePicture = {
  video: React.RefObject<HTMLVideoElement | null>;
  frozen: React.RefObject<HTMLCanvasElement | null>;
  /** Holds the canvas of a picture that has one of its own. */
  host: React.RefObject<HTMLDivElement | null>;
  looker: Looker | null;
  /** Null until the elements stand. */
  view: PlayerView | null;
  player: () => Player | null;
  tile: () => WallTile | null;
  /** Ways this browser knows, for who wants another one. */
  transports: readonly TransportKind[];
};

/** Pictures that play on this page now, wherever on it. */
let playing = 0;

/**
 * `look` null means that nothing may be asked for yet, such as while the purpose is being chosen. `wallPlace` is the
 * tile's place on a wall; a window has none and plays by itself.
 */
export function useLivePicture(
  look: LookRequest | null,
  wallPlace: TilePlace | null = null,
): LivePicture {
  const video = useRef<HTMLVideoElement>(null);
  const frozen = useRef<HTMLCanvasElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const player = useRef<Player>(null);
  const place = useRef<TilePlace>(null);
  const [view, setView] = useState<PlayerView | null>(null);
  const [probe, setProbe] = useState<MediaProbe | null>(null);
  const looker = useLooker();

  useEffect(() => {
    let gone = false;
    void probeMedia().then((answer) => {
      if (!gone) setProbe(answer);
    });
    return () => {
      gone = true;
    };
  }, []);

  useEffect(() => {
    const elements = { video: video.current, frozen: frozen.current, host: host.current };
    if (look === null || probe === null) return;
    if (elements.video === null || elements.frozen === null || elements.host === null) return;
    const ownPlace = wallPlace ?? new OwnCanvas(elements.host);
    place.current = ownPlace;
    const isWall = wallPlace !== null;
    const started = startPlayer({
      screen: {
        video: elements.video,
        frozen: elements.frozen,
        place: ownPlace,
      },
      probe,
      openTicket: (profile) => openTicket(look.cameraId, look.basis, profile),
      transport: firstTransport({
        probe,
        isWall,
        otherPictures: playing,
        hlsHasRoom: hlsHasRoom(),
      }),
      clickedAt: look.clickedAt,
    });
    playing += 1;
    player.current = started;
    setView(started.view());
    const unsubscribe = started.subscribe(() => setView(started.view()));
    const stopListening = tryAgainWithDuty(started);
    return () => {
      playing -= 1;
      unsubscribe();
      stopListening();
      soundDesk.silence(ownPlace.tile);
      soundDesk.silence(started);
      started.close();
      place.current = null;
      if (!isWall) ownPlace.close();
      player.current = null;
    };
  }, [look, probe, wallPlace]);

  useTileOfPicture(place, view, looker);
  return {
    video,
    frozen,
    host,
    looker,
    view,
    player: useCallback(() => player.current, []),
    tile: useCallback(() => place.current?.tile ?? null, []),
    transports: probe === null ? [] : transportsOf(probe),
  };
}

/** What the worker draws of the state: the mark of the look, and grey over what no longer moves. */
function useTileOfPicture(
  place: React.RefObject<TilePlace | null>,
  view: PlayerView | null,
  looker: Looker | null,
): void {
  const viewId = view?.ticket?.viewId ?? null;
  const onTile = view?.transport === 'webcodecs';
  const still = view?.state.kind === 'stalled' || view?.state.kind === 'offline';
  useEffect(() => {
    if (looker !== null && viewId !== null && onTile) place.current?.tile?.mark(looker, viewId);
  }, [place, looker, viewId, onTile]);
  useEffect(() => {
    if (onTile) place.current?.tile?.dim(still);
  }, [place, still, onTile]);
}

function transportsOf(probe: MediaProbe): readonly TransportKind[] {
  const element: readonly TransportKind[] = probe.mediaSource ? ['fmp4-websocket', 'll-hls'] : [];
  const decoder: readonly TransportKind[] = probe.webCodecs ? ['webcodecs'] : [];
  return [...element, ...decoder, 'still-picture'];
}

/** Once somebody has signed in for duty, what waited for that is asked for again. */
export function tryAgainWithDuty(player: Pick<Player, 'view' | 'tryAgain'>): () => void {
  return onJournal({
    entry: ({ kind }) => {
      const { state } = player.view();
      const waits = state.kind === 'offline' && waitsForDuty(state.reason);
      if (kind === 'duty.signed-in' && waits) player.tryAgain();
    },
  });
}
