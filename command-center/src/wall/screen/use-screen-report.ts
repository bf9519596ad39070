/** Tells the server every few seconds how this screen does, and now and then what its map looks like. */
import { useEffect } from 'react';
import type { ScreenHealth } from 'grid-data';
import { takeMapPicture } from './map-picture.ts';
import { pictureNotes } from './picture-states.ts';
import { tellServer } from './screen-link.ts';
import { rememberPicture } from './screen-memory.ts';
import { screenStore, serverClock } from './screen-store.ts';

const healthEveryMs = 3_000;
/** Twice the promise of a miniature at most each two seconds: a picture costs the card a frame. */
const pictureEveryMs = 4_000;
const lagEveryMs = 250;
const mostFailed = 64;

export function useScreenReport(): void {
  useEffect(() => {
    let lagMs = 0;
    const frames = countFrames();
    let due = performance.now() + lagEveryMs;
    const lag = setInterval(() => {
      lagMs = Math.max(lagMs, performance.now() - due);
      due = performance.now() + lagEveryMs;
    }, lagEveryMs);
    const health = setInterval(() => {
      tellServer({ kind: 'health', health: healthNow(lagMs, frames.perSecond()) });
      lagMs = 0;
    }, healthEveryMs);
    const picture = setInterval(() => {
      takeMapPicture((small, large) => {
        tellServer({ kind: 'picture', jpeg: small });
        rememberPicture(large);
      });
    }, pictureEveryMs);
    return () => {
      frames.stop();
      clearInterval(lag);
      clearInterval(health);
      clearInterval(picture);
    };
  }, []);
}

/** Pictures that the page draws, told as an average since it was last asked; null while it is hidden. */
function countFrames() {
  let drawn = 0;
  let since = performance.now();
  let frame = requestAnimationFrame(function count() {
    drawn += 1;
    frame = requestAnimationFrame(count);
  });
  return {
    perSecond(): number | null {
      const now = performance.now();
      const perSecond = (drawn * 1000) / Math.max(1, now - since);
      drawn = 0;
      since = now;
      return document.visibilityState === 'visible' ? Math.round(perSecond * 10) / 10 : null;
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

function healthNow(lagMs: number, framesPerSecond: number | null): ScreenHealth {
  const notes = [...pictureNotes()];
  const memory = (performance as { memory?: { usedJSHeapSize: number } }).memory;
  return {
    version: screenStore.get().showing?.version ?? 0,
    lagMs: Math.round(Math.max(0, lagMs)),
    framesPerSecond,
    heapBytes: memory?.usedJSHeapSize ?? null,
    picturesAlive: notes.filter(([, { isAlive }]) => isAlive).length,
    picturesFailed: notes
      .filter(([, { isAlive }]) => !isAlive)
      .slice(0, mostFailed)
      .map(([cameraId, { reason }]) => ({ cameraId, reason })),
    clockErrorMs: serverClock.errorMs,
    clockDoubtMs: serverClock.doubtMs,
    widthPx: Math.round(innerWidth * devicePixelRatio),
    heightPx: Math.round(innerHeight * devicePixelRatio),
  };
}
