/** Pulls one camera over HTTP-FLV. */
import type { DomainError } from 'grid-data';
import { FlvDemuxer } from '#sources/flv/flv-demuxer.ts';
import { FlvReader } from '#sources/flv/flv-reader.ts';
import { openHttp, type HttpTarget } from '#sources/http/open-http.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export class HttpFlvSource implements Source {
  readonly #handlers: SourceHandlers;
  readonly #abort = new AbortController();
  #closed = false;

  constructor(target: HttpTarget, handlers: SourceHandlers) {
    this.#handlers = handlers;
    this.#run(target).catch((error: unknown) => this.#fail(asFailure(error, 'broken-stream')));
  }

  close(): void {
    this.#closed = true;
    this.#abort.abort();
  }

  async #run(target: HttpTarget): Promise<void> {
    const reply = await openHttp(target, this.#abort.signal);
    const reader = new FlvReader();
    const demuxer = new FlvDemuxer();
    for await (const chunk of reply as AsyncIterable<Buffer>) {
      for (const tag of reader.push(chunk)) {
        const unit = demuxer.push(tag);
        if (unit !== null && !this.#closed) this.#handlers.onUnit(unit);
      }
    }
    throw sourceFailure('source-ended', 'the camera ended the stream');
  }

  #fail(failure: DomainError): void {
    if (this.#closed) return;
    this.close();
    this.#handlers.onEnd(failure);
  }
}
