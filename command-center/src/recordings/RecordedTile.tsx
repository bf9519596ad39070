import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#session/refusal.ts';
import { clockWords } from '#ui/clock-words.ts';
import { reasonWords } from '#video/reason-words.ts';
import { useLooker } from '#video/use-looker.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
import type { PictureRegion } from 'grid-data';
import { HiddenParts } from './masking/HiddenParts.tsx';
import { keepShown } from './masking/shown-pictures.ts';
import type { Window } from './playback/playback-clock.ts';
import type { PlaybackRoom } from './playback/playback-room.ts';
import { RecordedPlayer, type TileState } from './playback/recorded-player.ts';
import { SnapshotButton } from './SnapshotButton.tsx';
import { SoundButton } from './SoundButton.tsx';
import styles from './Playback.module.css';

/** Null where the page has gone meanwhile. */
export type OpenLook = (cameraId: string) => Promise<{ viewId: string; ticket: string } | null>;

type RecordedTileProps = {
  camera: { id: string; name: string };
  window: Window;
  room: PlaybackRoom;
  /** The same function as long as the same is looked at. */
  open: OpenLook;
  /** Shown over the picture. */
  regions?: readonly PictureRegion[];
  /** The request under which pictures may be taken out; none may where it is not given. */
  snapshotsOf?: string;
};

/** One camera's recording, with who looks at it written over it. */
export function RecordedTile({
  camera,
  window,
  room,
  open,
  regions,
  snapshotsOf,
}: RecordedTileProps) {
  const looker = useLooker();
  const video = useRef<HTMLVideoElement>(null);
  const [viewId, setViewId] = useState('');
  const [state, setState] = useState<TileState>({ state: 'opening' });

  const picture = useMarkOverlay({ looker, viewId: viewId || null }, () => {
    room.remove(camera.id);
    setState({ state: 'closed', reason: 'watermark-removed' });
  });

  useEffect(() => {
    let gone = false;
    const begin = async () => {
      const look = await open(camera.id);
      const element = video.current;
      if (gone || !look || !element) return;
      setViewId(look.viewId);
      let known = false;
      const player: RecordedPlayer = new RecordedPlayer(element, {
        windowFromMs: window.fromMs,
        ticket: look.ticket,
        changed: () => {
          setState(player.state);
          if (known || !player.isOpen) return;
          known = true;
          room.welcome(camera.id, player);
        },
      });
      room.add(camera.id, player);
    };
    begin().catch((error: unknown) => {
      if (!gone) setState({ state: 'closed', reason: refusalOf(error).reason });
    });
    return () => {
      gone = true;
      room.remove(camera.id);
    };
  }, [open, camera.id, window, room]);

  useEffect(() => {
    if (video.current === null || viewId === '') return;
    return keepShown(camera.id, { video: video.current, viewId });
  }, [camera.id, viewId]);

  return (
    <figure className={styles.tile} data-tile={camera.id} data-tile-state={state.state}>
      <div ref={picture} className={styles.picture}>
        <video ref={video} muted playsInline />
        {regions ? <HiddenParts regions={regions} /> : null}
        <TileNotice state={state} />
      </div>
      <figcaption className={styles.caption}>
        {camera.name}
        <SoundButton room={room} cameraId={camera.id} />
        {snapshotsOf ? (
          <SnapshotButton
            requestId={snapshotsOf}
            camera={camera}
            video={video}
            room={room}
            disabled={state.state !== 'pulled'}
          />
        ) : null}
      </figcaption>
    </figure>
  );
}

/** Why there is no picture, and what to do about it. */
function TileNotice({ state }: { state: TileState }) {
  const { t } = useTranslation(['recordings', 'video']);
  switch (state.state) {
    case 'pulled':
      return null;
    case 'opening':
      return <p className={styles.notice}>{t('opening')}</p>;
    case 'gap': {
      const { nextMs } = state;
      const until = nextMs === null ? null : clockWords(new Date(nextMs), 'full');
      return (
        <p className={styles.gap} data-gap>
          {until === null ? t('noMoreRecorded') : t('notRecorded', { until })}
        </p>
      );
    }
    case 'failed':
    case 'closed': {
      const words = reasonWords(t as never, state.reason, null);
      return (
        <p className={styles.notice} role="alert" data-reason={state.reason}>
          {words.means}
          <br />
          {words.next}
        </p>
      );
    }
  }
}
