const firstRetryMs = 300;
const largestRetryMs = 5_000;

/** How long to wait before a broken line is dialled again; by chance, so that not all dial at once. */
export function redialDelayMs(attempt: number): number {
  const ceiling = Math.min(largestRetryMs, firstRetryMs * 2 ** Math.min(attempt, 8));
  return ceiling * (0.5 + Math.random() / 2);
}
