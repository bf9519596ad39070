/** Shows a view as single pictures, each asked for: a key picture as a film of one frame, which the page decodes. */
import { DomainError } from 'grid-data';
import { ticksPerSecond } from '#media/access-unit.ts';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { markedData } from '#packaging/mark/marked-picture.ts';
import type { TicketMark } from '#packaging/mark/ticket-mark.ts';
import { pictureFragment } from '#packaging/media-fragment.ts';
import type { Relay } from '#relay/relay.ts';
import type { HttpViews } from '#outputs/http-views.ts';
import type { Visiting } from '#outputs/visiting.ts';
import type { ViewDesk } from '#views/view-desk.ts';
import type { View } from '#views/view.ts';

/** Pages ask every few seconds; one that has gone asks no more. */
const idleCloseMs = 30_000;
const firstPictureMs = 12_000;

export class StillPictures {
  readonly #desk: ViewDesk;
  readonly #views: HttpViews;

  constructor(desk: ViewDesk, views: HttpViews) {
    this.#desk = desk;
    this.#views = views;
  }

  async open(ticket: string, visiting: Visiting): Promise<View> {
    const view = await this.#desk.open(ticket, { transport: 'still-picture', ...visiting });
    // Kept pulling between two pictures: a camera takes longer to open than a page waits.
    const leave = view.relay.subscribe({ onFragment: () => undefined, onState: () => undefined });
    this.#views.keep(view, idleCloseMs, leave);
    return view;
  }

  async picture(viewId: string, sessionId: string | null): Promise<Buffer> {
    const { view, idleTimer, ended } = this.#views.find(viewId, sessionId);
    idleTimer.refresh();
    const key = view.relay.lastKey ?? (await nextKey(view.relay, ended));
    if (ended.aborted) throw this.#views.whyNot(viewId, sessionId);
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

/** Null when none came in time, or the look ended before. */
function nextKey(relay: Relay, ended: AbortSignal): Promise<Fragment | null> {
  return new Promise((resolve) => {
    const answer = (key: Fragment | null) => {
      clearTimeout(timer);
      ended.removeEventListener('abort', giveUp);
      queueMicrotask(() => leave());
      resolve(key);
    };
    const giveUp = () => answer(null);
    const timer = setTimeout(giveUp, firstPictureMs);
    ended.addEventListener('abort', giveUp);
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
