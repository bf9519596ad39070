/** Shows a view as single pictures, each asked for: a key picture as a film of one frame, which the page decodes. */
import { DomainError } from 'grid-data';
import { ticksPerSecond } from '#media/access-unit.ts';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { markedData } from '#packaging/mark/marked-picture.ts';
import type { TicketMark } from '#packaging/mark/ticket-mark.ts';
import { pictureFragment } from '#packaging/media-fragment.ts';
import type { Relay } from '#relay/relay.ts';
import type { ViewDesk } from '#views/view-desk.ts';
import type { View } from '#views/view.ts';

type StillView = { view: View; idleTimer: NodeJS.Timeout; leave: () => void };

/** Pages ask every few seconds; one that has gone asks no more. */
const idleCloseMs = 30_000;
const firstPictureMs = 12_000;

export class StillPictures {
  readonly #desk: ViewDesk;
  readonly #views = new Map<string, StillView>();

  constructor(desk: ViewDesk) {
    this.#desk = desk;
  }

  async open(ticket: string, { clientIp }: { clientIp: string | null }): Promise<View> {
    const view = await this.#desk.open(ticket, { transport: 'still-picture', clientIp });
    const { viewId } = view.ticket;
    // Kept pulling between two pictures: a camera takes longer to open than a page waits.
    const leave = view.relay.subscribe({ onFragment: () => undefined, onState: () => undefined });
    this.#views.set(viewId, { view, idleTimer: idleTimer(view), leave });
    view.onClose(() => {
      const entry = this.#views.get(viewId);
      this.#views.delete(viewId);
      clearTimeout(entry?.idleTimer);
      leave();
    });
    return view;
  }

  find(viewId: string): View | null {
    return this.#views.get(viewId)?.view ?? null;
  }

  async picture(viewId: string): Promise<Buffer> {
    const entry = this.#views.get(viewId);
    if (entry === undefined) {
      throw new DomainError('not-found', 'the view has ended', { reason: 'view-ended' });
    }
    clearTimeout(entry.idleTimer);
    entry.idleTimer = idleTimer(entry.view);
    const { view } = entry;
    const key = view.relay.lastKey ?? (await nextKey(view.relay));
    if (view.isClosed) {
      throw new DomainError('not-found', 'the view has ended', { reason: 'view-ended' });
    }
    if (key === null) {
      const { reason, state } = view.relay.state;
      throw new DomainError('unavailable', 'the camera gives no picture now', {
        reason: reason ?? state,
      });
    }
    const film = filmOf(key, view.ticket);
    view.served(film.length, 1);
    return film;
  }
}

/** A film that begins with its only picture: a player shows nothing before the first. */
function filmOf({ epoch, samples: [data], durationSeconds }: Fragment, mark: TicketMark): Buffer {
  const duration = Math.round(durationSeconds * ticksPerSecond);
  const place = { decodeTime: 0, compositionOffset: 0, duration };
  const marked = Buffer.concat(markedData(data ?? Buffer.alloc(0), epoch.video.codec, mark));
  return Buffer.concat([
    epoch.init,
    pictureFragment({ sequence: 1, ...place, key: true, data: marked }).bytes,
  ]);
}

const idleTimer = (view: View): NodeJS.Timeout =>
  setTimeout(() => view.close('viewer-left'), idleCloseMs);

function nextKey(relay: Relay): Promise<Fragment | null> {
  return new Promise((resolve) => {
    const answer = (key: Fragment | null) => {
      clearTimeout(timer);
      queueMicrotask(() => leave());
      resolve(key);
    };
    const timer = setTimeout(() => answer(null), firstPictureMs);
    const leave = relay.subscribe({
      onState: ({ state }) => {
        if (state === 'offline') answer(null);
      },
      onFragment: (picture) => {
        if (picture.key) answer(picture);
      },
    });
  });
}
