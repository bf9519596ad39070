/**
 * Loads the page anew where it cannot help itself any more and nobody stands before it. A page whose main thread hangs
 * reaches no line of this, nor could a worker reload it: that is for the machine, as the README says.
 */
import { onBreakage } from '#ui/breakages.ts';
import { screenStore } from './screen-store.ts';

const beatMs = 5_000;
/** Timers run and no picture comes: the graphics process has gone. Beats and not seconds, for a machine may sleep. */
const stillBeats = 6;
/** The server answers a question and the line does not come back: what is broken is here. */
const lostBeats = 60;
const mostBreakages = 6;
const breakagesWithinMs = 10 * 60_000;
/** What a reload does not mend it is not to try all day. */
const pauseMs = 10 * 60_000;
const reloadedKey = 'cloud-eye.screen-reloaded-at';

type ReloadReason = 'no-frames' | 'line-never-back' | 'parts-break';

export function startScreenWatchdog(reload = (): void => location.reload()): () => void {
  let framesSeen = 0;
  let still = 0;
  let lost = 0;
  let breakages: number[] = [];
  let frame = requestAnimationFrame(function count() {
    framesSeen += 1;
    frame = requestAnimationFrame(count);
  });

  const anew = (reason: ReloadReason): void => {
    const now = Date.now();
    const before = Number(sessionStorage.getItem(reloadedKey) ?? 0);
    // A clock set back must not keep the page broken until the old time comes again.
    if (Math.abs(now - before) < pauseMs) return;
    sessionStorage.setItem(reloadedKey, String(now));
    console.warn(`the screen is loaded anew: ${reason}`);
    reload();
  };

  const lookAtFrames = (): void => {
    const isStill = framesSeen === 0 && document.visibilityState === 'visible';
    framesSeen = 0;
    still = isStill ? still + 1 : 0;
    if (still >= stillBeats) anew('no-frames');
  };

  const lookAtLine = (): void => {
    const { phase, link } = screenStore.get();
    lost = phase !== 'pairing' && link !== 'live' ? lost + 1 : 0;
    if (lost < lostBeats) return;
    lost = 0;
    void serverAnswers().then((answers) => {
      if (answers && screenStore.get().link !== 'live') anew('line-never-back');
    });
  };

  const beat = setInterval(() => {
    lookAtFrames();
    lookAtLine();
  }, beatMs);

  const stopHearing = onBreakage(() => {
    const now = performance.now();
    breakages = [...breakages.filter((at) => now - at < breakagesWithinMs), now];
    if (breakages.length < mostBreakages) return;
    breakages = [];
    anew('parts-break');
  });

  return () => {
    clearInterval(beat);
    cancelAnimationFrame(frame);
    stopHearing();
  };
}

/** Loaded anew without a server, the page would be no better off, and without its worker an error of the browser. */
async function serverAnswers(): Promise<boolean> {
  const answer = await fetch('/readyz').catch(() => null);
  return answer?.ok === true;
}
