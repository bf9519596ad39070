/** The four faces of a panel, besides its content. */
export type Face<Value> =
  | { face: 'loading' }
  | { face: 'failed'; cause: unknown; retry: () => void }
  | { face: 'ready'; value: Value; asOf: Date | null; stale: boolean };

type Asked<Value> = {
  value: Value | null | undefined;
  error: unknown;
  retry: () => void;
  asOf?: Date | null;
  stale?: boolean;
};

/** What is known stays on screen when a later question fails: old and said to be old beats nothing. */
export function faceOf<Value>(asked: Asked<Value>): Face<Value> {
  if (asked.value !== null && asked.value !== undefined) {
    return {
      face: 'ready',
      value: asked.value,
      asOf: asked.asOf ?? null,
      stale: Boolean(asked.stale) || Boolean(asked.error),
    };
  }
  if (asked.error) return { face: 'failed', cause: asked.error, retry: asked.retry };
  return { face: 'loading' };
}
