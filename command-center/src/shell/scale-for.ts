/** The largest 1, 2 or 5 of a power of ten that is no wider than asked. */
export function scaleFor(
  metersPerPixel: number,
  widestPx: number,
): { meters: number; widthPx: number } {
  const most = metersPerPixel * widestPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((each) => each * power <= most) ?? 1;
  const meters = step * power;
  return { meters, widthPx: meters / metersPerPixel };
}
