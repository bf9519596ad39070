/** CSS pixels of a rem now: it follows the screen's height on the wall. */
export function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
