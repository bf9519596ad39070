/** Notices a camera whose clock stands or runs backwards while its pictures flow: what it shows cannot be timed. */
import type { VideoUnit } from '#media/access-unit.ts';
import { sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

const patienceMs = 3_000;
/** Fewer pictures than this may simply be slow. */
const leastPictures = 5;

export class FrozenWatch {
  #lastPts: number | null = null;
  #sinceMs = 0;
  #pictures = 0;

  /** Whether the clock is held to stand, now that this picture came. */
  saw({ pts }: Pick<VideoUnit, 'pts'>, nowMs: number): boolean {
    const advances = this.#lastPts === null || pts > this.#lastPts;
    this.#lastPts = pts;
    if (advances) {
      this.#sinceMs = nowMs;
      this.#pictures = 0;
      return false;
    }
    this.#pictures += 1;
    return this.#pictures >= leastPictures && nowMs - this.#sinceMs > patienceMs;
  }
}

/** Opens a source that ends itself when its clock stands. */
export function openWatched(
  handlers: SourceHandlers,
  open: (watched: SourceHandlers) => Source,
): Source {
  const watch = new FrozenWatch();
  let ended = false;
  const source: Source = open({
    ...handlers,
    onUnit: (unit) => {
      if (ended) return;
      if (unit.track === 'video' && watch.saw(unit, performance.now())) {
        ended = true;
        // From outside the source's own call: it is in the middle of its packets.
        setImmediate(() => source.close());
        handlers.onEnd(sourceFailure('timestamps-frozen', 'the camera’s clock stands still'));
        return;
      }
      handlers.onUnit(unit);
    },
    onEnd: (failure) => {
      if (!ended) handlers.onEnd(failure);
    },
  });
  return source;
}
