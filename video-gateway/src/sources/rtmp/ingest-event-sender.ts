import type { IngestEvent } from '#sources/rtmp/ingest-frames.ts';

/** Sends the child's events to the gateway; a gateway that is gone is no error, the child ends then. */
export class IngestEventSender {
  send(event: IngestEvent): void {
    process.send?.(event, undefined, undefined, () => undefined);
  }
}
