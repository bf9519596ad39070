/**
 * When a hand of this person was last on this page, kept in the browser: signing out, a reload and a sleeping machine
 * are absences like any other.
 */
import { createStore } from '#ui/create-store.ts';

/** Shorter than this, nobody has lost the thread. */
export const longAbsenceMs = 20 * 60_000;
/** The server tells of no longer time. */
const longestToldMs = 30 * 86_400_000;
const writeEveryMs = 5_000;

/** Since when somebody was away who has come back and not yet read what changed. */
export const absenceState = createStore<{ sinceMs: number | null }>({ sinceMs: null });

export function closeAbsence(): boolean {
  const wasOpen = absenceState.get().sinceMs !== null;
  absenceState.set({ sinceMs: null });
  return wasOpen;
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

export function watchPresence(userId: string): () => void {
  const key = `cloud-eye.last-here.${userId}`;
  let lastMs = Number(localStorage.getItem(key)) || null;
  const here = (): void => {
    const now = Date.now();
    if (lastMs !== null && now - lastMs < writeEveryMs) return;
    if (lastMs !== null && now - lastMs >= longAbsenceMs) {
      // Who comes and goes without reading is told of the whole time.
      const sinceMs = absenceState.get().sinceMs ?? lastMs;
      absenceState.set({ sinceMs: Math.max(sinceMs, now - longestToldMs) });
    }
    lastMs = now;
    localStorage.setItem(key, String(now));
  };
  here();
  for (const sign of signs) addEventListener(sign, here, { capture: true, passive: true });
  return () => {
    for (const sign of signs) removeEventListener(sign, here, { capture: true });
    absenceState.set({ sinceMs: null });
  };
}
