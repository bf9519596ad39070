/** The center whose duty somebody asked for; null where no card is open. */
import { createStore } from '#ui/create-store.ts';

export const dutyCard = createStore<{ areaCode: string | null }>({ areaCode: null });

export function openDutyCard(areaCode: string): void {
  dutyCard.set({ areaCode });
}

/** Answers whether there was one to close. */
export function closeDutyCard(): boolean {
  const { areaCode } = dutyCard.get();
  dutyCard.set({ areaCode: null });
  return areaCode !== null;
}
