import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { Panel } from '#ui/Panel.tsx';
import { TurningPictures, type TurningPicture } from '#tours/TurningPictures.tsx';
import type { CameraThere, FollowRun, FollowState } from './follow-run.ts';
import { stopFollowing, useUnitFollower, type FollowedUnit } from './unit-follower.ts';
import styles from './FollowWindow.module.css';

/** A unit of ours on its way: the camera that sees it now, and which one is next. */
export function FollowWindow() {
  const unit = useUnitFollower((state) => state.unit);
  const run = useUnitFollower((state) => state.run);
  // Nobody looks where the hall is gone.
  useEffect(() => () => void stopFollowing(), []);
  return unit && run ? <Following key={unit.id} unit={unit} run={run} /> : null;
}

function Following({ unit, run }: { unit: FollowedUnit; run: FollowRun }) {
  const { t } = useTranslation('sights');
  const state = useStore(run.store, (now) => now);
  const { shown, next, note } = state;
  return (
    <Panel title={t('follow.title', { name: unit.name })} onClose={stopFollowing}>
      <div data-followed-unit={unit.id} data-shown={shown?.cameraId} data-turn={state.turn}>
        {shown ? (
          <TurningPictures
            before={pictureOf(state.before, state.turn - 1, unit)}
            shown={pictureOf(shown, state.turn, unit)}
          />
        ) : (
          <p className={styles.nothing} role="status">
            {t(`follow.${note ?? 'looking'}`)}
          </p>
        )}
        <p className={styles.line}>
          {shown && note === 'silent' ? (
            <b className={styles.silent}>{t('follow.silent')}</b>
          ) : null}
          {wordsOfNext(next, t)}
          <span className={styles.purpose}>{t(`cameras:purpose.${unit.purpose}`)}</span>
          <Button data-act="stop-following" onClick={stopFollowing}>
            {t('follow.stop')}
          </Button>
        </p>
      </div>
    </Panel>
  );
}

function wordsOfNext(
  next: FollowState['next'],
  t: (key: string, values: Record<string, string>) => string,
) {
  return next ? (
    <span data-next={next.cameraId}>{t('follow.next', { name: next.name })}</span>
  ) : null;
}

function pictureOf(
  camera: CameraThere | null,
  turn: number,
  { purpose }: FollowedUnit,
): TurningPicture | null {
  return camera && { turn, cameraId: camera.cameraId, purpose, name: camera.name };
}
