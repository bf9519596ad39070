import { useEffect, useRef, useState } from 'react';
import { Camera } from 'lucide-react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OpenRecordingDocument } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { reasonWords } from '#video/reason-words.ts';
import { useLooker } from '#video/use-looker.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
import { keepShown } from './masking/shown-pictures.ts';
import type { Window } from './playback/playback-clock.ts';
import type { PlaybackRoom } from './playback/playback-room.ts';
import { RecordedPlayer, type TileState } from './playback/recorded-player.ts';
import { RefusedLine } from './RefusedLine.tsx';
import { useSnapshot } from './use-snapshot.ts';
import styles from './Playback.module.css';

type RecordedTileProps = {
  requestId: string;
  camera: { id: string; name: string };
  window: Window;
  room: PlaybackRoom;
};

/** One camera's recording, with who looks at it written over it. */
export function RecordedTile({ requestId, camera, window, room }: RecordedTileProps) {
  const { t } = useTranslation('recordings');
  const looker = useLooker();
  const video = useRef<HTMLVideoElement>(null);
  const [viewId, setViewId] = useState('');
  const [state, setState] = useState<TileState>({ state: 'opening' });
  const [open] = useMutation(OpenRecordingDocument);
  const snapshot = useSnapshot({ requestId, camera, video, room });

  const picture = useMarkOverlay({ looker, viewId: viewId || null }, () => {
    room.remove(camera.id);
    setState({ state: 'closed', reason: 'watermark-removed' });
  });

  useEffect(() => {
    let gone = false;
    const begin = async () => {
      const { data } = await open({ variables: { requestId, cameraId: camera.id } });
      const element = video.current;
      if (gone || !data || !element) return;
      setViewId(data.openRecording.viewId);
      let known = false;
      const player: RecordedPlayer = new RecordedPlayer(element, {
        windowFromMs: window.fromMs,
        ticket: data.openRecording.ticket,
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
  }, [open, requestId, camera.id, window, room]);

  useEffect(() => {
    if (video.current === null || viewId === '') return;
    return keepShown(camera.id, { video: video.current, viewId });
  }, [camera.id, viewId]);

  return (
    <figure className={styles.tile} data-tile={camera.id} data-tile-state={state.state}>
      <div ref={picture} className={styles.picture}>
        <video ref={video} muted playsInline />
        <TileNotice state={state} />
      </div>
      <figcaption className={styles.caption}>
        {camera.name}
        <Button
          look="plain"
          aria-label={t('snapshot')}
          title={t('snapshot')}
          disabled={snapshot.busy || state.state !== 'pulled'}
          onClick={snapshot.take}
        >
          <Camera size="1.2em" aria-hidden />
        </Button>
        <RefusedLine error={snapshot.error} />
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
