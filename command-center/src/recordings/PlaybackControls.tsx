import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { fromInput, toInput } from './city-time.ts';
import { useStore } from '#ui/create-store.ts';
import type { PlaybackRoom } from './playback/playback-room.ts';
import styles from './Playback.module.css';

const speeds = [0.25, 0.5, 1, 2, 4, 8];
const stepMs = 10_000;

export function PlaybackControls({ room }: { room: PlaybackRoom }) {
  const { t } = useTranslation('recordings');
  const {
    intent,
    positionMs,
    speed: chosen,
    waits,
    spreadMs,
    known,
  } = useStore(room.state, (all) => all);
  const playing = intent === 'playing';
  // A platform that cannot is not asked to; those that have not answered yet hold nothing back.
  const able = Object.values(known);
  const offered = speeds.filter((speed) => able.every((each) => each.speeds.includes(speed)));
  return (
    <div className={styles.controls} role="toolbar" aria-label={t('controls')}>
      <Button
        aria-label={t('back')}
        title={t('back')}
        onClick={() => room.seek(positionMs - stepMs)}
      >
        <SkipBack size="1.2em" aria-hidden />
      </Button>
      <Button
        look="solid"
        data-play={playing ? 'pause' : 'play'}
        onClick={() => (playing ? room.pause() : room.play())}
      >
        {playing ? <Pause size="1.2em" aria-hidden /> : <Play size="1.2em" aria-hidden />}
        {t(playing ? 'pause' : 'play')}
      </Button>
      <Button
        aria-label={t('forward')}
        title={t('forward')}
        onClick={() => room.seek(positionMs + stepMs)}
      >
        <SkipForward size="1.2em" aria-hidden />
      </Button>
      <select
        aria-label={t('speed')}
        value={chosen}
        onChange={({ target }) => room.setSpeed(Number(target.value))}
      >
        {offered.map((speed) => (
          <option key={speed} value={speed}>
            {t('times', { speed })}
          </option>
        ))}
      </select>
      <time className={styles.clock} dateTime={new Date(positionMs).toISOString()}>
        {clockWords(new Date(positionMs), 'full')}
      </time>
      <input
        type="datetime-local"
        step={1}
        aria-label={t('goTo')}
        title={t('goTo')}
        defaultValue={toInput(new Date(positionMs))}
        onBlur={({ target }) => goTo(room, target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') goTo(room, currentTarget.value);
        }}
      />
      <span className={styles.note}>
        {waits ? t('waits') : null}
        {spreadMs === null ? null : t('spread', { ms: spreadMs })}
      </span>
    </div>
  );
}

function goTo(room: PlaybackRoom, text: string): void {
  const at = fromInput(text);
  if (at && Math.abs(at.getTime() - room.positionMs) > 1_000) room.seek(at.getTime());
}
