/** What a viewer says over its TCP connection until the pictures flow, by protocol: bytes alone, no player. */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { benchCaller } from '../bench-caller.ts';

/** Peers do not ask for it, and are told it too: their requests are as long as ours. */
export const callerLines = Object.entries(benchCaller)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

export type Greeting = (socket: Socket) => void;

export const httpGreeting =
  (path: string): Greeting =>
  (socket) =>
    socket.write(`GET ${path} HTTP/1.1\r\nHost: bench\r\n\r\n`);

/** `said`: the first message, after the upgrade. */
export const webSocketGreeting =
  (path: string, said: string | null): Greeting =>
  (socket) => {
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        callerLines +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    if (said !== null) socket.write(maskedText(said));
  };

/** RFC 6455: clients mask, here with nothing. */
function maskedText(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

/** RTMP without reading an answer: servers number streams from 1 and take requests as they come. */
export const rtmpGreeting =
  (port: number, app: string, name: string): Greeting =>
  (socket) => {
    socket.write(Buffer.concat([Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0]), randomBytes(1528)]));
    let heard = 0;
    const answer = (chunk: Buffer) => {
      heard += chunk.length;
      if (heard < 1 + 2 * 1536) return;
      socket.off('data', answer);
      socket.write(randomBytes(1536));
      socket.write(command(0, ['connect', 1, { app, tcUrl: `rtmp://127.0.0.1:${port}/${app}` }]));
      socket.write(command(0, ['createStream', 2, null]));
      socket.write(command(1, ['play', 3, null, name]));
    };
    socket.on('data', answer);
  };

type AmfValue = string | number | null | Record<string, string>;

/** A message of type 20 in chunks of 128 bytes. */
function command(stream: number, values: readonly AmfValue[]): Buffer {
  const body = Buffer.concat(values.map(amf));
  const head = Buffer.alloc(12);
  head[0] = 3;
  head.writeUIntBE(body.length, 4, 3);
  head[7] = 20;
  head.writeUInt32LE(stream, 8);
  const chunks = [head, body.subarray(0, 128)];
  for (let at = 128; at < body.length; at += 128) {
    chunks.push(Buffer.from([0xc3]), body.subarray(at, at + 128));
  }
  return Buffer.concat(chunks);
}

function amf(value: AmfValue): Buffer {
  if (value === null) return Buffer.from([5]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([2]), amfText(value)]);
  if (typeof value === 'number') {
    const out = Buffer.alloc(9);
    out.writeDoubleBE(value, 1);
    return out;
  }
  const fields = Object.entries(value).flatMap(([name, text]) => [amfText(name), amf(text)]);
  return Buffer.concat([Buffer.from([3]), ...fields, Buffer.from([0, 0, 9])]);
}

function amfText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}
