/** What somebody at the desk comes to the page of records for: the log, or a special report of these cases. */
import { createStore } from '#ui/create-store.ts';

export type RecordsTab = 'duty-log' | 'special-reports';

const asked = createStore<{ tab: RecordsTab; newOf: readonly string[] | null }>({
  tab: 'duty-log',
  newOf: null,
});

export const recordsAsked = () => asked.get();

export function askRecords(
  of: 'duty-log' | 'special-report',
  incidentIds: readonly string[],
): void {
  asked.set(
    of === 'duty-log'
      ? { tab: of, newOf: null }
      : { tab: 'special-reports', newOf: [...incidentIds] },
  );
}

/** Taken up: who comes back to the page later begins with nothing. */
export function forgetAsked(): void {
  asked.set({ tab: 'duty-log', newOf: null });
}
