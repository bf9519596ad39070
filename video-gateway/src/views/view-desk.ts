/** Where a ticket becomes a live view. */
import { DomainError, type Clock, type StreamProfile, type ViewTransport } from 'grid-data';
import type { ClosingRows } from '#link/closing-rows.ts';
import type { RelayRegistry } from '#relay/relay-registry.ts';
import type { ViewEnd } from '#views/look.ts';
import type { Admitted, ViewAdmission, Visitor } from '#views/view-admission.ts';
import { View } from '#views/view.ts';

export type ViewDeskParts = {
  admission: ViewAdmission;
  relays: RelayRegistry;
  closingRows: ClosingRows;
  clock: Clock;
};

/** More than any hall and its desks open together; a flood must not fill the memory. */
const maxViews = 4000;

export class ViewDesk {
  readonly counters = { opened: 0, refused: 0, bytes: 0, frames: 0 };
  readonly #parts: ViewDeskParts;
  readonly #views = new Map<string, View>();

  constructor(parts: ViewDeskParts) {
    this.#parts = parts;
  }

  /** Throws a DomainError whose reason tells why not. */
  async open(ticketText: string, visitor: Visitor): Promise<View> {
    const { admission } = this.#parts;
    try {
      if (this.#views.size + admission.opening >= maxViews) {
        throw new DomainError('unavailable', 'too many views', { reason: 'gateway-full' });
      }
      return await admission.admit(ticketText, visitor, (admitted) =>
        this.#show(admitted, visitor.transport),
      );
    } catch (error) {
      this.counters.refused += 1;
      throw error;
    }
  }

  find(viewId: string): View | null {
    return this.#views.get(viewId) ?? null;
  }

  count(transport: ViewTransport): number {
    return [...this.#views.values()].filter((view) => view.transport === transport).length;
  }

  revoke(viewIds: readonly string[], reason: string): void {
    for (const viewId of viewIds) this.#views.get(viewId)?.close(reason);
  }

  closeAll(reason: string): void {
    for (const view of this.#views.values()) view.close(reason);
  }

  #show({ ticket, source, release }: Admitted, transport: ViewTransport): View {
    const { relays, clock } = this.#parts;
    const relayAs = (profile: StreamProfile) => relays.relayOf(ticket.cameraId, profile, source);
    const onEnd = (end: ViewEnd) => {
      release();
      this.#onEnd(end);
    };
    const view = new View(ticket, { transport, relayAs, clock, onEnd });
    this.#views.set(ticket.viewId, view);
    this.counters.opened += 1;
    return view;
  }

  #onEnd(end: ViewEnd): void {
    this.#views.delete(end.viewId);
    this.counters.bytes += end.bytes;
    this.counters.frames += end.frames;
    this.#parts.closingRows.add(end);
  }
}
