import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { middleOfMap, middleOnScreen } from '#draw/crosshair.ts';
import { drawState, moveTip, useDraw } from '#draw/draw-state.ts';
import type { ScreenPoint } from '#map/engine.ts';
import { onMap, useMapHost } from '#map/map-host.ts';
import styles from './Crosshair.module.css';

/** Marks the middle of the map while corners are set: Space sets one there, the arrows move the ground under it. */
export function Crosshair() {
  const shows = useDraw(({ tool }) => tool !== null && tool !== 'freehand');
  return shows ? <Middle /> : null;
}

function Middle() {
  const { t } = useTranslation('shell');
  const corners = useDraw((state) => state.corners.length);
  const engine = useMapHost((host) => host.engine);
  const [at, setAt] = useState<ScreenPoint | null>(null);
  useEffect(() => freeTheSpaceBar(), []);
  useEffect(() => {
    if (engine === null) return undefined;
    const place = (): void => setAt(middleOnScreen());
    place();
    const stop = onMap('view', () => {
      place();
      // What is drawn follows the crosshair as it follows a pointer.
      if (drawState.get().corners.length > 0) moveTip(middleOfMap());
    });
    addEventListener('resize', place);
    return () => {
      stop();
      removeEventListener('resize', place);
    };
  }, [engine]);
  return (
    <>
      <span className="visually-hidden" role="status">
        {t('crosshair', { count: corners })}
      </span>
      {at ? (
        <div
          className={styles.crosshair}
          style={{ left: at.x, top: at.y }}
          data-crosshair={corners}
          aria-hidden
        />
      ) : null}
    </>
  );
}

/** Whoever took the tool by keyboard stands on its button, which would take the key; the map is next. */
function freeTheSpaceBar(): void {
  const at = document.activeElement;
  if (at instanceof HTMLButtonElement && at.matches(':focus-visible')) {
    document.querySelector<HTMLElement>('[role="application"]')?.focus();
  }
}
