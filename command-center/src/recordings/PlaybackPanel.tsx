import { useCallback, useEffect, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OpenRecordingDocument, type ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import type { PictureOf } from './ExportForm.tsx';
import { Bookmarks } from './Bookmarks.tsx';
import { PlaybackControls } from './PlaybackControls.tsx';
import { PlaybackRoom } from './playback/playback-room.ts';
import { RecordedTile } from './RecordedTile.tsx';
import { TimeLine } from './TimeLine.tsx';
import { useBookmarks } from './use-bookmarks.ts';
import styles from './Playback.module.css';

type PlaybackPanelProps = {
  request: ViewRequestFieldsFragment;
  onAskPicture: (of: PictureOf) => void;
};

/** A granted request's recordings: up to nine cameras on one time line, all showing the same moment. */
export function PlaybackPanel({ request, onAskPicture }: PlaybackPanelProps) {
  const { t } = useTranslation('recordings');
  const { windowFrom, windowTo, cameras } = request;
  // A request's window never changes.
  const [window] = useState(() => ({ fromMs: Date.parse(windowFrom), toMs: Date.parse(windowTo) }));
  const [room] = useState(() => new PlaybackRoom(window));
  useEffect(() => room.start(), [room]);
  const { positionMs, spreadMs, known } = useStore(room.state, (all) => all);
  const [shown, setShown] = useState<readonly string[]>(() => cameras.map((each) => each.cameraId));
  const bookmarks = useBookmarks(request.id);
  const [openRecording] = useMutation(OpenRecordingDocument);
  const open = useCallback(
    async (cameraId: string) => {
      const { data } = await openRecording({ variables: { requestId: request.id, cameraId } });
      return data?.openRecording ?? null;
    },
    [openRecording, request.id],
  );
  const toggle = (id: string) =>
    setShown(shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id]);
  const nameOf = (id: string) => cameras.find((each) => each.cameraId === id)?.camera?.name ?? id;
  return (
    <section
      className={styles.playback}
      aria-label={t('playback')}
      data-spread-ms={spreadMs ?? ''}
      data-position-ms={Math.round(positionMs)}
    >
      <div className={styles.cameras} role="group" aria-label={t('chooseCameras')}>
        {cameras.map(({ cameraId }) => (
          <Button
            key={cameraId}
            aria-pressed={shown.includes(cameraId)}
            onClick={() => toggle(cameraId)}
          >
            {nameOf(cameraId)}
          </Button>
        ))}
      </div>
      <div className={styles.tiles} data-tiles={shown.length}>
        {shown.map((cameraId) => (
          <RecordedTile
            key={cameraId}
            camera={{ id: cameraId, name: nameOf(cameraId) }}
            window={window}
            room={room}
            open={open}
            snapshotsOf={request.id}
            onAskPicture={(atMs) => onAskPicture({ cameraId, atMs })}
          />
        ))}
      </div>
      <PlaybackControls room={room} />
      <TimeLine
        window={window}
        positionMs={positionMs}
        rows={shown.map((id) => ({
          id,
          name: nameOf(id),
          recordings: known[id]?.recordings ?? null,
        }))}
        marks={bookmarks.rows}
        onSeek={(to) => room.seek(to)}
      />
      <Bookmarks
        bookmarks={bookmarks}
        nameOf={nameOf}
        positionMs={() => room.positionMs}
        onSeek={(to) => room.seek(to)}
      />
    </section>
  );
}
