/** Pulls one camera that offers HLS with MPEG transport streams. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DomainError } from 'grid-data';
import { readPlaylist, type HlsSegment } from '#sources/hls/media-playlist.ts';
import { Pacer } from '#sources/hls/pacer.ts';
import { TransportStream } from '#sources/mpegts/transport-stream.ts';
import { openHttp, type HttpTarget } from '#sources/http/open-http.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

const maxPlaylistBytes = 1024 * 1024;
const maxSegmentBytes = 32 * 1024 * 1024;
/** So many segments behind the newest: what a live stream is played with by the rules of HLS. */
const startBehind = 2;
/** A playlist that does not change for so many target durations belongs to a camera that is gone. */
const patience = 5;

export class HlsSource implements Source {
  readonly #target: HttpTarget;
  readonly #handlers: SourceHandlers;
  readonly #abort = new AbortController();
  readonly #pacer: Pacer;
  readonly #stream = new TransportStream();
  #next: number | null = null;

  constructor(target: HttpTarget, handlers: SourceHandlers) {
    this.#target = target;
    this.#handlers = handlers;
    this.#pacer = new Pacer((unit) => handlers.onUnit(unit));
    this.#run().catch((error: unknown) => this.#fail(asFailure(error, 'broken-stream')));
  }

  close(): void {
    this.#abort.abort();
    this.#pacer.stop();
  }

  async #run(): Promise<void> {
    const url = await this.#mediaPlaylistUrl();
    let unchanged = 0;
    for (;;) {
      const playlist = await this.#playlist(url);
      if (playlist.kind !== 'media')
        throw sourceFailure('broken-stream', 'a playlist of playlists');
      const fresh = this.#freshSegments(playlist.segments);
      for (const segment of fresh) await this.#take(new URL(segment.uri, url), segment);
      unchanged = fresh.length === 0 ? unchanged + 1 : 0;
      if (playlist.ended || unchanged > patience * 2) {
        await this.#pacer.drained();
        throw sourceFailure('source-ended', 'the camera ended the stream');
      }
      const waitMs = playlist.targetSeconds * (fresh.length === 0 ? 500 : 800);
      await sleep(waitMs, undefined, { signal: this.#abort.signal });
    }
  }

  async #mediaPlaylistUrl(): Promise<URL> {
    const url = new URL(this.#target.url);
    const playlist = await this.#playlist(url);
    if (playlist.kind === 'media') return url;
    const best = playlist.variants.reduce((a, b) => (b.bandwidth > a.bandwidth ? b : a));
    return this.#own(new URL(best.uri, url));
  }

  async #playlist(url: URL) {
    return readPlaylist((await this.#get(url, maxPlaylistBytes)).toString('utf8'));
  }

  #freshSegments(segments: readonly HlsSegment[]): readonly HlsSegment[] {
    const newest = segments.at(-1);
    if (newest === undefined) return [];
    const start = newest.sequence - startBehind;
    // A counter that went back or far ahead is a camera that began anew.
    if (
      this.#next === null ||
      this.#next < segments[0]!.sequence ||
      this.#next > newest.sequence + 1
    ) {
      this.#next = Math.max(start, segments[0]!.sequence);
    }
    const from = this.#next;
    return segments.filter(({ sequence }) => sequence >= from);
  }

  async #take(url: URL, { sequence }: HlsSegment): Promise<void> {
    const units = this.#stream.read(await this.#get(this.#own(url), maxSegmentBytes));
    if (this.#abort.signal.aborted) return;
    this.#next = sequence + 1;
    this.#pacer.push(units);
  }

  /** An imported camera's playlist may only lead within its host; a platform's hosts are checked by the guard. */
  #own(url: URL): URL {
    const origin = new URL(this.#target.url);
    if (this.#target.allowed === null && url.host !== origin.host) {
      throw sourceFailure('redirect-refused', 'the playlist leads to another host');
    }
    if (url.host === origin.host && url.username === '') {
      url.username = origin.username;
      url.password = origin.password;
    }
    return url;
  }

  async #get(url: URL, maxBytes: number): Promise<Buffer> {
    const reply = await openHttp({ ...this.#target, url: url.toString() }, this.#abort.signal);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of reply as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw sourceFailure('broken-stream', 'a playlist or segment too large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  #fail(failure: DomainError): void {
    if (this.#abort.signal.aborted) return;
    this.close();
    this.#handlers.onEnd(failure);
  }
}
