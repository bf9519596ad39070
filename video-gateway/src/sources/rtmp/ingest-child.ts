/**
 * The process that takes RTMP in (by node-media-server, behind a door of ours) and pulls RTMP, and passes access units to the
 * gateway over a pipe. Hostile streams are parsed here: what breaks this process costs RTMP streams alone.
 */
import { Socket } from 'node:net';
import type { AccessUnit } from '#media/access-unit.ts';
import { FlvDemuxer } from '#sources/flv/flv-demuxer.ts';
import { readTag, type FlvTag } from '#sources/flv/flv-reader.ts';
import { configFrame, unitFrame, type IngestCommand } from '#sources/rtmp/ingest-frames.ts';
import { IngestEventSender } from '#sources/rtmp/ingest-event-sender.ts';
import {
  mediaServer,
  mediaServerLogger,
  RtmpClientClass,
  RtmpServerClass,
  type PublishSession,
} from '#sources/rtmp/node-media-server.ts';
import { PublishDoor } from '#sources/rtmp/publish-door.ts';
import { mayPublish, type Publishers } from '#sources/rtmp/publishers.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';

const publishWaitMs = 3_000;
const pullTimeoutMs = 8_000;
const pipeLimitBytes = 32 * 1024 * 1024;

const port = Number(process.env['RTMP_INGEST_PORT']);
const host = process.env['RTMP_INGEST_BIND'] ?? '127.0.0.1';
const publishers = JSON.parse(process.env['RTMP_PUBLISHERS'] ?? '') as Publishers;
const pipe = new Socket({ fd: 3, readable: false, writable: true });
const events = new IngestEventSender();
/** How each open stream is let go. */
const open = new Map<number, () => void>();

class StreamWriter {
  readonly #stream: number;
  readonly #demuxer = new FlvDemuxer();
  readonly #configs: { [Track in AccessUnit['track']]?: AccessUnit['config'] } = {};
  #skipping = false;

  constructor(stream: number) {
    this.#stream = stream;
  }

  /** Never throws: it is called from inside node-media-server. */
  write(tag: FlvTag): void {
    try {
      const unit = this.#demuxer.push(tag);
      if (unit !== null) this.#send(unit);
    } catch (error) {
      end(this.#stream, error);
    }
  }

  #send(unit: AccessUnit): void {
    if (pipe.writableLength > pipeLimitBytes) this.#skipping = true;
    else if (unit.track === 'video' && unit.key) this.#skipping = false;
    if (this.#skipping) return;
    if (this.#configs[unit.track] !== unit.config) {
      this.#configs[unit.track] = unit.config;
      pipe.write(configFrame(this.#stream, unit));
    }
    pipe.write(unitFrame(this.#stream, unit));
  }
}

function end(stream: number, error: unknown): void {
  const release = open.get(stream);
  if (release === undefined) return;
  open.delete(stream);
  release();
  const failure = asFailure(error, 'broken-stream');
  events.send({ on: 'ended', stream, reason: failure.reason, message: failure.message });
}

function tap(stream: number, path: string): void {
  const broadcast = mediaServer.broadcasts.get(path);
  if (broadcast === undefined || broadcast.publisher === null) {
    waitForPublisher(stream, path);
    return;
  }
  const writer = new StreamWriter(stream);
  const subscriber = {
    id: `tap-${stream}`,
    ip: '' as const,
    protocol: 'flv' as const,
    sendBuffer: (bytes: Buffer) => {
      if (bytes.length > 15 && bytes[0] !== 0x46) writer.write(readTag(bytes.subarray(0, -4)));
    },
  };
  const onDone = (session: PublishSession) => {
    if (session.streamPath === path)
      end(stream, sourceFailure('source-ended', 'it stopped publishing'));
  };
  mediaServer.eventEmitter.on('donePublish', onDone);
  open.set(stream, () => {
    mediaServer.eventEmitter.off('donePublish', onDone);
    broadcast.donePlay(subscriber);
  });
  broadcast.postPlay(subscriber);
}

function waitForPublisher(stream: number, path: string): void {
  const onPublish = (session: PublishSession) => {
    if (session.streamPath !== path) return;
    open.get(stream)?.();
    // The publisher is registered right after this event.
    setImmediate(() => {
      if (open.has(stream)) tap(stream, path);
    });
  };
  const timer = setTimeout(
    () => end(stream, sourceFailure('camera-offline', 'nobody publishes this stream')),
    publishWaitMs,
  );
  mediaServer.eventEmitter.on('postPublish', onPublish);
  open.set(stream, () => {
    clearTimeout(timer);
    mediaServer.eventEmitter.off('postPublish', onPublish);
  });
}

async function pull(stream: number, url: string): Promise<void> {
  const client = new RtmpClientClass();
  const writer = new StreamWriter(stream);
  const timer = setTimeout(
    () => end(stream, sourceFailure('camera-unreachable', 'no RTMP answer within 8 s')),
    pullTimeoutMs,
  );
  open.set(stream, () => {
    clearTimeout(timer);
    client.disconnect();
  });
  client.onPacketCallback = ({ codec_type: type, dts, size, data }) =>
    writer.write({ type, timestampMs: dts, body: data.subarray(0, size) });
  client.onCloseCallback = () =>
    end(stream, sourceFailure('source-ended', 'the camera closed the stream'));
  client.onErrorCallback = (error) => end(stream, asFailure(error, 'camera-unreachable'));
  try {
    await client.connect(url);
    await client.sendConnect();
    await client.sendCreateStream();
    // The client leaves the query out, which is where platforms put their token.
    await client.sendPlay(client.urlInfo.streamName + new URL(url).search);
    client.startHeartbeat();
    clearTimeout(timer);
  } catch (error) {
    end(stream, asFailure(error, 'camera-unreachable'));
  }
}

function onPrePublish(session: PublishSession): void {
  // Its 30 s of grace would keep a dead stream looking alive.
  session.broadcast.publishGraceMs = 1;
  session.broadcast.verifyAuth = () =>
    mayPublish(publishers, session.streamPath, session.streamQuery?.['key']);
}

/** Streams are looked at by ticket: this door hands none out. */
function onPrePlay(session: PublishSession): void {
  session.broadcast.verifyAuth = () => false;
}

function onCommand(command: IngestCommand): void {
  if (command.do === 'tap') tap(command.stream, command.path);
  else if (command.do === 'pull') void pull(command.stream, command.url);
  else {
    const release = open.get(command.stream);
    open.delete(command.stream);
    release?.();
  }
}

mediaServerLogger.level = 'error';
mediaServer.config = {
  rtmp: { port },
  auth: { publish: true, play: true, secret: 'unused' },
};
mediaServer.eventEmitter.setMaxListeners(0);
mediaServer.eventEmitter.on('prePublish', onPrePublish);
mediaServer.eventEmitter.on('prePlay', onPrePlay);
process.on('message', onCommand);
process.on('disconnect', () => process.exit(0));
pipe.on('error', () => process.exit(0));
// The gateway stops this process itself, so that a Ctrl-C to the whole group does not look like a crash.
process.on('SIGINT', () => undefined);
// It reads what our door hands it, and never listens itself.
const server = new RtmpServerClass();
new PublishDoor((socket) => server.handleRequest(socket)).listen({ port, host }, () =>
  events.send({ on: 'listening' }),
);
