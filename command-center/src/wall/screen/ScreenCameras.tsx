import { useState } from 'react';
import type { WallTileOf } from 'grid-data';
import { layOut } from '#cameras/wall/lay-out.ts';
import { useWallSurface, WallSurfaceContext } from '#cameras/wall/use-wall-surface.ts';
import { remPx } from '#ui/rem-px.ts';
import { ScreenPicture } from './ScreenPicture.tsx';
import styles from './Screen.module.css';

const gapRem = 0.3;

/** A grid of pictures over one canvas. */
export function ScreenCameras({ cameras }: Pick<WallTileOf<'cameras'>, 'cameras'>) {
  const { room, surface, size } = useWallSurface();
  const [openedAt] = useState(() => performance.now());
  const boxes = layOut(cameras.length, null, { ...size, gap: gapRem * remPx() });
  return (
    <div ref={room} className={styles.pictures} data-wall={cameras.length}>
      {surface === undefined ? null : (
        <WallSurfaceContext value={surface}>
          {cameras.map(({ cameraId, incidentId }, index) => {
            const box = boxes[index];
            return box ? (
              <ScreenPicture key={cameraId} {...{ cameraId, incidentId, box, openedAt }} />
            ) : null;
          })}
        </WallSurfaceContext>
      )}
    </div>
  );
}
