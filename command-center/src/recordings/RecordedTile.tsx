import { useRef, useState } from 'react';
import type { PictureRegion } from 'grid-data';
import type { Window } from './playback/playback-clock.ts';
import type { PlaybackRoom } from './playback/playback-room.ts';
import type { TileState } from './playback/recorded-player.ts';
import { RecordedPicture, type OpenLook } from './RecordedPicture.tsx';
import { SnapshotButton } from './SnapshotButton.tsx';
import { SoundButton } from './SoundButton.tsx';
import { TileNotice } from './TileNotice.tsx';
import styles from './Playback.module.css';

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
  onAskPicture?: (atMs: number) => void;
};

/** One camera's recording, with who looks at it written over it. */
export function RecordedTile({
  camera,
  room,
  snapshotsOf,
  onAskPicture,
  ...of
}: RecordedTileProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<TileState>({ state: 'opening' });
  return (
    <figure className={styles.tile} data-tile={camera.id} data-tile-state={state.state}>
      <RecordedPicture {...of} cameraId={camera.id} room={room} video={video} onState={setState}>
        <TileNotice state={state} />
      </RecordedPicture>
      <figcaption className={styles.caption}>
        {camera.name}
        <SoundButton room={room} cameraId={camera.id} />
        {snapshotsOf && onAskPicture ? (
          <SnapshotButton
            requestId={snapshotsOf}
            camera={camera}
            video={video}
            room={room}
            disabled={state.state !== 'pulled'}
            onAskPicture={onAskPicture}
          />
        ) : null}
      </figcaption>
    </figure>
  );
}
