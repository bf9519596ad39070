import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { Age } from '#ui/Age.tsx';
import type { PictureState } from '#video/player/picture-state.ts';
import styles from './StateLine.module.css';

/** State by word, colour and shape, with the age of the last frame where it no longer moves. */
export function StateLine({ state }: { state: PictureState }) {
  const { t } = useTranslation('video');
  const isDoubtful = state.kind === 'live' && state.remark !== undefined;
  const word = isDoubtful ? 'doubtful' : state.kind;
  return (
    <span className={styles.line} data-state={word}>
      <span className={styles.mark} aria-hidden />
      {t(`state.${word}`)}
      {state.kind === 'stalled' && state.lastFrameAt !== null ? (
        <span className={styles.age}>
          {t('lastFrame', { at: clockWords(new Date(state.lastFrameAt), 'seconds') })} ·{' '}
          <Age since={new Date(state.lastFrameAt)} />
        </span>
      ) : null}
      {state.kind === 'offline' ? (
        <span className={styles.age}>
          {t('since', { at: clockWords(new Date(state.since), 'seconds') })}
        </span>
      ) : null}
    </span>
  );
}
