/** The Range header of RTSP's PLAY, as a recorder reads it: npt counts from the time asked for, clock is UTC. */
export function positionIn(range: string | undefined, startsAtMs: number): number | null {
  const npt = /npt\s*=\s*(\d+(?:\.\d+)?)\s*-/.exec(range ?? '');
  if (npt) return startsAtMs + Number(npt[1]) * 1_000;
  const clock = /clock\s*=\s*(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\.\d+)?Z\s*-/.exec(range ?? '');
  if (!clock) return null;
  const [, year, month, day, hour, minute, second, fraction = ''] = clock;
  const atMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  return Number.isFinite(atMs) ? atMs : null;
}

export function nptRange(fromMs: number, toMs: number, startsAtMs: number): string {
  const seconds = (ms: number) => ((ms - startsAtMs) / 1_000).toFixed(3);
  return `npt=${seconds(fromMs)}-${seconds(toMs)}`;
}

/** Scale is a number other than zero; backwards is not played here. */
export function scaleIn(scale: string | undefined): number | null {
  const value = Number(scale ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : null;
}
