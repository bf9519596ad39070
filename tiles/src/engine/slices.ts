import { setImmediate } from 'node:timers/promises';

/** Longest a slice of background work holds the event loop before others are let in. */
const sliceMs = 4;

/** Runs a generator to its end, letting other work in between its yields. */
export async function runInSlices<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await setImmediate();
  }
}

/** Runs a generator to its end at one go. */
export function runAtOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
