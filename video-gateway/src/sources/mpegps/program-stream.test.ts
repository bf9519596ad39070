/** Program streams over RTP, as Hikvision recorders and GB/T 28181 platforms send them. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { lengthPrefixed } from '#media/unit-builder.ts';
import { readProgramFrame } from '#sources/mpegps/program-stream.ts';
import { ProgramAssembler } from '#sources/rtp/program-assembler.ts';
import { readRtpPacket } from '#sources/rtp/rtp-packet.ts';
import { readSessionDescription } from '#sources/rtsp/session-description.ts';
import { clipPictures } from '#testing/camera/clip.ts';
import {
  inPayloads,
  pictureFrame,
  soundFrame,
  type ProgramContent,
} from '#testing/camera/program-writer.ts';
import { RtpWriter } from '#testing/camera/rtp-writer.ts';

const program = { codec: 'mp2p', payloadType: 96, clockRate: 90_000, control: '' } as const;
const perPicture = 3_600;

function sent(frames: readonly { bytes: Buffer; ticks: number }[]): Buffer[] {
  const writer = new RtpWriter('h264');
  return frames.flatMap(({ bytes, ticks }) => writer.payloads(inPayloads(bytes), ticks));
}

function assembled(packets: readonly Buffer[]): { units: AccessUnit[]; lost: number } {
  const assembler = new ProgramAssembler(program);
  const units = packets.flatMap((bytes) => assembler.push(readRtpPacket(bytes)!));
  return { units, lost: assembler.lost };
}

const pictures = (content: ProgramContent, count = 30, codec: 'h264' | 'h265' = 'h264') =>
  clipPictures(codec)
    .slice(0, count)
    .map((one, i) => ({
      bytes: pictureFrame(one, i * perPicture, content),
      ticks: i * perPicture,
    }));

it.each(['h264', 'h265'] as const)('pictures of %s come out whole, with their times', (codec) => {
  const { units } = assembled(sent(pictures({ video: codec }, 30, codec)));
  expect(units).toHaveLength(30);
  expect(units.map(({ pts }) => pts)).toEqual(units.map((_, i) => i * perPicture));
  const [first] = units;
  expect(first).toMatchObject({ track: 'video', key: true, config: { codec } });
  const slices = clipPictures(codec)[1]!.nals.filter((nal) =>
    codec === 'h264' ? (nal[0]! & 31) !== 9 : nal[0]! >> 1 !== 35,
  );
  expect(units[1]!.data.equals(lengthPrefixed(slices))).toBe(true);
});

it('sound in the same stream comes with the time of its own, on the picture’s clock', () => {
  const [first, second] = pictures({ audio: 'pcma' }, 2);
  // The recorder's clock of sound and picture is one; its RTP timestamps of sound are not worth much.
  const sound = { bytes: soundFrame(Buffer.alloc(320, 0xd5), 900), ticks: 0 };
  const { units } = assembled(sent([first!, sound, second!]));
  expect(units.map(({ track }) => track)).toEqual(['video', 'audio', 'video']);
  expect(units[1]).toMatchObject({ dts: 900, config: { codec: 'pcma' } });
});

it('after a lost packet nothing is shown until the next key picture', () => {
  const frames = pictures({}, 60);
  const keys = clipPictures('h264')
    .slice(0, 60)
    .flatMap(({ key }, i) => (key ? [i] : []));
  const packets = sent(frames);
  const before = sent(frames.slice(0, 5)).length;
  const { units, lost } = assembled(packets.toSpliced(before, 1));
  expect(lost).toBe(1);
  const shown = units.map(({ pts }) => pts / perPicture);
  const nextKey = keys.find((key) => key > 5) ?? Number.POSITIVE_INFINITY;
  expect(shown.filter((i) => i < 5)).toEqual([0, 1, 2, 3, 4]);
  expect(shown.every((i) => i < 5 || i >= nextKey)).toBe(true);
});

it('a picture whose length was left out goes to the end of its frame', () => {
  const frame = pictureFrame(clipPictures('h264')[1]!, 0, {});
  const at = frame.indexOf(Buffer.from([0, 0, 1, 0xe0]));
  frame.writeUInt16BE(0, at + 4);
  expect(readProgramFrame(frame).video!.bytes.length).toBeGreaterThan(0);
});

it('a stream of pictures that no browser plays is refused by its type', () => {
  expect(() => assembled(sent(pictures({ video: 0x80 }, 1)))).toThrow(/video stream type 0x80/);
});

it('what our writer packs is a program stream to ffprobe, too', () => {
  const bytes = Buffer.concat(pictures({}, 50).map((frame) => frame.bytes));
  const asked = ['-v', 'error', '-f', 'mpeg', '-i', 'pipe:0', '-count_packets'];
  const told = execFileSync(
    'ffprobe',
    [...asked, '-show_entries', 'stream=codec_name,width', '-of', 'csv=p=0'],
    { input: bytes, encoding: 'utf8' },
  );
  expect(told).toMatch(/^h264,\d+/);
});

it.each(['MP2P/90000', 'PS/90000'])('a description that says %s is understood', (name) => {
  const text = `v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 ${name}\r\na=control:trackID=1\r\n`;
  expect(readSessionDescription(text)).toMatchObject({
    video: null,
    program: { payloadType: 96, control: 'trackID=1' },
  });
});
