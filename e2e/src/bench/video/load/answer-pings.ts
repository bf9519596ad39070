/** Answers a WebSocket server's pings in a connection that is read as bytes alone: by them it knows that it is read. */
import type { Socket } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');
const pingCode = 0x89;

/** For each chunk that comes, in order. */
export function answerPings(socket: Socket): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let payloadLeft = 0;
  let upgraded = false;
  return (chunk) => {
    if (payloadLeft >= chunk.length) {
      payloadLeft -= chunk.length;
      return;
    }
    let bytes = rest.length === 0 ? chunk.subarray(payloadLeft) : Buffer.concat([rest, chunk]);
    payloadLeft = 0;
    if (!upgraded) {
      const end = bytes.indexOf(headEnd);
      if (end < 0) {
        rest = bytes;
        return;
      }
      upgraded = true;
      bytes = bytes.subarray(end + headEnd.length);
    }
    for (let frame = frameAt(bytes); frame !== null; frame = frameAt(bytes)) {
      const { code, begin, length } = frame;
      if (code === pingCode) {
        // Whole before it is answered; pings are short.
        if (bytes.length < begin + length) break;
        socket.write(pong(bytes.subarray(begin, begin + length)));
      }
      payloadLeft = Math.max(0, begin + length - bytes.length);
      bytes = bytes.subarray(Math.min(bytes.length, begin + length));
    }
    rest = bytes;
  };
}

/** Null while its head is not all there. Servers do not mask. */
function frameAt(bytes: Buffer): { code: number; begin: number; length: number } | null {
  if (bytes.length < 10) {
    const short = bytes.length >= 2 && bytes[1]! < 126;
    return short ? { code: bytes[0]!, begin: 2, length: bytes[1]! } : null;
  }
  const code = bytes[0]!;
  if (bytes[1]! < 126) return { code, begin: 2, length: bytes[1]! };
  return bytes[1] === 126
    ? { code, begin: 4, length: bytes.readUInt16BE(2) }
    : { code, begin: 10, length: Number(bytes.readBigUInt64BE(2)) };
}

/** RFC 6455: clients mask, here with nothing. */
const pong = (payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x8a, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
