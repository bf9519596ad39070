/** The state of a picture as a pure step: what is known, what happened, what is shown then. */
import type { GatewayState, PictureState } from '#video/player/picture-state.ts';

export type PictureKnowledge = {
  shown: PictureState;
  /** What the gateway last said of the source; null before it says anything. */
  source: { state: GatewayState; reason: string | null; retryAt: number | null } | null;
  lastFrameAt: number | null;
};

export type PictureEvent =
  | { type: 'asked'; reason: string | null }
  | { type: 'source'; state: GatewayState; reason: string | null; retryInMs: number | null }
  | { type: 'frame' }
  | { type: 'tick'; hidden: boolean; receiving: boolean }
  | { type: 'ended'; reason: string; retryAt: number | null };

/** Longer than the gap of a camera at one picture per second, shorter than a person's patience. */
export const silenceMs = 3_000;

export function beginPicture(now: number): PictureKnowledge {
  return {
    shown: { kind: 'connecting', since: now, reason: null },
    source: null,
    lastFrameAt: null,
  };
}

export function stepPicture(
  known: PictureKnowledge,
  event: PictureEvent,
  now: number,
): PictureKnowledge {
  switch (event.type) {
    case 'asked':
      return show({ ...known, source: null }, { kind: 'connecting', reason: event.reason }, now);
    case 'ended':
      return show(
        { ...known, source: null },
        { kind: 'offline', reason: event.reason, retryAt: event.retryAt },
        now,
      );
    case 'source': {
      const retryAt = event.retryInMs === null ? null : now + event.retryInMs;
      return sourceSays(
        { ...known, source: { state: event.state, reason: event.reason, retryAt } },
        now,
      );
    }
    case 'frame': {
      const next = { ...known, lastFrameAt: now };
      // Pictures already on the way may still arrive after the gateway said that the source fell silent.
      const silent = known.source?.state === 'stalled' || known.source?.state === 'offline';
      if (silent || known.shown.kind === 'offline') return next;
      return show(next, live(known), now);
    }
    case 'tick':
      return event.hidden ? known : fallsSilent(known, now, event.receiving);
  }
}

function sourceSays(known: PictureKnowledge, now: number): PictureKnowledge {
  const source = known.source;
  if (source === null) return known;
  switch (source.state) {
    case 'connecting':
      return known.lastFrameAt === null
        ? show(known, { kind: 'connecting', reason: source.reason }, now)
        : show(known, stalled(source.reason ?? 'reconnecting', known), now);
    case 'stalled':
      return show(known, stalled(source.reason ?? 'no-frames', known), now);
    case 'offline':
      return show(
        known,
        { kind: 'offline', reason: source.reason ?? 'unavailable', retryAt: source.retryAt },
        now,
      );
    case 'live':
      // Live is only said when a picture is on the screen: the next frame says it.
      if (known.shown.kind === 'live') return show(known, live(known), now);
      return known.shown.kind === 'offline'
        ? show(known, { kind: 'connecting', reason: null }, now)
        : known;
  }
}

/** Data that comes without a picture says that this computer is behind, not the camera. */
function fallsSilent(known: PictureKnowledge, now: number, receiving: boolean): PictureKnowledge {
  if (known.shown.kind !== 'live') return known;
  if (known.lastFrameAt !== null && now - known.lastFrameAt <= silenceMs) return known;
  return show(known, stalled(receiving ? 'display-behind' : 'no-frames', known), now);
}

const stalled = (reason: string, known: PictureKnowledge): Shown => ({
  kind: 'stalled',
  reason,
  lastFrameAt: known.lastFrameAt,
});

/** With what the gateway says is wrong with the pictures that it sends. */
function live({ source }: PictureKnowledge): Shown {
  const remark = source?.state === 'live' ? source.reason : null;
  return remark === null ? { kind: 'live' } : { kind: 'live', remark };
}

type WithoutSince<T> = T extends unknown ? Omit<T, 'since'> : never;
type Shown = WithoutSince<PictureState>;

/** Keeps the moment a state began while only its details change. */
function show(known: PictureKnowledge, next: Shown, now: number): PictureKnowledge {
  const since = known.shown.kind === next.kind ? known.shown.since : now;
  const shown: PictureState = { ...next, since };
  return same(shown, known.shown) ? known : { ...known, shown };
}

function same(a: PictureState, b: PictureState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
