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
  useEffect(() => replayState.set({ areaCode }), [areaCode]);
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
  useEffect(() => (speed === 0 ? undefined : runClock(speed)), [speed]);
  useEffect(() => {
    const { at: fromAddress } = replayState.get();
    if (fromAddress !== null) showMoment(fromAddress);
    return backToLive;
  }, []);
  return shown;
}

/** By the time that has passed, not by counted ticks: a page that was held up does not fall behind. */
function runClock(speed: number): () => void {
  let before = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const passed = (now - before) * speed;
    before = now;
    const { at } = replayState.get();
    if (at === null) return;
    if (at + passed >= Date.now()) backToLive();
    else showMoment(at + passed);
  }, playEveryMs);
  return () => clearInterval(timer);
}
