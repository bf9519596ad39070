/**
 * Whose look a picture was given to, as a message inside the coded picture (SEI, user data unregistered): players
 * pass over it, and it goes along where a clip is saved, cut or put into another container without being coded anew.
 *
 * | bytes | is |
 * |---|---|
 * | 16 | our UUID |
 * | 1 | version, 1 |
 * | 4 | when the ticket was issued, Unix seconds |
 * | 1 + n | the view, whose first six letters stand on the picture |
 * | 1 + n | the account, by its code: no name |
 */
import type { StreamTicket } from 'grid-data';
import type { VideoConfig } from '#media/access-unit.ts';
import { withEmulation, withoutEmulation } from '#media/emulation.ts';

export type TicketMark = Pick<StreamTicket, 'viewId' | 'userId' | 'issuedAt'>;
export type Codec = VideoConfig['codec'];

/** Without a zero byte, so that no NAL unit ever escapes any of it. */
export const markUuid = Buffer.from('9c3ed1a57bf24ce8b16a5d27e4f8936b', 'hex');
const version = 1;
const longestText = 64;
const unregisteredUserData = 5;
const endOfPayload = 0x80;
const nalHeads = { h264: [6], h265: [39 << 1, 1] } as const;

const built = new WeakMap<TicketMark, Map<Codec, Buffer>>();

/** The NAL unit behind its length in four bytes, built once for each view. */
export function markNal(mark: TicketMark, codec: Codec): Buffer {
  const ofCodecs = built.get(mark) ?? new Map<Codec, Buffer>();
  built.set(mark, ofCodecs);
  const known = ofCodecs.get(codec);
  if (known !== undefined) return known;
  const payload = payloadOf(mark);
  const message = Buffer.concat([
    Buffer.from([unregisteredUserData, payload.length]),
    payload,
    Buffer.from([endOfPayload]),
  ]);
  const nal = Buffer.concat([Buffer.from(nalHeads[codec]), withEmulation(message)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(nal.length);
  const whole = Buffer.concat([length, nal]);
  ofCodecs.set(codec, whole);
  return whole;
}

/** What stands behind the UUID; null where it is no mark of ours, or cut off. */
export function readMark(escaped: Buffer): TicketMark | null {
  const bytes = Buffer.from(withoutEmulation(escaped));
  if (bytes.length < 6 || bytes[0] !== version) return null;
  const viewId = textAt(bytes, 5);
  const userId = viewId === null ? null : textAt(bytes, 6 + viewId.length);
  if (viewId === null || userId === null) return null;
  return { viewId, userId, issuedAt: bytes.readUInt32BE(1) };
}

function payloadOf({ viewId, userId, issuedAt }: TicketMark): Buffer {
  const head = Buffer.from([version, 0, 0, 0, 0]);
  head.writeUInt32BE(issuedAt >>> 0, 1);
  return Buffer.concat([markUuid, head, ...[viewId, userId].map(counted)]);
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1').subarray(0, longestText);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function textAt(bytes: Buffer, at: number): string | null {
  const length = bytes[at];
  if (length === undefined || length > longestText || at + 1 + length > bytes.length) return null;
  const text = bytes.toString('latin1', at + 1, at + 1 + length);
  return /^[\x21-\x7e]*$/.test(text) ? text : null;
}
