/** Follows the moment that is chosen: asks its stretch, draws its picture, runs the clock while it plays. */
import { useEffect, useState } from 'react';
import { useStore } from '#ui/create-store.ts';
import { clearPicture, drawPicture } from './draw-picture.ts';
import { pictureAt, type Picture } from './picture-at.ts';
import { backToLive, replayState, showMoment } from './replay-state.ts';
import { forgetStretches, stretchAt } from './stretches.ts';

const playEveryMs = 250;

export type Shown = { picture: Picture | null; failed: unknown };

export function useReplay(areaCode: string): Shown {
  const at = useStore(replayState, (state) => state.at);
  const speed = useStore(replayState, (state) => state.speed);
  const [shown, setShown] = useState<Shown>({ picture: null, failed: null });
  const replaying = at !== null;
  useEffect(() => {
    if (!replaying) return undefined;
    return () => {
      clearPicture();
      forgetStretches();
      setShown({ picture: null, failed: null });
    };
  }, [replaying]);
  useEffect(() => {
    if (at === null) return undefined;
    let wanted = true;
    stretchAt(areaCode, at).then(
      (columns) => {
        if (!wanted) return;
        const picture = pictureAt(columns, at);
        drawPicture(picture);
        setShown({ picture, failed: null });
      },
      (failed: unknown) => wanted && setShown({ picture: null, failed }),
    );
    return () => {
      wanted = false;
    };
  }, [areaCode, at]);
  useEffect(() => {
    if (speed === 0) return undefined;
    const timer = setInterval(() => {
      const now = replayState.get().at;
      if (now === null) return;
      const next = now + playEveryMs * speed;
      if (next >= Date.now()) backToLive();
      else showMoment(next);
    }, playEveryMs);
    return () => clearInterval(timer);
  }, [speed]);
  useEffect(() => () => backToLive(), []);
  return shown;
}
