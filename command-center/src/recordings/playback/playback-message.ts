/** Text messages of /video/playback, read from the wire with suspicion. */
export type Stretch = { fromMs: number; toMs: number };

export type PlaybackMessage =
  | { type: 'opened'; recordings: Stretch[]; speeds: number[]; sound: boolean }
  /** What binary frames hold from here on: pictures, or sound. */
  | { type: 'config' | 'sound'; mime: string }
  | { type: 'playing'; generation: number }
  | { type: 'paused'; generation: number }
  | { type: 'gap'; generation: number; nextMs: number | null }
  | { type: 'failed'; generation: number; reason: string }
  | { type: 'closed'; reason: string };

/** Null for a message this page does not know: a newer gateway may say more. */
export function readPlaybackMessage(text: string): PlaybackMessage | null {
  const message = parse(text);
  if (message === null) return null;
  const generation = Number(message['generation']);
  switch (message['type']) {
    case 'opened':
      return {
        type: 'opened',
        recordings: listOf(message['recordings']).flatMap(stretchOf),
        speeds: listOf(message['speeds']).filter((speed) => typeof speed === 'number'),
        sound: message['sound'] === true,
      };
    case 'config':
    case 'sound': {
      const { type, mime } = message;
      return typeof mime === 'string' ? { type, mime } : null;
    }
    case 'playing':
    case 'paused':
      return { type: message['type'], generation };
    case 'gap': {
      const next = message['nextMs'];
      return { type: 'gap', generation, nextMs: typeof next === 'number' ? next : null };
    }
    case 'failed':
      return { type: 'failed', generation, reason: String(message['reason']) };
    case 'closed':
      return { type: 'closed', reason: String(message['reason']) };
    default:
      return null;
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function stretchOf(value: unknown): Stretch[] {
  const { fromMs, toMs } = (value ?? {}) as Partial<Stretch>;
  return typeof fromMs === 'number' && typeof toMs === 'number' ? [{ fromMs, toMs }] : [];
}
