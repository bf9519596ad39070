import { Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import type { PlaybackRoom } from './playback/playback-room.ts';
import styles from './Playback.module.css';

/** Listens to one camera, where its request grants the sound, and says why nothing is heard. */
export function SoundButton({ room, cameraId }: { room: PlaybackRoom; cameraId: string }) {
  const { t } = useTranslation('recordings');
  const { hears, sound, known } = useStore(room.state, (all) => all);
  const mayBeHeard = known[cameraId]?.mayBeHeard === true;
  const on = hears === cameraId;
  const label = t(mayBeHeard ? (on ? 'sound.turnOff' : 'sound.turnOn') : 'sound.notGranted');
  const Icon = on ? Volume2 : VolumeX;
  return (
    <>
      <Button
        look="plain"
        aria-pressed={on}
        aria-label={label}
        title={label}
        disabled={!mayBeHeard}
        data-sound={on ? sound : 'off'}
        onClick={() => room.listenTo(on ? null : cameraId)}
      >
        <Icon size="1.2em" aria-hidden />
      </Button>
      {on && sound !== 'heard' && sound !== 'off' ? (
        <span className={styles.note} role="status">
          {t(`sound.${sound}`)}
        </span>
      ) : null}
    </>
  );
}
