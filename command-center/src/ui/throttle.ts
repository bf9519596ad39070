export type Throttle = { call: () => void; cancel: () => void };

/** Runs `act` soon after the first call and never more often than `everyMs`; the last call is never lost. */
export function createThrottle(act: () => void, everyMs: number): Throttle {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastAt = -Infinity;
  return {
    call() {
      if (timer !== null) return;
      timer = setTimeout(
        () => {
          timer = null;
          lastAt = Date.now();
          act();
        },
        Math.max(0, lastAt + everyMs - Date.now()),
      );
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
