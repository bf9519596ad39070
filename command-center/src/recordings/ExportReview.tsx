import { useCallback, useEffect, useState } from 'react';
import { Eye } from 'lucide-react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  ReviewRecordingExportDocument,
  type RecordingExportFieldsFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { PlaybackControls } from './PlaybackControls.tsx';
import { PlaybackRoom } from './playback/playback-room.ts';
import { RecordedTile } from './RecordedTile.tsx';
import { TimeLine } from './TimeLine.tsx';
import styles from './Playback.module.css';

type ExportReviewProps = { copy: RecordingExportFieldsFragment };

/** Before somebody lets a copy out: what it would show, with what it would hide. Opening it is a look, and is registered. */
export function ExportReview({ copy }: ExportReviewProps) {
  const { t } = useTranslation('recordings');
  const [isOpen, setOpen] = useState(false);
  return (
    <section data-review={isOpen ? 'open' : 'closed'}>
      <Button data-act="review" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Eye size="1.2em" aria-hidden />
        {t(isOpen ? 'closeReview' : 'review')}
      </Button>
      {isOpen ? <Shown copy={copy} /> : null}
    </section>
  );
}

function Shown({ copy }: ExportReviewProps) {
  const { t } = useTranslation('recordings');
  const { id, cameraId, camera, windowFrom, windowTo, masking, regions } = copy;
  // A copy's window never changes.
  const [window] = useState(() => ({ fromMs: Date.parse(windowFrom), toMs: Date.parse(windowTo) }));
  const [room] = useState(() => new PlaybackRoom(window));
  useEffect(() => room.start(), [room]);
  const { positionMs, known } = useStore(room.state, (all) => all);
  const [review] = useMutation(ReviewRecordingExportDocument);
  const open = useCallback(async () => {
    const { data } = await review({ variables: { id } });
    return data?.reviewRecordingExport ?? null;
  }, [review, id]);
  const name = camera?.name ?? cameraId;
  return (
    <div className={styles.playback}>
      <p className={styles.note}>
        {t(masking === 'regions' ? 'reviewParts' : 'reviewClear', { count: regions.length })}
      </p>
      <div className={styles.tiles} data-tiles={1}>
        <RecordedTile
          camera={{ id: cameraId, name }}
          window={window}
          room={room}
          open={open}
          {...(masking === 'regions' && { regions })}
        />
      </div>
      <PlaybackControls room={room} />
      <TimeLine
        window={window}
        positionMs={positionMs}
        rows={[{ id: cameraId, name, recordings: known[cameraId]?.recordings ?? null }]}
        marks={[]}
        onSeek={(to) => room.seek(to)}
      />
    </div>
  );
}
