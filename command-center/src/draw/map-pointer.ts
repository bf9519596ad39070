/**
 * The pointer while something is drawn. It is taken on its way down, before either engine: a click on a mark then sets
 * a corner there instead of opening what the mark stands for, and a double click ends the drawing instead of flying nearer.
 */
import type { LonLat } from 'grid-data';
import { mapContainer, mapHost } from '#map/map-host.ts';
import { addCorner, drawState, finishDrawing, moveTip, takePath } from './draw-state.ts';

/** What a hand trembles between down and up of a click. */
const clickPx = 5;

export function watchPointer(): () => void {
  let pressed: { x: number; y: number } | null = null;
  let path: LonLat[] | null = null;

  const down = (event: PointerEvent): void => {
    pressed = { x: event.clientX, y: event.clientY };
    if (drawState.get().tool !== 'freehand' || event.button !== 0) return;
    event.stopPropagation();
    mapContainer.setPointerCapture(event.pointerId);
    path = [];
  };
  const move = (event: PointerEvent): void => {
    const { tool } = drawState.get();
    if (tool === null) return;
    const place = placeOf(event);
    if (path !== null && place !== null) {
      event.stopPropagation();
      path.push(place);
      drawState.set({ corners: [...path] });
    }
    moveTip(place);
  };
  const up = (event: PointerEvent): void => {
    if (path === null) return;
    event.stopPropagation();
    const drawn = path;
    path = null;
    takePath(drawn);
  };
  const click = (event: MouseEvent): void => {
    const { tool } = drawState.get();
    if (tool === null || event.button !== 0) return;
    event.stopPropagation();
    const still =
      pressed !== null &&
      Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < clickPx;
    const place = placeOf(event);
    // The second click of a double click sets no corner of its own.
    if (tool !== 'freehand' && still && place !== null && event.detail < 2) addCorner(place);
  };
  const doubleClick = (event: MouseEvent): void => {
    if (drawState.get().tool === null) return;
    event.stopPropagation();
    finishDrawing();
  };
  const stops = [
    listen('pointerdown', down),
    listen('pointermove', move),
    listen('pointerup', up),
    listen('click', click),
    listen('dblclick', doubleClick),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function listen<Name extends 'pointerdown' | 'pointermove' | 'pointerup' | 'click' | 'dblclick'>(
  name: Name,
  listener: (event: HTMLElementEventMap[Name]) => void,
): () => void {
  mapContainer.addEventListener(name, listener, true);
  return () => mapContainer.removeEventListener(name, listener, true);
}

function placeOf(event: MouseEvent): LonLat | null {
  const { left, top } = mapContainer.getBoundingClientRect();
  return (
    mapHost.get().engine?.unproject({ x: event.clientX - left, y: event.clientY - top }) ?? null
  );
}
