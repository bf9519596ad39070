import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEmulation, withoutEmulation } from '#media/emulation.ts';
import { lengthPrefixed, splitLengthPrefixed } from '#media/unit-builder.ts';
import { markedData, markedFragment } from '#packaging/mark/marked-picture.ts';
import { MarkReader } from '#packaging/mark/read-marks.ts';
import { markNal, readMark, type TicketMark } from '#packaging/mark/ticket-mark.ts';
import { pictureDataOf, pictureFragment } from '#packaging/media-fragment.ts';

const code = fc.stringMatching(/^[\x21-\x7e]{1,64}$/);
const anyMark: fc.Arbitrary<TicketMark> = fc.record({
  viewId: code,
  userId: code,
  // Most of these times hold zeros, which a NAL unit must escape.
  issuedAt: fc.oneof(fc.nat(0xffffff), fc.constantFrom(0, 1, 2, 3, 256, 0xffffffff)),
});
const codecs = ['h264', 'h265'] as const;
const aMark: TicketMark = { viewId: 'view-1', userId: 'user-1', issuedAt: 1_764_000_000 };

function marksIn(bytes: Buffer, pieceBytes = bytes.length): readonly TicketMark[] {
  const reader = new MarkReader();
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    reader.push(bytes.subarray(at, at + pieceBytes));
  }
  reader.end();
  return reader.found;
}

describe('the mark of a look in its pictures', () => {
  it('is read as it was written, wherever a file is cut into pieces', () => {
    fc.assert(
      fc.property(
        anyMark,
        fc.constantFrom(...codecs),
        fc.nat(400),
        fc.integer({ min: 1, max: 300 }),
        (mark, codec, before, piece) => {
          const nal = markNal(mark, codec);
          const file = Buffer.concat([Buffer.alloc(before, 7), nal, Buffer.alloc(before, 7), nal]);
          expect(marksIn(file, piece)).toEqual([{ ...mark, times: 2 }]);
        },
      ),
    );
  });

  it('holds no three bytes that a decoder would take for the begin of something else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0, 1, 2, 3, 4)), (values) => {
        const raw = Uint8Array.from(values);
        const escaped = withEmulation(raw);
        expect(withoutEmulation(escaped)).toEqual(raw);
        expect(Buffer.from(escaped).toString('hex')).not.toMatch(/^(..)*0000(00|01|02)/);
      }),
    );
    const nal = markNal({ ...aMark, issuedAt: 1 }, 'h264').subarray(4);
    expect(nal.toString('hex')).not.toMatch(/^(..)*0000(00|01|02)/);
  });

  it('stands before the first slice and behind all that the camera says of the picture', () => {
    const nals = {
      h264: [Buffer.from([6, 0, 1, 0x80]), Buffer.from([0x65, 1, 2, 3]), Buffer.from([0x65, 4])],
      h265: [Buffer.from([0x4e, 1, 0, 0x80]), Buffer.from([0x26, 1, 2]), Buffer.from([0x26, 4])],
    };
    for (const codec of codecs) {
      const data = lengthPrefixed(nals[codec]);
      const [front, rest] = markedData(data, codec, aMark);
      expect(rest.buffer, 'what all share is not copied').toBe(data.buffer);
      const [own, ...after] = splitLengthPrefixed(Buffer.concat([front, rest]), 4);
      expect([own, ...after.slice(1)]).toEqual(nals[codec]);
      expect(marksIn(after[0]!)).toEqual([{ ...aMark, times: 1 }]);
    }
  });

  it('leaves a fragment whose sizes are right, and what follows it as it was', () => {
    const data = lengthPrefixed([Buffer.from([0x65, 1, 2, 3])]);
    const place = { decodeTime: 90, compositionOffset: 0, duration: 3600 };
    const { bytes } = pictureFragment({ sequence: 1, ...place, key: true, data });
    const follower = Buffer.from('what follows');
    const marked = Buffer.concat(markedFragment(Buffer.concat([bytes, follower]), 'h264', aMark));
    const expected = Buffer.concat(markedData(data, 'h264', aMark));
    expect(pictureDataOf(marked)).toEqual(expected);
    expect(marked.length).toBe(104 + 8 + expected.length + follower.length);
    expect(marked.readUInt32BE(104)).toBe(8 + expected.length);
    expect(marked.subarray(-follower.length)).toEqual(follower);
  });

  it('leaves a picture alone that cannot be read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...codecs), (bytes, codec) => {
        const data = Buffer.from(bytes);
        const [front, rest] = markedData(data, codec, aMark);
        expect(front.length + rest.length).toBe(data.length + markNal(aMark, codec).length);
      }),
    );
  });

  it('is not found in what only looks like one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const mark = readMark(Buffer.from(bytes));
        if (mark !== null) expect(mark.viewId + mark.userId).toMatch(/^[\x21-\x7e]*$/);
        const spoiled = Buffer.concat([markNal(aMark, 'h264').subarray(0, 26), Buffer.from(bytes)]);
        expect(() => marksIn(spoiled)).not.toThrow();
      }),
    );
    expect(marksIn(markNal(aMark, 'h264').subarray(0, 30))).toEqual([]);
  });
});
