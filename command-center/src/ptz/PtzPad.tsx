import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ArrowDown,
  ArrowDownLeft,
  ArrowDownRight,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ArrowUpLeft,
  ArrowUpRight,
  House,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { PtzCommand } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { HoldButton } from './HoldButton.tsx';
import { usualSpeed } from './turn-keys.ts';
import type { Ptz } from './use-ptz.ts';
import styles from './PtzDeck.module.css';

const directions = [
  ['left-up', ArrowUpLeft],
  ['up', ArrowUp],
  ['right-up', ArrowUpRight],
  ['left', ArrowLeft],
  [null, House],
  ['right', ArrowRight],
  ['left-down', ArrowDownLeft],
  ['down', ArrowDown],
  ['right-down', ArrowDownRight],
] as const;

const speeds = [
  ['slow', 0.15],
  ['usual', usualSpeed],
  ['fast', 1],
] as const;

/** The hand on the camera: eight directions, lens, and how fast. */
export function PtzPad({ ptz }: { ptz: Ptz }) {
  const { t } = useTranslation('ptz');
  const [speed, setSpeed] = useState<number>(usualSpeed);
  const hold = (command: PtzCommand) => ({
    name: command,
    words: t(`command.${command}`),
    onHold: () => ptz.moves.start(command, speed),
    onRelease: () => ptz.moves.stop(),
    className: styles.key,
  });
  const homePreset = ptz.panel?.settings.homePreset ?? 1;
  return (
    <div className={styles.hand}>
      <div className={styles.pad} role="group" aria-label={t('directions')}>
        {directions.map(([command, Icon]) =>
          command === null ? (
            <Button
              key="home"
              data-ptz="home"
              className={styles.key}
              aria-label={t('home')}
              title={t('home')}
              onClick={() => ptz.callPreset(homePreset)}
            >
              <Icon size="1.2em" aria-hidden />
            </Button>
          ) : (
            <HoldButton key={command} {...hold(command)}>
              <Icon size="1.4em" aria-hidden />
            </HoldButton>
          ),
        )}
      </div>
      <div className={styles.lens} role="group" aria-label={t('lens')}>
        <HoldButton {...hold('zoom-in')}>
          <ZoomIn size="1.3em" aria-hidden />
        </HoldButton>
        <HoldButton {...hold('zoom-out')}>
          <ZoomOut size="1.3em" aria-hidden />
        </HoldButton>
        <HoldButton {...hold('focus-near')}>{t('short.focus-near')}</HoldButton>
        <HoldButton {...hold('focus-far')}>{t('short.focus-far')}</HoldButton>
      </div>
      <div className={styles.speeds} role="radiogroup" aria-label={t('speed')}>
        {speeds.map(([name, value]) => (
          <Button
            key={name}
            role="radio"
            aria-checked={speed === value}
            look={speed === value ? 'solid' : 'quiet'}
            onClick={() => setSpeed(value)}
          >
            {t(`speeds.${name}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
