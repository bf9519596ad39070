import { createFile, MP4BoxBuffer, type Sample } from 'mp4box';
import { expect, it } from 'vitest';
import type { VideoUnit } from '#media/access-unit.ts';
import { UnitBuilder } from '#media/unit-builder.ts';
import { CmafPackager } from '#packaging/cmaf-packager.ts';
import { clipPictures } from '#testing/camera/clip.ts';

function unitsOf(codec: 'h264' | 'h265', count: number): VideoUnit[] {
  const builder = new UnitBuilder(codec);
  return clipPictures(codec)
    .slice(0, count)
    .map(({ nals }, index) =>
      builder.build(nals, { dts: index * 3600, pts: index * 3600, wall: null })!,
    );
}

/** What another implementation of ISO base media reads. */
function readByMp4box(bytes: Buffer): { codec: string; samples: Sample[] } {
  const file = createFile();
  const samples: Sample[] = [];
  let codec = '';
  file.onReady = (info) => {
    codec = info.tracks[0]!.codec;
    file.setExtractionOptions(info.tracks[0]!.id);
    file.start();
  };
  file.onSamples = (_id, _user, read) => samples.push(...read);
  const copy = new Uint8Array(bytes).buffer;
  file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(copy, 0), true);
  file.flush();
  return { codec, samples };
}

it.each(['h264', 'h265'] as const)('writes %s as another implementation reads it', (codec) => {
  const packager = new CmafPackager();
  const units = unitsOf(codec, 40);
  const fragments = units.flatMap((unit) => packager.package(unit));
  const bytes = Buffer.concat([
    fragments[0]!.epoch.init,
    ...fragments.map((fragment) => fragment.bytes),
  ]);
  const read = readByMp4box(bytes);
  expect(fragments[0]!.epoch.mime.toLowerCase()).toContain(read.codec.toLowerCase());
  expect(read.samples.map(({ dts }) => dts)).toEqual(units.map(({ dts }) => dts));
  expect(read.samples.map(({ is_sync }) => is_sync)).toEqual(units.map(({ key }) => key));
  read.samples.forEach((sample, index) => {
    expect(Buffer.from(sample.data!).equals(units[index]!.data)).toBe(true);
  });
});

it('begins a new epoch with a key picture only, after a cut and with a new configuration', () => {
  const packager = new CmafPackager();
  const units = unitsOf('h264', 40);
  const epochs = (some: readonly VideoUnit[]) =>
    some.map((unit) => packager.package(unit)[0]?.epoch.number ?? null);
  expect(epochs(units.slice(0, 3))).toEqual([1, 1, 1]);
  packager.cut();
  expect(epochs(units.slice(23, 27))).toEqual([null, null, 2, 2]);
  expect(epochs(unitsOf('h265', 2))).toEqual([3, 3]);
});
