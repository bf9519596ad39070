/** NAL units of an H.264 byte stream (ISO 14496-10 Annex B), without their start codes. */
export function splitAnnexB(stream: Buffer): Buffer[] {
  const units: Buffer[] = [];
  let unitStart = -1;
  let at = 0;
  while (at < stream.length) {
    const mark = stream.indexOf('\x00\x00\x01', at, 'latin1');
    const end = mark < 0 ? stream.length : mark;
    if (unitStart >= 0) pushTrimmed(units, stream.subarray(unitStart, end));
    if (mark < 0) break;
    unitStart = mark + 3;
    at = unitStart;
  }
  return units;
}

// A four-byte start code leaves its first zero at the end of the unit before it.
function pushTrimmed(units: Buffer[], unit: Buffer): void {
  let end = unit.length;
  while (end > 0 && unit[end - 1] === 0) end--;
  if (end > 0) units.push(unit.subarray(0, end));
}

export const nalTypes = { slice: 1, keySlice: 5, sei: 6, sps: 7, pps: 8, delimiter: 9 } as const;

export function nalTypeOf(unit: Buffer): number {
  return (unit[0] ?? 0) & 0x1f;
}
