/** NAL units of a byte stream with start codes (H.264 annex B). */
const startCode = Buffer.from([0, 0, 1]);

export function splitAnnexB(bytes: Buffer): Buffer[] {
  const nals: Buffer[] = [];
  let from = bytes.indexOf(startCode);
  while (from >= 0) {
    const start = from + 3;
    const next = bytes.indexOf(startCode, start);
    let end = next < 0 ? bytes.length : next;
    // Zeros before a start code belong to it, not to the unit.
    while (end > start && bytes[end - 1] === 0) end -= 1;
    if (end > start) nals.push(bytes.subarray(start, end));
    from = next;
  }
  return nals;
}
