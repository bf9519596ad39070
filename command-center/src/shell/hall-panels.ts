/** Which of the panels that come when called is open; one at a time. */
import { createStore } from '#ui/create-store.ts';

export type HallPanel =
  | 'layers'
  | 'keys'
  | 'search'
  | 'areas'
  | 'map-tools'
  | 'video-health'
  | 'tours'
  | 'wall'
  | 'situation';

export const hallPanels = createStore<{ open: HallPanel | null }>({ open: null });

export function showPanel(open: HallPanel | null): void {
  hallPanels.set({ open });
}

export function togglePanel(panel: HallPanel): void {
  hallPanels.set(({ open }) => ({ open: open === panel ? null : panel }));
}
