import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { refusalOf } from '#session/refusal.ts';
import { useLooker } from '#video/use-looker.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
import type { PictureRegion } from 'grid-data';
import { HiddenParts } from './masking/HiddenParts.tsx';
import { keepShown } from './masking/shown-pictures.ts';
import type { Window } from './playback/playback-clock.ts';
import { RecordedPlayer, type TileState } from './playback/recorded-player.ts';
import styles from './Playback.module.css';

/** Null where the page has gone meanwhile. */
export type OpenLook = (cameraId: string) => Promise<{ viewId: string; ticket: string } | null>;

/** What holds the picture to a clock: the player once there is one, again once its recordings are known. */
export type PlayerHolder = {
  add(cameraId: string, player: RecordedPlayer): void;
  welcome(cameraId: string, player: RecordedPlayer): void;
  /** Stops it too. */
  remove(cameraId: string): void;
};

type RecordedPictureProps = {
  cameraId: string;
  window: Window;
  room: PlayerHolder;
  /** The same function as long as the same is looked at. */
  open: OpenLook;
  video: RefObject<HTMLVideoElement | null>;
  onState: (state: TileState) => void;
  /** Shown over the picture. */
  regions?: readonly PictureRegion[];
  children?: ReactNode;
};

/** The picture of one camera's recording alone, with who looks at it written over it. */
export function RecordedPicture(props: RecordedPictureProps) {
  const { cameraId, window, room, open, video, onState, regions, children } = props;
  const looker = useLooker();
  const [viewId, setViewId] = useState('');
  const picture = useMarkOverlay({ looker, viewId: viewId || null }, () => {
    room.remove(cameraId);
    onState({ state: 'closed', reason: 'watermark-removed' });
  });

  useEffect(() => {
    let gone = false;
    const begin = async () => {
      const look = await open(cameraId);
      const element = video.current;
      if (gone || !look || !element) return;
      setViewId(look.viewId);
      let known = false;
      const player: RecordedPlayer = new RecordedPlayer(element, {
        windowFromMs: window.fromMs,
        ticket: look.ticket,
        changed: () => {
          onState(player.state);
          if (known || !player.isOpen) return;
          known = true;
          room.welcome(cameraId, player);
        },
      });
      room.add(cameraId, player);
    };
    begin().catch((error: unknown) => {
      if (!gone) onState({ state: 'closed', reason: refusalOf(error).reason });
    });
    return () => {
      gone = true;
      room.remove(cameraId);
    };
  }, [open, cameraId, window, room, video, onState]);

  useEffect(() => {
    if (video.current === null || viewId === '') return undefined;
    return keepShown(cameraId, { video: video.current, viewId });
  }, [cameraId, viewId, video]);

  return (
    <div ref={picture} className={styles.picture}>
      <video ref={video} muted playsInline />
      {regions ? <HiddenParts regions={regions} /> : null}
      {children}
    </div>
  );
}
