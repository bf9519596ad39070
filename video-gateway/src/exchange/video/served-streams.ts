/** The pulls that one edge has asked for: each ends with it, and no later than the tickets that it rests on. */
import { DomainError, type Clock, type StreamTicket } from 'grid-data';
import type { OpenLive, OpenRecorded } from '#exchange/downward.ts';
import type { VideoLine } from '#exchange/video/exchange-dialler.ts';
import { StreamOutlet } from '#exchange/video/stream-outlet.ts';
import type { TicketCheck } from '#exchange/video/ticket-check.ts';
import { reasonOf } from '#reason-of.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';
import { overAtSeconds } from '#tickets/verify-ticket.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';
import type { RecordedAsk } from '#video-side/open-recorded.ts';
import type { SharedPulls } from '#video-side/shared-pulls.ts';

export type ServedStreamsParts = {
  line: VideoLine;
  video: LocalVideoSide;
  shared: SharedPulls;
  check: TicketCheck;
  clock: Clock;
  /** Told why a pull ended, with the words that do not cross. */
  onFailure: (failure: DomainError) => void;
};

type Served = {
  source: Source | null;
  overAt: number;
  deadline: NodeJS.Timeout | null;
  asked: OpenLive | OpenRecorded;
};

/** More than any hall pulls at once; a flood must not fill the memory. */
const maxStreams = 2_000;

export class ServedStreams {
  readonly #parts: ServedStreamsParts;
  readonly #served = new Map<number, Served>();

  constructor(parts: ServedStreamsParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#served.size;
  }

  open(asked: OpenLive | OpenRecorded): void {
    const { stream } = asked;
    if (this.#served.has(stream)) throw new RangeError('a stream that runs already');
    const served: Served = { source: null, overAt: 0, deadline: null, asked };
    this.#served.set(stream, served);
    this.#open(served).catch((error: unknown) => this.#end(stream, error));
  }

  renew(stream: number, ticket: string): void {
    const served = this.#served.get(stream);
    if (served?.asked.type !== 'open-live') return;
    try {
      this.#until(served, this.#parts.check.live({ ...served.asked, ticket }));
    } catch {
      // Counted and said by the check; the pull goes on as long as the ticket before allows.
    }
  }

  close(stream: number): void {
    const served = this.#served.get(stream);
    if (served === undefined) return;
    this.#served.delete(stream);
    if (served.deadline) clearTimeout(served.deadline);
    served.source?.close();
  }

  closeAll(): void {
    for (const stream of this.#served.keys()) this.close(stream);
  }

  async #open(served: Served): Promise<void> {
    const { line, video, shared } = this.#parts;
    const { asked } = served;
    const { stream } = asked;
    if (this.#served.size > maxStreams) {
      throw new DomainError('unavailable', 'too many pulls', { reason: 'gateway-full' });
    }
    const ticket = this.#permit(asked);
    this.#until(served, ticket);
    const handlers = this.#handlers(stream, asked.type === 'open-live');
    const source = await (asked.type === 'open-live'
      ? shared.open(asked, handlers)
      : video.openRecorded(recordedAsk(asked, ticket), {
          ...handlers,
          onLine: (told) => line.say({ type: 'line', stream, ...told }),
        }));
    if (this.#served.get(stream) !== served) return source.close();
    served.source = source;
    line.say({ type: 'opened', stream });
  }

  #permit(asked: OpenLive | OpenRecorded): StreamTicket {
    const { check } = this.#parts;
    return asked.type === 'open-live'
      ? check.live(asked)
      : check.recorded(asked, asked.stretch, asked.ticket);
  }

  #handlers(stream: number, isLive: boolean): SourceHandlers {
    const { line } = this.#parts;
    const tooSlow = new DomainError('unavailable', 'the link is behind', {
      reason: 'line-too-slow',
    });
    const onTooSlow = () => this.#end(stream, tooSlow);
    const outlet = new StreamOutlet({ line, stream, isLive, onTooSlow });
    return {
      onUnit: (unit) => {
        if (this.#served.has(stream)) outlet.take(unit);
      },
      onLost: (packets) => line.say({ type: 'lost', stream, packets }),
      onEnd: (failure) => this.#end(stream, failure),
    };
  }

  /** The newest ticket counts where it allows more than the ones before. */
  #until(served: Served, ticket: StreamTicket): void {
    const overAt = overAtSeconds(ticket);
    if (overAt <= served.overAt) return;
    served.overAt = overAt;
    const leftMs = overAt * 1000 - this.#parts.clock.now().getTime();
    const { stream } = served.asked;
    if (served.deadline) clearTimeout(served.deadline);
    served.deadline = setTimeout(() => {
      this.#end(
        stream,
        new DomainError('not-allowed', 'its last ticket is over', { reason: 'video-side-refuses' }),
      );
    }, leftMs);
  }

  #end(stream: number, error: unknown): void {
    if (!this.#served.has(stream)) return;
    this.close(stream);
    const reason = reasonOf(error);
    this.#parts.onFailure(
      error instanceof DomainError
        ? error
        : new DomainError('unavailable', String(error), { reason }),
    );
    this.#parts.line.say({ type: 'ended', stream, reason });
  }
}

function recordedAsk(
  { platformId, platformCameraId, ticket, ...asked }: OpenRecorded,
  { recording }: StreamTicket,
): RecordedAsk {
  const { stretch, fromMs, speed, copies = false } = asked;
  const camera = { platformId, platformCameraId, ticket };
  return { camera, stretch, fromMs, speed, copies, sound: recording?.sound === true };
}
