/** Takes the pointer for something in hand on the map, on its way down and before either engine would move the map. */
import type { LonLat } from 'grid-data';
import type { ScreenPoint } from '#map/engine.ts';
import { mapContainer, mapHost } from '#map/map-host.ts';

/** How far off a grip a hand may land, CSS pixels. */
export const gripReachPx = 16;

export type Project = (place: LonLat) => ScreenPoint | null;

export type Held<Grip> = {
  /** What of the thing in hand lies under the pointer, or null. */
  gripAt(point: ScreenPoint, project: Project): Grip | null;
  /** `from` is where the grip was taken. */
  drag(grip: Grip, to: LonLat, from: LonLat): void;
  drop?(grip: Grip): void;
};

export function watchGrips<Grip>(held: Held<Grip>): () => void {
  let pull: { grip: Grip; from: LonLat } | null = null;
  const down = (event: PointerEvent): void => {
    const grip = event.button === 0 ? gripUnder(held, event) : null;
    const from = placeOf(event);
    pull = grip !== null && from !== null ? { grip, from } : null;
    if (pull === null) return;
    take(event);
    mapContainer.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (pull === null) return;
    take(event);
    const to = placeOf(event);
    if (to) held.drag(pull.grip, to, pull.from);
  };
  const up = (event: PointerEvent): void => {
    if (pull === null) return;
    take(event);
    const { grip } = pull;
    pull = null;
    held.drop?.(grip);
  };
  // The click that ends a pull, or one on a grip, opens nothing.
  const click = (event: MouseEvent): void => {
    if (gripUnder(held, event) !== null) event.stopPropagation();
  };
  const stops = [
    listen('pointerdown', down),
    listen('pointermove', move),
    listen('pointerup', up),
    listen('pointercancel', up),
    listen('click', click),
    listen('mousedown', (event) => {
      if (pull !== null) event.stopPropagation();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

type Heard = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'click' | 'mousedown';

function listen<Name extends Heard>(
  name: Name,
  listener: (event: HTMLElementEventMap[Name]) => void,
): () => void {
  mapContainer.addEventListener(name, listener, true);
  return () => mapContainer.removeEventListener(name, listener, true);
}

function take(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function gripUnder<Grip>(held: Held<Grip>, event: MouseEvent): Grip | null {
  const { engine } = mapHost.get();
  return engine ? held.gripAt(pointOf(event), (place) => engine.project(place)) : null;
}

function placeOf(event: MouseEvent): LonLat | null {
  return mapHost.get().engine?.unproject(pointOf(event)) ?? null;
}

function pointOf(event: MouseEvent): ScreenPoint {
  const { left, top } = mapContainer.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
