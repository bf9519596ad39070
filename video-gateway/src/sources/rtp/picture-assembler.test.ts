import { describe, expect, it } from 'vitest';
import type { VideoUnit } from '#media/access-unit.ts';
import { PictureAssembler } from '#sources/rtp/picture-assembler.ts';
import { readRtpPacket } from '#sources/rtp/rtp-packet.ts';
import { clipPictures, parameterSets } from '#testing/camera/clip.ts';
import { RtpWriter } from '#testing/camera/rtp-writer.ts';

const [sps, pps] = parameterSets('h264') as [Buffer, Buffer];
const keySlice = Buffer.from([0x65, 0x88, 0x84, 0x21]);
const slice = Buffer.from([0x41, 0x9a, 0x02, 0x03]);

/** Pictures of two slices each: a key picture, then two that build on it, twice. */
function packets(): Buffer[] {
  const writer = new RtpWriter('h264');
  return [0, 1, 2, 3, 4, 5].flatMap((index) => {
    const key = index % 3 === 0;
    const nals = key ? [sps, pps, keySlice, keySlice] : [slice, slice];
    return writer.packets({ nals, key }, index * 3600);
  });
}

function shown(lost: readonly number[]): { pictures: number[]; lost: number } {
  const assembler = new PictureAssembler({
    codec: 'h264',
    payloadType: 96,
    clockRate: 90_000,
    control: '',
    parameterSets: [],
  });
  const units: VideoUnit[] = [];
  packets().forEach((data, index) => {
    if (!lost.includes(index)) units.push(...assembler.push(readRtpPacket(data)!));
  });
  return { pictures: units.map(({ dts }) => dts / 3600), lost: assembler.lost };
}

describe('pictures whose packets get lost', () => {
  // Packets 0 to 3 are the key picture, 4 and 5, 6 and 7 those behind it, 8 to 11 the next key picture.
  it.each([
    ['nothing', [], [0, 1, 2, 3, 4, 5]],
    ['the first slice of a picture', [4], [0, 3, 4, 5]],
    ['the end of a picture', [5], [0, 3, 4, 5]],
    ['a whole picture', [4, 5], [0, 3, 4, 5]],
    ['the end of the one before a key picture', [7], [0, 1, 3, 4, 5]],
    ['a slice of a key picture', [10], [0, 1, 2]],
    ['the end of a key picture', [11], [0, 1, 2]],
    ['the parameter sets of the first key picture', [0, 1], [3, 4, 5]],
  ] as const)('are shown but for what hangs on %s', (_, lost, pictures) => {
    const seen = shown(lost);
    const relative = seen.pictures.map((at) => at - seen.pictures[0]! + pictures[0]!);
    expect(relative).toEqual(pictures);
  });

  it('are counted', () => {
    expect(shown([4, 5, 10]).lost).toBe(3);
  });

  it('need no parameter sets in the stream where the description has them', () => {
    const assembler = new PictureAssembler({
      codec: 'h264',
      payloadType: 96,
      clockRate: 90_000,
      control: '',
      parameterSets: [sps, pps],
    });
    const nals = clipPictures('h264')[0]!.nals.filter((nal) => (nal[0]! & 31) === 5);
    const [...all] = new RtpWriter('h264').packets({ nals, key: true }, 0);
    expect(all.flatMap((data) => assembler.push(readRtpPacket(data)!))).toHaveLength(1);
  });
});
