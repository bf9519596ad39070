/** How a ticket is let in: checked, written into the journal, its camera's source named. */
import { DomainError, type CameraSource, type Clock, type StreamTicket } from 'grid-data';
import type { ClosingRows } from '#link/closing-rows.ts';
import type { GisLink } from '#link/gis-link.ts';
import type { ViewSpool } from '#link/view-spool.ts';
import { reasonOf } from '#reason-of.ts';
import type { RunningTickets } from '#tickets/running-tickets.ts';
import type { TicketVerifier } from '#tickets/verify-ticket.ts';
import type { ViewerLimits } from '#views/viewer-limits.ts';
import type { ViewTransport } from 'grid-data';

export type ViewAdmissionParts = {
  tickets: TicketVerifier;
  running: RunningTickets;
  link: GisLink;
  spool: ViewSpool;
  closingRows: ClosingRows;
  clock: Clock;
  limits: ViewerLimits;
};

/** `sessionId`: whose cookie came with the request; null where none did. */
export type Visitor = {
  transport: ViewTransport;
  clientIp: string | null;
  sessionId: string | null;
};
export type Admitted = {
  ticket: StreamTicket;
  source: CameraSource;
  /** Said when the look ends: its ticket justifies nothing any more. */
  release: () => void;
};

type Opening = { revoked: string | null };

export class ViewAdmission {
  readonly #parts: ViewAdmissionParts;
  /** Tickets between their check and their journal row, and what came for them meanwhile. */
  readonly #opening = new Map<string, Opening>();

  constructor(parts: ViewAdmissionParts) {
    this.#parts = parts;
  }

  get opening(): number {
    return this.#opening.size;
  }

  revoke(viewIds: readonly string[], reason: string): void {
    for (const viewId of viewIds) {
      const opening = this.#opening.get(viewId);
      if (opening !== undefined) opening.revoked = reason;
    }
  }

  /**
   * Throws a DomainError whose reason tells why not. `show` begins what is looked at, in the same turn in which the
   * ticket stops being one that opens: a revocation finds it on one side or the other.
   */
  async admit<Shown>(
    ticketText: string,
    visitor: Visitor,
    show: (admitted: Admitted) => Shown,
  ): Promise<Shown> {
    const { tickets, link, running, limits } = this.#parts;
    if (!link.isUp) throw unavailable('the link to gis-server is down');
    const ticket = tickets.spendAs(visitor.sessionId, ticketText);
    const isRecorded = ticket.recording !== undefined;
    const fits = isRecorded === (visitor.transport === 'recorded-fmp4');
    // A ticket for a written copy plays nothing.
    if (!fits || ticket.recording?.exportId !== undefined || ticket.turn !== undefined) {
      throw new DomainError('not-allowed', 'the ticket is for another door', {
        reason: isRecorded ? 'ticket-for-recordings' : 'ticket-for-live',
      });
    }
    const leave = limits.enter(ticket.userId, performance.now());
    const opening: Opening = { revoked: null };
    this.#opening.set(ticket.viewId, opening);
    let isShown = false;
    try {
      const source = await this.#register(ticket, visitor);
      if (opening.revoked !== null) {
        this.closeUnseen(ticket.viewId, opening.revoked);
        throw new DomainError('not-allowed', 'revoked while opening', { reason: opening.revoked });
      }
      const letGo = running.hold(ticketText, ticket);
      isShown = true;
      return show({
        ...{ ticket, source },
        release: () => {
          letGo();
          leave();
        },
      });
    } finally {
      if (!isShown) leave();
      this.#opening.delete(ticket.viewId);
    }
  }

  /** Closes the row of a view that never showed anything. */
  closeUnseen(viewId: string, reason: string): void {
    const at = this.#parts.clock.now().toISOString();
    this.#parts.closingRows.add({ viewId, at, firstFrameAt: null, reason, bytes: 0, frames: 0 });
  }

  /** The journal row and the camera's source are asked for together to spare a round trip; both must come. */
  async #register(ticket: StreamTicket, visitor: Visitor): Promise<CameraSource> {
    const resolving = this.#parts.link.resolveCamera(ticket.cameraId);
    resolving.catch(() => undefined);
    await this.#journal(ticket, visitor);
    try {
      return await resolving;
    } catch (error) {
      this.closeUnseen(ticket.viewId, reasonOf(error));
      throw error;
    }
  }

  async #journal(ticket: StreamTicket, { transport, clientIp }: Visitor): Promise<void> {
    const { link, spool, clock } = this.#parts;
    const { viewId, cameraId } = ticket;
    // Before the answer: if it is lost, gis-server may have written a row that must be closed.
    spool.opened(viewId);
    const at = clock.now().toISOString();
    try {
      const answer = await link.request({
        type: 'view-opening',
        viewId,
        cameraId,
        transport,
        clientIp,
        at,
      });
      if (answer.type === 'view-opening-answer' && answer.granted) return;
      spool.neverOpened(viewId);
      const reason =
        (answer.type === 'view-opening-answer' ? answer.reason : null) ?? 'view-refused';
      throw new DomainError('not-allowed', 'gis-server refuses the view', { reason });
    } catch (error) {
      if (reasonOf(error) === 'register-unavailable') this.closeUnseen(viewId, reasonOf(error));
      throw error;
    }
  }
}

const unavailable = (message: string): DomainError =>
  new DomainError('unavailable', message, { reason: 'register-unavailable' });
