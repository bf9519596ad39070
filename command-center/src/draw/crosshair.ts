/**
 * The middle of the map, where a corner is set by a key: what the pointer is to a mouse. It is the middle of what panels
 * leave free, about which the arrows move the map.
 */
import type { LonLat } from 'grid-data';
import type { ScreenPoint } from '#map/engine.ts';
import { mapHost } from '#map/map-host.ts';
import { addCorner, drawState } from './draw-state.ts';

/** Null while no map shows. */
export function middleOfMap(): LonLat | null {
  const view = mapHost.get().engine?.view();
  return view ? [view.longitude, view.latitude] : null;
}

/** Where on the screen that is. */
export function middleOnScreen(): ScreenPoint | null {
  const middle = middleOfMap();
  return middle && (mapHost.get().engine?.project(middle) ?? null);
}

/** A hand that draws without lifting has no corners that a key could set. */
function setsCornersByKey(): boolean {
  const { tool } = drawState.get();
  return tool !== null && tool !== 'freehand';
}

export function setCornerInTheMiddle(): void {
  const place = middleOfMap();
  if (setsCornersByKey() && place !== null) addCorner(place);
}
