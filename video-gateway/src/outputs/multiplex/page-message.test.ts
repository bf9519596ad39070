import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageMessage } from '#outputs/multiplex/page-message.ts';

const read = (value: unknown) => readPageMessage(Buffer.from(JSON.stringify(value)), false);

const types = ['open', 'close', 'priority', 'profile', 'key-only', 'sound'] as const;
const nearly = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...types), fc.string()),
    channel: fc.oneof(fc.integer(), fc.double(), fc.constant(null), fc.string()),
    ticket: fc.oneof(fc.string(), fc.integer(), fc.object()),
    profile: fc.oneof(fc.constantFrom('main', 'sub'), fc.string()),
    on: fc.oneof(fc.boolean(), fc.string()),
    keyOnly: fc.oneof(fc.boolean(), fc.integer()),
  },
  { requiredKeys: [] },
);

describe('what a page says', () => {
  it('is read where it is whole', () => {
    expect(read({ type: 'open', channel: 1, ticket: 't', profile: 'sub' })).toMatchObject({
      type: 'open',
      channel: 1,
      profile: 'sub',
    });
    expect(read({ type: 'priority', channel: null })).toEqual({ type: 'priority', channel: null });
  });

  it('is refused or read, never thrown over, whatever bytes it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isBinary) => {
        const message = readPageMessage(Buffer.from(bytes), isBinary);
        expect(message === null || types.includes(message.type)).toBe(true);
      }),
    );
  });

  it('names a channel that fits into a frame, or is refused', () => {
    fc.assert(
      fc.property(nearly, (value) => {
        const message = read(value);
        if (message === null || message.channel === null) return;
        expect(Number.isInteger(message.channel)).toBe(true);
        expect(message.channel).toBeGreaterThanOrEqual(0);
        expect(message.channel).toBeLessThanOrEqual(0xffff);
      }),
    );
  });
});
