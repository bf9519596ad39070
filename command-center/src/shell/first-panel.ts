/** What stands open when somebody comes to the hall: who decides begins with the numbers, who acts with the map. */
import { beginsWithSituation, type Role } from 'grid-data';
import type { Viewer } from '#gis/use-viewer.ts';
import { hallPanels, showPanel } from './hall-panels.ts';

/** For an address that names no view; one that does says itself whether the numbers stand open. */
export function openFirstPanel({ role }: Pick<Viewer, 'role'>): void {
  if (hallPanels.get().open === null && beginsWithSituation(role as Role)) showPanel('situation');
}
