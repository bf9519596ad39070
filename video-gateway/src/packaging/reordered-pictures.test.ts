/** B-frames: shown in another order than decoded. The order must survive RTP, which tells presentation times only. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { splitAnnexB } from '#media/annex-b.ts';
import { DecodeClock } from '#media/decode-clock.ts';
import { UnitBuilder } from '#media/unit-builder.ts';
import { CmafPackager } from '#packaging/cmaf-packager.ts';

it('keeps the order in which pictures are shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'b-frames-'));
  try {
    const h264 = join(folder, 'b.h264');
    const mp4 = join(folder, 'b.mp4');
    const source = ['-f', 'lavfi', '-i', 'testsrc2=size=160x96:rate=25', '-t', '2'];
    const coding = [
      '-c:v',
      'libx264',
      '-bf',
      '2',
      '-g',
      '25',
      '-x264-params',
      'repeat-headers=1:aud=1',
    ];
    execFileSync('ffmpeg', ['-v', 'error', ...source, ...coding, '-f', 'mp4', mp4]);
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-i',
      mp4,
      '-c',
      'copy',
      '-bsf:v',
      'h264_mp4toannexb',
      h264,
    ]);
    const written = shownTimes(mp4);
    const ours = join(folder, 'ours.mp4');
    writeFileSync(ours, packaged(h264, written));
    const read = shownTimes(ours);
    expect(read).toHaveLength(50);
    const fromFirst = (times: readonly number[]) =>
      times.map((time) => Math.round((time - times[0]!) * 25));
    expect(fromFirst(read)).toEqual(fromFirst(written));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Presentation times in decoding order, seconds. */
function shownTimes(file: string): number[] {
  const text = execFileSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'json', file],
    { encoding: 'utf8' },
  );
  const { packets } = JSON.parse(text) as { packets: { pts_time: string }[] };
  return packets.map((packet) => Number(packet.pts_time));
}

function packaged(file: string, times: readonly number[]): Buffer {
  const builder = new UnitBuilder('h264');
  const clock = new DecodeClock();
  const packager = new CmafPackager();
  const parts: Buffer[] = [];
  let index = 0;
  for (const nals of pictures(file)) {
    const pts = Math.round(times[index]! * 90_000);
    index += 1;
    const unit = builder.build(nals, { pts, dts: clock.decodeTime(pts), wall: null });
    const fragment = packager.package(unit!)[0]!;
    if (parts.length === 0) parts.push(fragment.epoch.init);
    parts.push(fragment.bytes);
  }
  return Buffer.concat(parts);
}

function pictures(file: string): Buffer[][] {
  const found: Buffer[][] = [];
  let nals: Buffer[] = [];
  for (const nal of splitAnnexB(readFileSync(file))) {
    nals.push(nal);
    const type = nal[0]! & 31;
    if (type !== 1 && type !== 5) continue;
    found.push(nals);
    nals = [];
  }
  return found;
}
