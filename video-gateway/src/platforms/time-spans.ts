/** Recorded stretches as a time line wants them. */
import type { TimeSpan } from '#platforms/platform.ts';

/** Recorders cut files at will: less than this between two is no gap. */
const seamMs = 1_000;

/** In order, joined where they touch, cut to what was asked for. */
export function tidySpans(spans: readonly TimeSpan[], asked: TimeSpan): TimeSpan[] {
  const tidy: TimeSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const fromMs = Math.max(span.fromMs, asked.fromMs);
    const toMs = Math.min(span.toMs, asked.toMs);
    if (!(toMs > fromMs)) continue;
    const last = tidy.at(-1);
    if (last !== undefined && fromMs - last.toMs <= seamMs) last.toMs = Math.max(last.toMs, toMs);
    else tidy.push({ fromMs, toMs });
  }
  return tidy;
}
