import { describe, expect, it } from 'vitest';
import { aacConfig } from '#media/aac.ts';
import type { AccessUnit } from '#media/access-unit.ts';
import { g711Config } from '#media/g711.ts';
import { h264Config } from '#media/h264.ts';
import { h265Config } from '#media/h265.ts';
import { lengthPrefixed } from '#media/unit-builder.ts';
import { FrameFault, UnitFrameReader, UnitFrameWriter } from '#exchange/unit-frame.ts';
import { clipSound } from '#testing/camera/clip-audio.ts';
import { clipPictures, parameterSets } from '#testing/camera/clip.ts';

const [sps, pps] = parameterSets('h264') as [Buffer, Buffer];
const h264 = h264Config(sps, pps);
const h265 = h265Config(...(parameterSets('h265') as [Buffer, Buffer, Buffer]));
const picture = (change: object = {}) =>
  ({
    ...{ track: 'video', key: true, dts: -3_600.5, pts: 7_200, wall: 1_795_000_000_000.25 },
    ...{ data: lengthPrefixed(clipPictures('h264')[0]!.nals), config: h264, ...change },
  }) as AccessUnit;
const sound = (config: object) => ({
  ...({ track: 'audio', dts: 1, pts: 1, wall: null, data: Buffer.from([1, 2, 3]) } as const),
  config,
});

describe('a unit that crosses the exchange link', () => {
  const units: [string, AccessUnit][] = [
    ['an H.264 picture', picture()],
    ['an H.265 picture that is no key', picture({ key: false, wall: null, config: h265 })],
    ['AAC', sound(aacConfig(Buffer.from(clipSound.specific, 'hex'))!) as AccessUnit],
    ['G.711', sound(g711Config('pcma', 16_000, 2)) as AccessUnit],
  ];

  it.each(units)('%s arrives as it left, with what decoders need', (_, unit) => {
    const read = new UnitFrameReader().read(new UnitFrameWriter(0xffff_ffff).write(unit));
    expect(read).toEqual({ stream: 0xffff_ffff, unit });
  });

  it('brings its parameter sets once, and keeps one configuration for all that follow', () => {
    const [writer, reader] = [new UnitFrameWriter(1), new UnitFrameReader()];
    const first = writer.write(picture());
    const second = writer.write(picture({ key: false }));
    expect(first.length - second.length).toBe(h264.decoderConfig.length + 3);
    const [one, two] = [first, second].map((frame) => reader.read(frame).unit.config);
    expect(one).toBe(two);
  });

  const frame = new UnitFrameWriter(5).write(picture());
  const spoiled = (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(frame);
    change(copy);
    return copy;
  };
  it.each<[string, Buffer]>([
    ['of an unknown kind', spoiled((f) => f.writeUInt8(9, 0))],
    ['of a time that is no number', spoiled((f) => f.writeDoubleBE(Number.NaN, 6))],
    ['of a time beyond all clocks', spoiled((f) => f.writeDoubleBE(1e300, 14))],
    ['of sound with a picture’s codec', spoiled((f) => f.writeUInt8(2, 0))],
    ['whose parameter sets are longer than itself', spoiled((f) => f.writeUInt16BE(60_000, 31))],
    ['whose NAL units do not add up', frame.subarray(0, -1)],
    ['that comes before its parameter sets', spoiled((f) => f.writeUInt8(1, 1))],
  ])('%s is refused, and costs its stream alone', (_, bytes) => {
    const read = () => new UnitFrameReader().read(bytes);
    expect(read).toThrow(FrameFault);
    try {
      read();
    } catch (error) {
      expect((error as FrameFault).stream).toBe(5);
    }
  });
});
