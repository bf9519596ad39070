/** Whatever times and sizes a camera gives its units, the packager's timeline grows and its boxes are whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessUnit, VideoUnit } from '#media/access-unit.ts';
import { aacConfig } from '#media/aac.ts';
import { DecodeClock } from '#media/decode-clock.ts';
import { UnitBuilder } from '#media/unit-builder.ts';
import { CmafPackager, type Fragment } from '#packaging/cmaf-packager.ts';
import { ReorderBuffer } from '#sources/rtp/reorder-buffer.ts';
import { RtpClock } from '#sources/rtp/rtp-clock.ts';
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';
import { clipPictures } from '#testing/camera/clip.ts';

const settings = { numRuns: 300, seed: 42 };
const video = new UnitBuilder('h264').build(clipPictures('h264')[0]!.nals, {
  dts: 0,
  pts: 0,
  wall: null,
})!.config;
const audio = aacConfig(Buffer.from('1408', 'hex'))!;

const time = fc.oneof(
  fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  fc.integer({ min: 0, max: 900_000 }),
);
const data = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const unit: fc.Arbitrary<AccessUnit> = fc.oneof(
  fc
    .record({ dts: time, pts: time, data, key: fc.boolean() })
    .map((one): AccessUnit => ({ track: 'video', wall: null, config: video, ...one })),
  fc
    .record({ dts: time, pts: time, data })
    .map((one): AccessUnit => ({ track: 'audio', wall: null, config: audio, ...one })),
);

/** Top-level boxes; throws where they do not fill the bytes. */
function boxesOf(bytes: Buffer): string[] {
  const names: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    names.push(bytes.toString('latin1', at + 4, at + 8));
    at += bytes.readUInt32BE(at);
  }
  expect(at).toBe(bytes.length);
  return names;
}

function expectGrowing(fragments: readonly Fragment[]): void {
  for (const [index, one] of fragments.slice(1).entries()) {
    expect(one.startSeconds).toBeGreaterThan(fragments[index]!.startSeconds);
  }
}

describe('the packager', { timeout: 60_000 }, () => {
  it('writes whole boxes on a timeline that only grows, whatever the times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(unit, fc.constant('cut' as const)), { maxLength: 60 }),
        (all) => {
          const packager = new CmafPackager();
          const fragments: Fragment[] = [];
          for (const one of all) {
            if (one === 'cut') packager.cut();
            else fragments.push(...packager.package(one));
          }
          for (const { bytes } of fragments) expect(boxesOf(bytes)).toEqual(['moof', 'mdat']);
          expectGrowing(fragments.filter(({ track }) => track === 'video'));
          expectGrowing(fragments.filter(({ track }) => track === 'audio'));
        },
      ),
      settings,
    );
  });

  const hour = 3600 * 90_000;
  it.each([
    ['jumps an hour ahead', (i: number) => i * 3600 + (i > 100 ? hour : 0)],
    ['jumps an hour back', (i: number) => i * 3600 - (i > 100 ? hour : 0)],
    ['jumps back by half a second', (i: number) => i * 3600 - (i > 100 ? 45_000 : 0)],
    ['wraps at 32 bits', (i: number) => (4_294_900_000 + i * 3600) % 2 ** 32],
  ])('keeps the pace of a camera whose clock %s', (_, ticksOf) => {
    const clock = new RtpClock(90_000);
    const decode = new DecodeClock();
    const packager = new CmafPackager();
    const fragments = Array.from({ length: 250 }, (_, i) => {
      const { ticks } = clock.read((ticksOf(i) + 2 ** 32) % 2 ** 32);
      const dts = decode.decodeTime(ticks);
      const picture: VideoUnit = {
        track: 'video',
        dts,
        pts: ticks,
        wall: null,
        key: i === 0,
        data: Buffer.alloc(1),
        config: video,
      };
      return packager.package(picture)[0]!;
    });
    expectGrowing(fragments);
    expect(fragments.at(-1)!.startSeconds).toBeGreaterThan(9.4);
    expect(fragments.at(-1)!.startSeconds).toBeLessThan(10.1);
  });
});

describe('the reorder buffer', () => {
  it('hands packets on in their order, each once, however they come', () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 120 });
    fc.assert(
      fc.property(arrivals, fc.nat(0xffff), (shifts, first) => {
        const seen: number[] = [];
        const buffer = new ReorderBuffer(({ sequence }) => seen.push(sequence));
        for (const [index, shift] of shifts.entries()) {
          buffer.push({ sequence: (first + index + shift) & 0xffff } as RtpPacket);
        }
        buffer.close();
        const placed = seen.map((sequence) => (sequence - first + 0x10000) & 0xffff);
        for (const [index, place] of placed.slice(1).entries()) {
          expect(place).toBeGreaterThan(placed[index]!);
        }
      }),
      settings,
    );
  });
});
