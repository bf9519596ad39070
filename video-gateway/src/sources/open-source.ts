/** Chooses the way to pull an address: one door for all sources. */
import type { RedirectPolicy } from '#platforms/platform.ts';
import type { AddressGuard, AllowedHosts } from '#sources/address-guard.ts';
import { HttpFlvSource } from '#sources/flv/http-flv-source.ts';
import { openWatched } from '#sources/frozen-watch.ts';
import { HlsSource } from '#sources/hls/hls-source.ts';
import type { RtmpIngest } from '#sources/rtmp/rtmp-ingest.ts';
import type { RtspTransport } from '#sources/rtsp/rtsp-transport.ts';
import { RtspSource, type RecordedPlay } from '#sources/rtsp/rtsp-source.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type PullTarget = {
  url: string;
  /** Hosts the platform's media may come from; null for a camera imported with its own address. */
  allowed: AllowedHosts;
  /** Within `allowed` where nothing is said. */
  redirects?: RedirectPolicy;
  /** What is asked for first: TCP where nothing is said. */
  rtspTransport?: RtspTransport;
  /** Whether ffmpeg may be started for a picture that no browser plays. */
  mayConvert?: boolean;
  /** Recorded time instead of a live picture. */
  play?: RecordedPlay;
};

export type OpenSource = (target: PullTarget, handlers: SourceHandlers) => Source;

export type SourceDoor = { guard: AddressGuard; ingest: RtmpIngest; ingestPort: number };

/** Stands for our own RTMP ingest in a camera's address, whatever port it has today. */
const ingestHost = 'ingest';

export function createOpenSource(door: SourceDoor): OpenSource {
  return (target, handlers) => openWatched(handlers, (watched) => open(door, target, watched));
}

function open(door: SourceDoor, target: PullTarget, handlers: SourceHandlers): Source {
  if (!URL.canParse(target.url)) return refused('the address cannot be read', handlers);
  const url = new URL(target.url);
  const full = { ...target, guard: door.guard };
  switch (url.protocol) {
    case 'rtsp:':
      return new RtspSource(full, handlers);
    case 'rtmp:':
      return isIngest(url, door.ingestPort)
        ? door.ingest.tap(decodeURI(url.pathname), handlers)
        : pullRtmp(url, { target, door }, handlers);
    case 'http:':
    case 'https:':
      return url.pathname.endsWith('.m3u8')
        ? new HlsSource(full, handlers)
        : new HttpFlvSource(full, handlers);
    default:
      return refused(`no pull over ${url.protocol}`, handlers);
  }
}

function isIngest(url: URL, port: number): boolean {
  if (url.hostname === ingestHost) return true;
  return (
    ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) && Number(url.port || 1935) === port
  );
}

function pullRtmp(
  url: URL,
  { target, door }: { target: PullTarget; door: SourceDoor },
  handlers: SourceHandlers,
): Source {
  let source: Source | null = null;
  let closed = false;
  const start = async () => {
    const { address, port } = await door.guard(url, target.allowed);
    if (closed) return;
    const pinned = new URL(url);
    pinned.host = `${address.includes(':') ? `[${address}]` : address}:${port}`;
    source = door.ingest.pull(pinned.toString(), handlers);
  };
  start().catch((error: unknown) => {
    if (!closed) handlers.onEnd(asFailure(error, 'broken-stream'));
  });
  return {
    close: () => {
      closed = true;
      source?.close();
    },
  };
}

function refused(message: string, handlers: SourceHandlers): Source {
  const timer = setImmediate(() => handlers.onEnd(sourceFailure('transport-unsupported', message)));
  return { close: () => clearImmediate(timer) };
}
