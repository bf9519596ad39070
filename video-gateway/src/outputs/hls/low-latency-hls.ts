/** Shows a view as low-latency HLS. Viewers of one pull share its segments; each has a path of its own. */
import { DomainError } from 'grid-data';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { SegmentWindow, type Media } from '#packaging/hls/segment-window.ts';
import { markedFragment } from '#packaging/mark/marked-picture.ts';
import type { Relay } from '#relay/relay.ts';
import type { HttpViews, KeptView } from '#outputs/http-views.ts';
import type { Visiting } from '#outputs/visiting.ts';
import type { ViewDesk } from '#views/view-desk.ts';
import type { View } from '#views/view.ts';

/** Pieces that one behind the other are the answer: what is the view's own, and what all viewers share. */
export type HlsAnswer = { type: string; body: readonly (Buffer | string)[] };

type SharedWindow = { window: SegmentWindow; users: number; leave: () => void };
type HlsView = { kept: KeptView; window: SegmentWindow };
type WindowKind = 'sound' | 'picture';

const idleCloseMs = 10_000;
const firstMediaMs = 12_000;
/** Longer than a usual segment: by then the stream has stopped, and the player should ask why. */
const blockMs = 6_000;

export class LowLatencyHls {
  readonly #desk: ViewDesk;
  readonly #views: HttpViews;
  readonly #windowOf = new WeakMap<KeptView, SegmentWindow>();
  /** With sound for those who want it, of the picture alone for the others. */
  readonly #windows = {
    sound: new Map<Relay, SharedWindow>(),
    picture: new Map<Relay, SharedWindow>(),
  };

  constructor(desk: ViewDesk, views: HttpViews) {
    this.#desk = desk;
    this.#views = views;
  }

  async open(ticket: string, visiting: Visiting, sound: boolean): Promise<View> {
    const view = await this.#desk.open(ticket, { transport: 'll-hls', ...visiting });
    const kind = sound ? 'sound' : 'picture';
    const window = this.#borrowWindow(view.relay, kind);
    const kept = this.#views.keep(view, idleCloseMs, (one) => {
      // What it asked for ends with it; the requests of other viewers go on.
      window.letGo(one);
      this.#returnWindow(view.relay, kind);
    });
    this.#windowOf.set(kept, window);
    return view;
  }

  /** `file` as in the playlist; the query holds _HLS_msn and _HLS_part. */
  async get(
    { viewId, sessionId }: { viewId: string; sessionId: string | null },
    file: string,
    query: URLSearchParams,
  ): Promise<HlsAnswer> {
    const kept = this.#views.find(viewId, sessionId);
    const window = this.#windowOf.get(kept);
    if (window === undefined) throw notThere();
    kept.idleTimer.refresh();
    try {
      return await this.#serve(file, query, { kept, window });
    } catch (error) {
      throw kept.ended.aborted ? this.#views.whyNot(viewId, sessionId) : error;
    }
  }

  async #serve(file: string, query: URLSearchParams, entry: HlsView): Promise<HlsAnswer> {
    if (file === 'index.m3u8') return this.#playlist(entry, query);
    const init = /^init-(\d{1,9})\.mp4$/.exec(file);
    if (init) {
      const bytes = entry.window.init(Number(init[1]));
      if (bytes === null) throw notThere();
      return serve(entry, { bytes, frames: 0, markAs: null });
    }
    const segment = /^segment-(\d{1,9})\.m4s$/.exec(file);
    if (segment) return this.#media(entry, Number(segment[1]), null);
    const part = /^part-(\d{1,9})-(\d{1,4})\.m4s$/.exec(file);
    if (part) return this.#media(entry, Number(part[1]), Number(part[2]));
    throw notThere();
  }

  async #playlist(entry: HlsView, query: URLSearchParams): Promise<HlsAnswer> {
    const { window } = entry;
    const sequence = queryNumber(query, '_HLS_msn');
    const part = queryNumber(query, '_HLS_part');
    if (!window.isPlayable) await until(entry, () => window.isPlayable, firstMediaMs);
    if (sequence !== null) {
      if (window.isAbsurd(sequence)) {
        throw new DomainError('invalid-input', '_HLS_msn is far ahead of the stream');
      }
      await until(entry, () => window.reached(sequence, part), blockMs);
    }
    return { type: 'application/vnd.apple.mpegurl', body: [window.playlist()] };
  }

  async #media(entry: HlsView, sequence: number, part: number | null): Promise<HlsAnswer> {
    const { window } = entry;
    if (window.isAbsurd(sequence)) throw notThere();
    // The part that the preload hint names is asked for before it exists.
    await until(entry, () => window.reached(sequence, part), blockMs);
    const media = part === null ? window.segment(sequence) : window.part(sequence, part);
    if (media === null) throw notThere();
    return serve(entry, media);
  }

  #borrowWindow(relay: Relay, kind: WindowKind): SegmentWindow {
    const windows = this.#windows[kind];
    const shared = windows.get(relay);
    if (shared !== undefined) {
      shared.users += 1;
      return shared.window;
    }
    const window = new SegmentWindow({ withSound: kind === 'sound' });
    const listener = {
      onFragment: (fragment: Fragment) => window.push(fragment),
      onSound: (sound: Fragment) => window.pushSound(sound),
      onState: () => undefined,
    };
    const leave = relay.subscribe(listener, 'both');
    windows.set(relay, { window, users: 1, leave });
    return window;
  }

  #returnWindow(relay: Relay, kind: WindowKind): void {
    const windows = this.#windows[kind];
    const shared = windows.get(relay);
    if (shared === undefined) return;
    shared.users -= 1;
    if (shared.users > 0) return;
    windows.delete(relay);
    shared.window.close();
    shared.leave();
  }
}

async function until(
  { kept, window }: HlsView,
  ready: () => boolean,
  timeoutMs: number,
): Promise<void> {
  if (ready()) return;
  kept.waiting += 1;
  const came = await window.waitUntil(ready, timeoutMs, kept);
  kept.waiting -= 1;
  kept.idleTimer.refresh();
  if (!came || kept.ended.aborted) throw notPlaying(kept.view);
}

function serve({ kept: { view } }: HlsView, { bytes, frames, markAs }: Media): HlsAnswer {
  view.served(bytes.length, frames);
  const body = markAs === null ? [bytes] : markedFragment(bytes, markAs, view.ticket);
  return { type: 'video/mp4', body };
}

function queryNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw new DomainError('invalid-input', `${name} is no number`);
  return Number(text);
}

function notPlaying(view: View): DomainError {
  const { reason, state } = view.relay.state;
  return new DomainError('unavailable', 'the camera gives no picture now', {
    reason: reason ?? state,
  });
}

const notThere = (): DomainError =>
  new DomainError('not-found', 'no such segment', { reason: 'segment-gone' });
