/** Colours and sizes of the present theme, for canvases and WebGL, which know no CSS variables. */
import { remPx } from '#ui/rem-px.ts';

export function themeColor(token: string): string {
  return (
    getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim() || '#888888'
  );
}

/** Red, green, blue and alpha, 0 to 255. */
export function themeColorBytes(token: string, alpha = 255): [number, number, number, number] {
  const hex = sixDigits(themeColor(token));
  const part = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) || 0;
  return [part(0), part(2), part(4), alpha];
}

/** Built style sheets shorten #ffffff to #fff. */
function sixDigits(color: string): string {
  const digits = color.replace('#', '');
  return digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
}

/** How much larger than on a 14 px desk things are drawn: the wall is read from 8 m. */
export function themeScale(): number {
  return remPx() / 14;
}

/** Size of writing on the map: larger where the screen is far, and never smaller than the page's own. */
export function themeTextPx(deskPx: number): number {
  return Math.max(remPx(), deskPx * themeScale());
}
