/** One running pull of one camera: yields access units until it ends, once, with a reason. */
import type { DomainError } from 'grid-data';
import type { AccessUnit } from '#media/access-unit.ts';

export type SourceHandlers = {
  onUnit(unit: AccessUnit): void;
  /** Told of packets that never came. */
  onLost?(packets: number): void;
  /** What a recorder says it plays, before the first unit; null for what it does not say. */
  onPlaying?(started: { fromSeconds: number | null; scale: number | null }): void;
  /** Called at most once, also for a source that never came up; not after close(). */
  onEnd(failure: DomainError): void;
};

export type Source = { close(): void };
