import { useState } from 'react';
import { remPx } from '#ui/rem-px.ts';
import { layOut } from './lay-out.ts';
import { useWallSurface, WallSurfaceContext } from './use-wall-surface.ts';
import { useWallModel } from './wall-model.ts';
import { WallTile } from './WallTile.tsx';
import styles from './WallPage.module.css';

const gapRem = 0.3;

/** The tiles over their one canvas. */
export function WallStage() {
  const { room, surface, size } = useWallSurface();
  const cameras = useWallModel((model) => model.cameras);
  const purpose = useWallModel((model) => model.purpose);
  const large = useWallModel(({ isLarge, focus, cameras: all }) =>
    isLarge ? all.findIndex(({ cameraId }) => cameraId === focus) : -1,
  );
  const [openedAt] = useState(() => performance.now());
  const boxes = layOut(cameras.length, large < 0 ? null : large, {
    ...size,
    gap: gapRem * remPx(),
  });
  return (
    <div ref={room} className={styles.stage} data-wall={cameras.length}>
      {surface === undefined ? null : (
        <WallSurfaceContext value={surface}>
          {cameras.map((camera, index) => {
            const box = boxes[index];
            return box ? (
              <WallTile key={camera.cameraId} {...{ camera, purpose, box, openedAt }} />
            ) : null;
          })}
        </WallSurfaceContext>
      )}
    </div>
  );
}
