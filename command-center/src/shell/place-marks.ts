/** Moves marks and tethers to where the map is now, without React: this runs each frame of a flight. */
import type { LonLat } from 'grid-data';
import type { MapEngine, ScreenPoint } from '#map/engine.ts';
import { remPx } from '#ui/rem-px.ts';

type Box = { left: number; right: number; top: number; bottom: number };

/** What panels at the edges leave free, in rem: a mark kept there is not hidden behind them. */
const panelsRem = { left: 26.5, right: 27.5, top: 2.2, bottom: 4.8 };

export function placeMarks(frame: HTMLElement, engine: MapEngine): void {
  const { width, height } = frame.getBoundingClientRect();
  const screen = { left: 0, top: 0, right: width, bottom: height };
  for (const mark of frame.querySelectorAll<HTMLElement>(':scope > [data-place]')) {
    const point = pointOf(mark, engine);
    mark.style.display = point ? '' : 'none';
    if (!point) continue;
    const shown = 'pulse' in mark.dataset ? keptInside(point, screen, freeBox(screen)) : point;
    mark.dataset['outside'] = String(shown !== point);
    mark.style.transform = `translate(${shown.x}px, ${shown.y}px)`;
  }
  for (const tether of frame.querySelectorAll<SVGGElement>('[data-tether]')) {
    const slot = document.querySelector(`[data-camera-slot="${tether.dataset['tether']}"]`);
    const foot = pointOf(tether, engine);
    // A line to a place outside the screen would only cross it.
    const seen = foot && nearestOnBox(foot, screen);
    const shown = foot && seen?.x === foot.x && seen.y === foot.y ? foot : null;
    placeTether(tether, shown, slot?.getBoundingClientRect() ?? null);
  }
}

function placeTether(tether: SVGGElement, foot: ScreenPoint | null, box: DOMRect | null): void {
  const [line, circle] = tether.children;
  tether.style.display = foot && box && line && circle ? '' : 'none';
  if (!foot || !box || !line || !circle) return;
  const head = nearestOnBox(foot, box);
  set(line, { x1: foot.x, y1: foot.y, x2: head.x, y2: head.y });
  set(circle, { cx: foot.x, cy: foot.y });
}

function set(element: Element, numbers: Record<string, number>): void {
  for (const [name, value] of Object.entries(numbers)) element.setAttribute(name, value.toFixed(1));
}

function pointOf(element: HTMLElement | SVGElement, engine: MapEngine): ScreenPoint | null {
  const [longitude, latitude] = (element.dataset['place'] ?? '').split(',').map(Number);
  if (longitude === undefined || latitude === undefined) return null;
  return engine.project([longitude, latitude] satisfies LonLat);
}

export function nearestOnBox(point: ScreenPoint, box: Box): ScreenPoint {
  return {
    x: Math.min(box.right, Math.max(box.left, point.x)),
    y: Math.min(box.bottom, Math.max(box.top, point.y)),
  };
}

/** The same point where it is on screen, else the nearest one that panels leave free. */
export function keptInside(point: ScreenPoint, screen: Box, free: Box): ScreenPoint {
  const seen = nearestOnBox(point, screen);
  return seen.x === point.x && seen.y === point.y ? point : nearestOnBox(point, free);
}

function freeBox(screen: Box): Box {
  const rem = remPx();
  return {
    left: screen.left + panelsRem.left * rem,
    right: screen.right - panelsRem.right * rem,
    top: screen.top + panelsRem.top * rem,
    bottom: screen.bottom - panelsRem.bottom * rem,
  };
}
