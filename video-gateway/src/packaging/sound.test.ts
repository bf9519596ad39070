/** Picture and sound on one timeline, as other implementations read them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFile, MP4BoxBuffer, type Sample } from 'mp4box';
import { describe, expect, it } from 'vitest';
import type { AccessUnit, AudioUnit, VideoUnit } from '#media/access-unit.ts';
import { aacConfig } from '#media/aac.ts';
import { g711Config } from '#media/g711.ts';
import { UnitBuilder } from '#media/unit-builder.ts';
import { CmafPackager, type Fragment } from '#packaging/cmaf-packager.ts';
import { clipFrames, clipSound } from '#testing/camera/clip-audio.ts';
import { clipPictures } from '#testing/camera/clip.ts';

const ticksPerPicture = 3600;
const ticksPerFrame = (clipSound.samplesPerFrame * 90_000) / clipSound.sampleRate;
const config = aacConfig(Buffer.from(clipSound.specific, 'hex'))!;

function pictures(count: number, from = 0): VideoUnit[] {
  const builder = new UnitBuilder('h264');
  const clip = clipPictures('h264');
  return Array.from({ length: count }, (_, i) => {
    const dts = from + i * ticksPerPicture;
    return builder.build(clip[i % clip.length]!.nals, { dts, pts: dts, wall: null })!;
  });
}

function sounds(count: number, from = 0): AudioUnit[] {
  const frames = clipFrames();
  return Array.from({ length: count }, (_, i) => {
    const dts = from + i * ticksPerFrame;
    return { track: 'audio', dts, pts: dts, wall: null, data: frames[i % frames.length]!, config };
  });
}

/** As they come from a camera: each in its time. */
const mixed = (...units: readonly AccessUnit[][]): AccessUnit[] =>
  units.flat().sort((a, b) => a.dts - b.dts);

function packaged(units: readonly AccessUnit[]): Fragment[] {
  const packager = new CmafPackager();
  return units.flatMap((unit) => packager.package(unit));
}

const soundOf = (fragments: readonly Fragment[]) =>
  fragments.filter(({ track }) => track === 'audio');

function muxedFile(fragments: readonly Fragment[]): Buffer {
  const { audio } = fragments[0]!.epoch;
  return Buffer.concat([audio!.muxed!.init, ...fragments.map(({ bytes }) => bytes)]);
}

function readByMp4box(bytes: Buffer): Map<string, Sample[]> {
  const file = createFile();
  const read = new Map<string, Sample[]>();
  file.onReady = ({ tracks }) => {
    for (const { id, codec } of tracks) {
      read.set(codec, []);
      file.setExtractionOptions(id, codec);
    }
    file.start();
  };
  file.onSamples = (_id, codec, samples) => read.get(codec as string)!.push(...samples);
  file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(new Uint8Array(bytes).buffer, 0), true);
  file.flush();
  return read;
}

describe('a camera with AAC', () => {
  const units = mixed(pictures(75), sounds(46));
  const fragments = packaged(units);

  it('has every picture and every frame where mp4box looks for them', () => {
    const read = readByMp4box(muxedFile(fragments));
    const [, sound] = [...read].find(([codec]) => codec === 'mp4a.40.2')!;
    const [, picture] = [...read].find(([codec]) => codec.startsWith('avc1'))!;
    expect(picture).toHaveLength(75);
    expect(sound.length).toBeGreaterThanOrEqual(45);
    sound.forEach((sample, index) => {
      expect(sample.dts - sound[0]!.dts).toBe(index * 1024);
      expect(Buffer.from(sample.data!).equals(clipFrames()[index + 46 - sound.length]!)).toBe(true);
    });
    expect(fragments[0]!.epoch.audio!.muxed!.mime).toMatch(/^video\/mp4; codecs="avc1\.\w+,mp4a/);
  });

  it('is decoded by ffmpeg without a complaint, and counted by ffprobe', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sound-'));
    try {
      const file = join(folder, 'muxed.mp4');
      writeFileSync(file, muxedFile(fragments));
      const probe = JSON.parse(
        execFileSync(
          'ffprobe',
          ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', file],
          { encoding: 'utf8' },
        ),
      ) as { streams: { codec_name: string; nb_read_frames: string; start_time: string }[] };
      expect(probe.streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
      expect(Number(probe.streams[0]!.nb_read_frames)).toBe(75);
      expect(Number(probe.streams[1]!.nb_read_frames)).toBeGreaterThanOrEqual(45);
      const decode = ['-v', 'error', '-i', file, '-f', 'null', '-'];
      expect(execFileSync('ffmpeg', decode, { encoding: 'utf8', stdio: 'pipe' })).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('shows its picture alone to who wants no sound', () => {
    const alone = fragments.filter(({ track }) => track === 'video');
    const bytes = Buffer.concat([alone[0]!.epoch.init, ...alone.map((one) => one.bytes)]);
    expect([...readByMp4box(bytes).values()].map((samples) => samples.length)).toEqual([75]);
  });

  it('announces its sound once it was heard', () => {
    const packager = new CmafPackager();
    const [first] = pictures(1);
    const { epoch } = packager.package(first!)[0]!;
    expect(epoch.audio).toBeNull();
    packager.package(sounds(1)[0]!);
    expect(epoch.audio?.config.codecName).toBe('mp4a.40.2');
  });

  it('goes on as silence where its sound stays away, so that no player waits for it', () => {
    const read = soundOf(packaged(mixed(pictures(150), sounds(16))));
    const end = read.at(-1)!.startSeconds + read.at(-1)!.durationSeconds;
    expect(end).toBeGreaterThan(6 - 0.9);
    for (const [index, fragment] of read.entries()) {
      const before = read[index - 1];
      if (before === undefined) continue;
      expect(fragment.startSeconds).toBeCloseTo(before.startSeconds + before.durationSeconds, 6);
    }
  });

  it.each([
    ['slow', 1.05],
    ['fast', 0.95],
  ])('keeps sound and picture together where the clock of the sound is %s', (_, pace) => {
    // By one in twenty: after a minute they would be three seconds apart.
    const off = sounds(900).map((unit, i) => ({ ...unit, dts: i * ticksPerFrame * pace }));
    let shown = 0;
    for (const { track, startSeconds } of packaged(mixed(pictures(1500), off))) {
      if (track === 'video') shown = startSeconds;
      else expect(Math.abs(startSeconds - shown)).toBeLessThan(0.7);
    }
  });

  it('goes on in the same line of sound after a reconnect', () => {
    const packager = new CmafPackager();
    const before = mixed(pictures(50), sounds(31)).flatMap((unit) => packager.package(unit));
    packager.cut();
    const later = 7_000_000;
    const after = mixed(pictures(50, later), sounds(31, later)).flatMap((unit) =>
      packager.package(unit),
    );
    expect(after[0]!.epoch.number).toBe(2);
    expect(after[0]!.epoch.audio).not.toBeNull();
    const all = soundOf([...before, ...after]);
    for (const [index, { startSeconds }] of all.slice(1).entries()) {
      expect(startSeconds).toBeGreaterThan(all[index]!.startSeconds);
    }
  });
});

describe('a camera with G.711', () => {
  it('hands its sound on as it came, with its time', () => {
    const samples = Buffer.alloc(160, 0xd5);
    const pcma = g711Config('pcma');
    const units = Array.from({ length: 50 }, (_, i): AudioUnit => {
      const dts = i * 1800;
      return { track: 'audio', dts, pts: dts, wall: null, data: samples, config: pcma };
    });
    const read = soundOf(packaged(mixed(pictures(25), units)));
    expect(read[0]!.epoch.audio).toEqual({ config: pcma, muxed: null });
    expect(read.length).toBeGreaterThanOrEqual(49);
    expect(read.every(({ bytes }) => bytes.equals(samples))).toBe(true);
    expect(read.at(-1)!.startSeconds).toBeCloseTo(49 * 0.02, 3);
  });
});
