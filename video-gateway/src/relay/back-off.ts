/** How long to wait before the next attempt: doubling, with full jitter, so that 500 cameras do not return at once. */
const firstMs = 500;
const largestMs = 30_000;
const smallestMs = 100;

/** Reasons that a quick retry makes worse: platforms lock accounts, licences are counted. */
const slowReasons = new Set([
  'camera-auth-refused',
  'platform-refused',
  'platform-auth-refused',
  'platform-login-paused',
  'licence-full',
  'redirect-refused',
  'address-refused',
  'codec-unsupported',
  'transport-unsupported',
  'converter-missing',
  'converters-busy',
]);

/** Nobody is asked before it is back: who tries often is there first, and costs nothing. */
const quickReason = 'video-link-down';
const quickMs = 1_000;

export function backOffMs(
  attempt: number,
  reason: string,
  random: () => number = Math.random,
): number {
  if (slowReasons.has(reason)) return largestMs / 2 + random() * (largestMs / 2);
  if (reason === quickReason) return smallestMs + random() * quickMs;
  const ceiling = Math.min(largestMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.max(smallestMs, random() * ceiling);
}
