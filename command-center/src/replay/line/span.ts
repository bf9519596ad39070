/** How much time the line shows: the last hour, day or week up to now, or a stretch that somebody chose. */
export type Span =
  | { kind: 'hour' | 'day' | 'week' }
  | { kind: 'chosen'; fromMs: number; toMs: number };

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

export const rollingSpans = ['hour', 'day', 'week'] as const;
const lengths = { hour: hourMs, day: dayMs, week: 7 * dayMs } as const;
/** One press of an arrow key. */
const steps = { hour: 5_000, day: minuteMs, week: 5 * minuteMs } as const;

/** The server tells reports of no longer stretch. */
export const longestSpanMs = 31 * dayMs;
const shortestSpanMs = minuteMs;

export type Bounds = { fromMs: number; toMs: number; stepMs: number };

export function boundsOf(span: Span, now: number): Bounds {
  if (span.kind !== 'chosen') {
    return { fromMs: now - lengths[span.kind], toMs: now, stepMs: steps[span.kind] };
  }
  const { fromMs } = span;
  const toMs = Math.min(span.toMs, now);
  const stepMs = Math.max(1_000, Math.ceil((toMs - fromMs) / 1_440 / 1_000) * 1_000);
  return { fromMs, toMs, stepMs };
}

/** Null where two moments make no stretch that the line can show. */
export function chosenSpan(fromMs: number, toMs: number, now: number): Span | null {
  const length = Math.min(toMs, now) - fromMs;
  return length >= shortestSpanMs && length <= longestSpanMs
    ? { kind: 'chosen', fromMs, toMs }
    : null;
}

/** The span as it is where it holds the moment; else the shortest that does, at last the half days around it. */
export function spanHolding(span: Span, at: number, now: number): Span {
  const holds = (each: Span): boolean => {
    const { fromMs, toMs } = boundsOf(each, now);
    return fromMs <= at && at <= toMs;
  };
  if (holds(span)) return span;
  const rolling = rollingSpans.map((kind) => ({ kind }) as const).find(holds);
  return rolling ?? { kind: 'chosen', fromMs: at - dayMs / 2, toMs: at + dayMs / 2 };
}
