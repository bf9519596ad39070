/**
 * The second reading of each ticket, on the network where the cameras are: whoever holds the edge can neither look,
 * nor play, nor turn beyond what gis-server has signed, for longer than it has signed it.
 */
import type { CameraSource, PtzOrder, StreamTicket } from 'grid-data';
import { DomainError } from 'grid-data';
import type { OpenLive } from '#exchange/downward.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import type { TicketVerifier } from '#tickets/verify-ticket.ts';

type PlatformSource = { platformId: string; platformCameraId: string };
type Ordered = Extract<PtzOrder, { askId: string }>;

export class TicketCheck {
  readonly #tickets: TicketVerifier;
  readonly #onRefused: (why: string) => void;
  refused = 0;

  constructor(tickets: TicketVerifier, onRefused: (why: string) => void) {
    this.#tickets = tickets;
    this.#onRefused = onRefused;
  }

  live({
    cameraId,
    source,
    ticket,
  }: Pick<OpenLive, 'cameraId' | 'source' | 'ticket'>): StreamTicket {
    return this.#counted(() => {
      const read = this.#tickets.readRunning(ticket);
      if (read.recording !== undefined || read.turn !== undefined) throw isNot('for a live look');
      if (read.cameraId !== cameraId) throw isNot('for this camera');
      checkSource(read, source);
      return read;
    });
  }

  /** `span` is what is asked for: all of it must lie in the granted window. */
  recorded(source: PlatformSource, span: TimeSpan, ticket: string): StreamTicket {
    return this.#counted(() => {
      const read = this.#tickets.readRunning(ticket);
      const window = read.recording;
      if (window === undefined) throw isNot('for recordings');
      if (span.fromMs < window.fromMs || span.toMs > window.toMs || span.fromMs >= span.toMs) {
        throw isNot('for this time');
      }
      checkSource(read, { kind: 'platform', ...source });
      return read;
    });
  }

  /** Each order has a ticket of its own, which is spent here. */
  turn(order: Ordered): void {
    this.#counted(() => {
      const read = this.#tickets.spend(order.ticket ?? '');
      const act = order.type === 'ptz-move' ? 'move' : order.act.kind;
      if (read.turn?.act !== act) throw isNot(`for ${act}`);
      if (read.cameraId !== order.camera.cameraId) throw isNot('for this camera');
      checkSource(read, { kind: 'platform', ...order.camera });
      return read;
    });
  }

  #counted(read: () => StreamTicket): StreamTicket {
    try {
      return read();
    } catch (error) {
      this.refused += 1;
      const why = error instanceof DomainError ? error.reason : String(error);
      this.#onRefused(`a command is refused: ${why}`);
      throw new DomainError('not-allowed', 'the ticket does not cover the command', {
        reason: 'video-side-refuses',
        cause: error,
      });
    }
  }
}

/** An address that came with its camera is named by no ticket, for pages can read those: `directHosts` bounds it. */
function checkSource({ source: named }: StreamTicket, source: CameraSource): void {
  if (source.kind === 'direct') return;
  const isSame =
    named?.platformId === source.platformId && named.platformCameraId === source.platformCameraId;
  if (!isSame) throw isNot('for what its platform has there');
}

const isNot = (what: string): DomainError =>
  new DomainError('not-allowed', 'the ticket is for something else', {
    reason: `ticket-is-not-${what.replaceAll(' ', '-')}`,
  });
