import type { Writable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as ws from 'ws';
import {
  channelFlags,
  frameHead,
  highestChannel,
  pictureConfig,
} from '#outputs/multiplex/channel-frame.ts';
import { madeUpEpoch } from '#testing/made-up-epoch.ts';

/** Part of the package, not of its types. */
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Writable };

/** As an independent WebSocket reads it. */
function received(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  const receiver = new Receiver({ isServer: false });
  receiver.on('message', (data: Buffer) => messages.push(data));
  receiver.write(bytes);
  return messages;
}

it.each([0, 100, 117, 118, 60_000, 65_527, 65_528, 200_000])(
  'heads a payload of %i bytes for any WebSocket',
  (length) => {
    const payload = Buffer.alloc(length, 7);
    const header = { channel: 513, flags: channelFlags.key, milliseconds: 0x01020304 };
    const [message] = received(Buffer.concat([frameHead(header, length), payload]));
    expect(message!.subarray(0, 8)).toEqual(Buffer.from([2, 1, 1, 0, 1, 2, 3, 4]));
    expect(message!.subarray(8).equals(payload)).toBe(true);
  },
);

it('keeps channel, flags and time through any WebSocket', () => {
  const header = fc.record({
    channel: fc.integer({ min: 0, max: highestChannel }),
    flags: fc.integer({ min: 0, max: 15 }),
    milliseconds: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  });
  fc.assert(
    fc.property(header, fc.uint8Array({ maxLength: 300 }), (given, payload) => {
      const [message] = received(Buffer.concat([frameHead(given, payload.length), payload]));
      expect(message!.readUInt16BE(0)).toBe(given.channel);
      expect(message![2]).toBe(given.flags);
      expect(message!.readUInt32BE(4)).toBe(given.milliseconds);
      expect([...message!.subarray(8)]).toEqual([...payload]);
    }),
  );
});

it('builds the words of a configuration once', () => {
  const epoch = madeUpEpoch();
  expect(pictureConfig(epoch)).toBe(pictureConfig(epoch));
  expect(JSON.parse(pictureConfig(epoch).toString())).toEqual({
    codec: 'avc1.64001f',
    width: 640,
    height: 360,
    description: 'AWQAHw==',
  });
});
