import type { RefObject } from 'react';
import { Camera } from 'lucide-react';
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
};

export function SnapshotButton({ disabled, ...of }: SnapshotButtonProps) {
  const { t } = useTranslation('recordings');
  const snapshot = useSnapshot(of);
  return (
    <>
      <Button
        look="plain"
        aria-label={t('snapshot')}
        title={t('snapshot')}
        disabled={snapshot.busy || disabled}
        onClick={snapshot.take}
      >
        <Camera size="1.2em" aria-hidden />
      </Button>
      <RefusedLine error={snapshot.error} />
    </>
  );
}
