/** Which case is being instructed, if any. */
import { alarmState, foremostAlarm } from '#incidents/alarms.ts';
import { mapModel } from '#map/map-model.ts';
import { createStore, useStore } from '#ui/create-store.ts';

const state = createStore<{ incidentId: string | null }>({ incidentId: null });

export function openInstruct(incidentId: string): void {
  state.set({ incidentId });
}

export function closeInstruct(): void {
  state.set({ incidentId: null });
}

export function isInstructing(): boolean {
  return state.get().incidentId !== null;
}

export function useInstruct(): string | null {
  return useStore(state, ({ incidentId }) => incidentId);
}

/** One key: for the case that is selected, else the foremost alarm. */
export function instructForemost(): void {
  const { selection } = mapModel.get();
  const alarm = foremostAlarm(alarmState.get().alarms);
  const incidentId = selection?.kind === 'incident' ? selection.id : (alarm?.incidentId ?? null);
  if (incidentId !== null) openInstruct(incidentId);
}
