import { useCallback, useEffect, useRef, useState } from 'react';
import { Eye } from 'lucide-react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  ReviewRecordingExportDocument,
  type RecordingExportFieldsFragment,
  type ReviewRecordingExportMutation,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { PlaybackControls } from './PlaybackControls.tsx';
import { PlaybackRoom } from './playback/playback-room.ts';
import { RecordedTile } from './RecordedTile.tsx';
import { RefusedLine } from './RefusedLine.tsx';
import { TimeLine } from './TimeLine.tsx';
import styles from './Playback.module.css';

type ExportReviewProps = { copy: RecordingExportFieldsFragment };

type Look = NonNullable<ReviewRecordingExportMutation['reviewRecordingExport']>;

/** Before somebody lets a copy out: what it would show, with what it would hide. Opening it is a look, and is registered. */
export function ExportReview({ copy }: ExportReviewProps) {
  const { t } = useTranslation('recordings');
  const { id } = copy;
  const [look, setLook] = useState<Look | null>(null);
  const [review, { error }] = useMutation(ReviewRecordingExportDocument);
  const ask = useCallback(async () => {
    const { data } = await review({ variables: { id } });
    return data?.reviewRecordingExport ?? null;
  }, [review, id]);
  const isOpen = look !== null;
  const toggle = (): void => {
    if (isOpen) setLook(null);
    // A refusal is shown from the hook's own error.
    else ask().then(setLook, () => undefined);
  };
  return (
    <section data-review={isOpen ? 'open' : 'closed'}>
      <Button data-act="review" aria-expanded={isOpen} onClick={toggle}>
        <Eye size="1.2em" aria-hidden />
        {t(isOpen ? 'closeReview' : 'review')}
      </Button>
      {look ? <Shown key={look.viewId} copy={copy} look={look} ask={ask} /> : null}
      <RefusedLine error={error} />
    </section>
  );
}

type ShownProps = ExportReviewProps & { look: Look; ask: () => Promise<Look | null> };

function Shown({ copy, look, ask }: ShownProps) {
  const { t } = useTranslation('recordings');
  const { cameraId, camera, windowFrom, masking, regions } = copy;
  // A look's window never changes.
  const [window] = useState(() => ({
    fromMs: Date.parse(look.windowFrom),
    toMs: Date.parse(look.windowTo),
  }));
  const [room] = useState(() => new PlaybackRoom(window));
  useEffect(() => {
    // Of a picture the seconds before it are there as well.
    room.seek(Date.parse(windowFrom));
    return room.start();
  }, [room, windowFrom]);
  const { positionMs, known } = useStore(room.state, (all) => all);
  const first = useRef<Look | null>(look);
  const open = useCallback(() => {
    const granted = first.current;
    first.current = null;
    return granted ? Promise.resolve(granted) : ask();
  }, [ask]);
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
