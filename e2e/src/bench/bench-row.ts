/** One measured comparison: the same work by ours and by a peer in the same run. */
export type BenchRow = {
  case: string;
  ours: number;
  peer: number;
  peerName: string;
  unit: string;
  /** ours / peer. */
  ratio: number;
  /** The ratio promised, such as "<= 0.5". */
  target: string;
  met: boolean;
};

/** `only`: a part of the topic; null for all of it. */
export type Bench = (options: { quick: boolean; only: string | null }) => Promise<BenchRow[]>;

export type Measured = Pick<BenchRow, 'case' | 'ours' | 'peer' | 'peerName' | 'unit'>;

/** A row whose ratio shall be at most (or at least) `bound`. */
export function benchRow(measured: Measured, direction: '<=' | '>=', bound: number): BenchRow {
  const ratio = measured.ours / measured.peer;
  const met = direction === '<=' ? ratio <= bound : ratio >= bound;
  return { ...measured, ratio, target: `${direction} ${bound}`, met };
}

/** A figure beside the one that was promised. */
export function promiseRow(
  name: string,
  [ours, promised]: readonly [number, number],
  unit: string,
): BenchRow {
  const measured = { case: name, ours, peer: promised, peerName: 'what is promised', unit };
  return benchRow(measured, '<=', 1);
}

/** How a promise stands for most, and for nearly all, of many tries. */
export function promiseRows(
  name: string,
  tries: readonly number[],
  [promised, unit]: readonly [number, string],
): BenchRow[] {
  return [
    promiseRow(`${name}, median`, [quantile(tries, 0.5), promised], unit),
    promiseRow(`${name}, 95 of 100`, [quantile(tries, 0.95), promised], unit),
  ];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
