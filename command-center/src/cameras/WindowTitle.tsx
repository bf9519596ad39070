import { useTranslation } from 'react-i18next';
import { ArrowLeftRight, Info, Maximize2, Minimize2, Volume2, VolumeX, X } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import type { Sound } from '#video/audio/use-sound.ts';
import type { TransportKind } from '#video/player/picture-state.ts';
import styles from './WindowTitle.module.css';

type WindowTitleProps = {
  name: string;
  illustrative: boolean;
  large: boolean;
  transport: TransportKind | null;
  sound: Sound;
  onFigures: () => void;
  onTransport: () => void;
  onLarge: () => void;
  onClose: () => void;
};

export function WindowTitle(props: WindowTitleProps) {
  const { t } = useTranslation('cameras');
  const { t: video } = useTranslation('video');
  const transport = props.transport ? video(`transport.${props.transport}`) : '';
  const { sound } = props;
  const soundButton = {
    name: 'sound',
    Icon: sound.isHeard ? Volume2 : VolumeX,
    act: sound.toggle,
    words: t(sound.isHeard ? 'window.mute' : 'window.listen'),
  };
  const buttons = [
    ...(sound.isOffered ? [soundButton] : []),
    { name: 'figures', Icon: Info, act: props.onFigures, words: t('window.figures') },
    {
      name: 'transport',
      Icon: ArrowLeftRight,
      act: props.onTransport,
      words: t('window.transport', { transport }),
    },
    {
      name: 'large',
      Icon: props.large ? Minimize2 : Maximize2,
      act: props.onLarge,
      words: t(props.large ? 'window.smaller' : 'window.larger'),
    },
    { name: 'close', Icon: X, act: props.onClose, words: t('window.close') },
  ];
  return (
    <header className={styles.title} data-drag-handle>
      <h2 className={styles.name} title={props.name}>
        {props.name}
      </h2>
      {props.illustrative ? (
        <span className={styles.illustrative} title={t('illustrativeMeans')}>
          {t('illustrative')}
        </span>
      ) : null}
      {buttons.map(({ name, Icon, act, words }) => (
        <Button
          key={name}
          look="plain"
          data-act={name}
          aria-label={words}
          title={words}
          onClick={act}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <Icon size="1em" aria-hidden />
        </Button>
      ))}
    </header>
  );
}
