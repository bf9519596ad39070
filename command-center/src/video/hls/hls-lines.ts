/**
 * Over HTTP/1.1 each LL-HLS picture holds one of the browser's six connections with a request that waits for news:
 * measured, sixteen tiles fell five seconds behind, four stayed at the present.
 */
const mostOverHttp1 = 4;
const playing = new Set<object>();

export const hlsHasRoom = (): boolean => sharesConnection() || playing.size < mostOverHttp1;

/** Returns how to give the line back. */
export function takeHlsLine(): () => void {
  const line = {};
  playing.add(line);
  return () => playing.delete(line);
}

function sharesConnection(): boolean {
  const [page] = performance.getEntriesByType('navigation');
  const protocol = (page as PerformanceNavigationTiming | undefined)?.nextHopProtocol ?? '';
  return protocol === 'h2' || protocol === 'h3';
}
