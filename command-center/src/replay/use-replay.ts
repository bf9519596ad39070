/** Follows the moment that is chosen: asks its stretch, draws its picture, runs the clock while it plays. */
import { useEffect } from 'react';
import { journalNow } from '#journal/journal-state.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { clearPicture, drawPicture } from './draw-picture.ts';
import { pictureAt, type Picture } from './picture-at.ts';
import { backToLive, replayState, showMoment } from './replay-state.ts';
import { forgetStretches, stretchAt } from './stretches.ts';

const playEveryMs = 250;

type ShownPast = { picture: Picture | null; failed: unknown };

const nothing: ShownPast = { picture: null, failed: null };

/** The picture of the moment, or of the one before until this one's is there. */
export const shownPast = createStore<ShownPast>(nothing);

export function useReplay(areaCode: string): void {
  const speed = useStore(replayState, (state) => state.speed);
  useEffect(() => {
    replayState.set({ areaCode });
    return followMoment(areaCode);
  }, [areaCode]);
  useEffect(() => (speed === 0 ? undefined : runClock(speed)), [speed]);
  useEffect(() => {
    const { at: fromAddress } = replayState.get();
    if (fromAddress !== null) showMoment(fromAddress);
    return backToLive;
  }, []);
}

/**
 * Outside of React: a hand that drags the handle changes the moment with each move, and where the stretch is known its
 * picture is there in the same turn, so that the page is rendered once.
 */
function followMoment(areaCode: string): () => void {
  let followed: number | null = null;
  const follow = (): void => {
    const { at } = replayState.get();
    if (at === followed) return;
    followed = at;
    if (at === null) leavePast();
    else showPast(areaCode, at, () => followed === at);
  };
  const stop = replayState.subscribe(follow);
  follow();
  return () => {
    stop();
    if (followed !== null) leavePast();
    followed = null;
  };
}

function showPast(areaCode: string, at: number, wanted: () => boolean): void {
  const stretch = stretchAt(areaCode, at);
  const show = (columns: typeof stretch.columns): void => {
    if (columns === null || !wanted()) return;
    const picture = pictureAt(columns, at);
    drawPicture(picture);
    shownPast.set({ picture, failed: null });
  };
  if (stretch.columns !== null) show(stretch.columns);
  else {
    stretch.come.then(
      () => show(stretch.columns),
      (failed: unknown) => wanted() && shownPast.set({ picture: null, failed }),
    );
  }
}

function leavePast(): void {
  clearPicture();
  forgetStretches();
  shownPast.set(nothing);
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
    if (at + passed >= journalNow()) backToLive();
    else showMoment(at + passed);
  }, playEveryMs);
  return () => clearInterval(timer);
}
