import { expect, it } from 'vitest';
import { testCameras } from '../cameras/test-cameras.ts';
import { FaultBoard } from '../faults/fault-board.ts';
import { Recorder } from './recorder.ts';

const now = Date.parse('2026-11-23T04:30:00+08:00');
const at = (time: string) => Date.parse(`2026-11-23T${time}+08:00`);
const shown = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);

function files(from: string, to: string, gap = false): string[] {
  const faults = new FaultBoard();
  faults.set('recording-gap', 'everything', gap);
  return new Recorder(faults, () => now)
    .filesOf(testCameras[0]!, { fromMs: at(from), toMs: at(to) })
    .map(({ fromMs, toMs }) => `${shown(fromMs)}-${shown(toMs)}`);
}

it('a recorder keeps files of an hour, up to now, with a gap while it checks its disks', () => {
  expect(files('01:15:00', '06:00:00')).toEqual([
    '01:15-02:00',
    '02:00-03:00',
    '03:10-04:00',
    '04:00-04:30',
  ]);
});

it('a recorder at fault misses five minutes of each hour', () => {
  expect(files('01:15:00', '02:30:00', true)).toEqual([
    '01:15-01:20',
    '01:25-02:00',
    '02:00-02:20',
    '02:25-02:30',
  ]);
});

it('a recorder keeps thirty days', () => {
  const recorder = new Recorder(new FaultBoard(), () => now);
  const old = { fromMs: now - 40 * 86_400_000, toMs: now - 31 * 86_400_000 };
  expect(recorder.filesOf(testCameras[0]!, old)).toEqual([]);
});
