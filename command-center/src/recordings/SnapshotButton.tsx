import type { RefObject } from 'react';
import { Camera, FileImage } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import type { PlaybackRoom } from './playback/playback-room.ts';
import { RefusedLine } from './RefusedLine.tsx';
import { useSnapshot } from './use-snapshot.ts';

type SnapshotButtonProps = {
  requestId: string;
  camera: { id: string; name: string };
  video: RefObject<HTMLVideoElement | null>;
  room: PlaybackRoom;
  disabled: boolean;
  /** Of the moment shown: a copy of one picture, which others let out. */
  onAskPicture: (atMs: number) => void;
};

/** By one's own hand a picture that shows nothing of anybody; for one that does, others are asked. */
export function SnapshotButton({ disabled, onAskPicture, ...of }: SnapshotButtonProps) {
  const { t } = useTranslation('recordings');
  const snapshot = useSnapshot(of);
  return (
    <>
      <Button
        look="plain"
        data-act="snapshot"
        aria-label={t('snapshot')}
        title={t('snapshot')}
        disabled={snapshot.busy || disabled}
        onClick={snapshot.take}
      >
        <Camera size="1.2em" aria-hidden />
      </Button>
      <Button
        look="plain"
        data-act="ask-picture"
        aria-label={t('askPicture')}
        title={t('askPicture')}
        disabled={disabled}
        onClick={() => onAskPicture(of.room.positionMs)}
      >
        <FileImage size="1.2em" aria-hidden />
      </Button>
      <RefusedLine error={snapshot.error} />
    </>
  );
}
