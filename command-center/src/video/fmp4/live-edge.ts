/** Keeps a live picture 0.2 to 0.4 s behind the newest received frame: by speed, or by a jump when far behind. */
export type EdgeView = {
  /** Begin and end of the newest buffered stretch, seconds of the stream. */
  bufferedStart: number;
  bufferedEnd: number;
  currentTime: number;
};

export type EdgeMove = { seekTo: number | null; playbackRate: number };

export const targetDelaySeconds = 0.3;
const shortestDelaySeconds = 0.2;
const longestDelaySeconds = 0.4;
const jumpBeyondSeconds = 1;
const fastestRate = 1.2;
/** Slower than this the eye sees it; it only has to gather a tenth of a second. */
const slowestRate = 0.95;

export function steerToEdge(view: EdgeView): EdgeMove {
  const delay = Math.round((view.bufferedEnd - view.currentTime) * 1000) / 1000;
  const outside = view.currentTime < view.bufferedStart - 0.01 || delay < -0.01;
  if (outside || delay > jumpBeyondSeconds) {
    return {
      seekTo: Math.max(view.bufferedStart, view.bufferedEnd - targetDelaySeconds),
      playbackRate: 1,
    };
  }
  if (delay > longestDelaySeconds) {
    const wanted = 1 + (delay - targetDelaySeconds) * 0.5;
    return { seekTo: null, playbackRate: Math.min(fastestRate, round(wanted)) };
  }
  if (delay < shortestDelaySeconds / 2) return { seekTo: null, playbackRate: slowestRate };
  return { seekTo: null, playbackRate: 1 };
}

/** A changed rate costs the media pipeline work, so it changes in steps of 0.05. */
const round = (rate: number) => Math.round(rate * 20) / 20;
