/** Takes the pointer for a handle of the camera in hand, on its way down and before either engine would move the map. */
import { draggedPose, handlePlaces, poseHandles, type LonLat, type PoseHandle } from 'grid-data';
import { mapContainer, mapHost } from '#map/map-host.ts';
import { changePose, surveyState } from './survey-state.ts';

/** How far off a handle a hand may land, CSS pixels. */
const reachPx = 16;

export function watchHandles(): () => void {
  let held: PoseHandle | null = null;
  const down = (event: PointerEvent): void => {
    held = event.button === 0 ? handleAt(event) : null;
    if (held === null) return;
    take(event);
    mapContainer.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const { draft } = surveyState.get();
    if (held === null || draft === null) return;
    take(event);
    const to = placeOf(event);
    if (to) changePose(draggedPose(draft, held, to));
  };
  const up = (event: PointerEvent): void => {
    if (held === null) return;
    take(event);
    held = null;
  };
  // The click that ends a pull, or one on a handle, opens nothing.
  const click = (event: MouseEvent): void => {
    if (surveyState.get().draft !== null && handleAt(event) !== null) event.stopPropagation();
  };
  const stops = [
    listen('pointerdown', down),
    listen('pointermove', move),
    listen('pointerup', up),
    listen('pointercancel', up),
    listen('click', click),
    listen('mousedown', (event) => {
      if (held !== null) event.stopPropagation();
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

/** The uppermost handle near the pointer. */
function handleAt(event: MouseEvent): PoseHandle | null {
  const { draft } = surveyState.get();
  const { engine } = mapHost.get();
  if (!draft || !engine) return null;
  const places = handlePlaces(draft);
  const { x, y } = pointOf(event);
  const near = poseHandles.filter((handle) => {
    const at = engine.project(places[handle]);
    return at !== null && Math.hypot(at.x - x, at.y - y) <= reachPx;
  });
  return near.at(-1) ?? null;
}

function placeOf(event: MouseEvent): LonLat | null {
  return mapHost.get().engine?.unproject(pointOf(event)) ?? null;
}

function pointOf(event: MouseEvent): { x: number; y: number } {
  const { left, top } = mapContainer.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
