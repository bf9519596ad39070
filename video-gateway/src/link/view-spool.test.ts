import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ViewSpool, type ClosedView } from '#link/view-spool.ts';

const clock = { now: () => new Date('2026-11-23T08:00:00Z') };
const fail = (message: string): never => {
  throw new Error(message);
};
const aFile = () => join(mkdtempSync(join(tmpdir(), 'spool-')), 'deep', 'views.jsonl');

const closed = (viewId: string): ClosedView => ({
  viewId,
  at: '2026-11-23T07:59:00.000Z',
  firstFrameAt: null,
  reason: 'viewer-left',
  bytes: 5,
  frames: 1,
});

it('keeps closing rows over a restart until they are acknowledged', () => {
  const file = aFile();
  const before = new ViewSpool(file, clock, fail);
  before.closed(closed('a'));
  before.closed(closed('b'));
  before.acknowledged('a');
  const after = new ViewSpool(file, clock, fail);
  expect(after.pending).toEqual([closed('b')]);
  after.acknowledged('b');
  expect(new ViewSpool(file, clock, fail).pending).toEqual([]);
});

it('closes the views that were open when the gateway crashed', () => {
  const file = aFile();
  const before = new ViewSpool(file, clock, fail);
  before.opened('open');
  before.opened('refused');
  before.neverOpened('refused');
  before.opened('done');
  before.closed(closed('done'));
  appendFileSync(file, '{"closed":{"viewId":"cut of');
  expect(new ViewSpool(file, clock, fail).pending).toEqual([
    closed('done'),
    {
      viewId: 'open',
      at: '2026-11-23T08:00:00.000Z',
      firstFrameAt: null,
      reason: 'gateway-restarted',
      bytes: 0,
      frames: 0,
    },
  ]);
});

it('does not grow with the number of views it has seen', () => {
  const file = aFile();
  const spool = new ViewSpool(file, clock, fail);
  for (let i = 0; i < 3000; i += 1) {
    spool.opened(`v${i}`);
    spool.closed(closed(`v${i}`));
    spool.acknowledged(`v${i}`);
  }
  expect(new ViewSpool(file, clock, fail).pending).toEqual([]);
});

it('writes a line for a view and not the whole file anew, however many are open', () => {
  const file = aFile();
  const spool = new ViewSpool(file, clock, fail);
  for (let i = 0; i < 2000; i += 1) spool.opened(`open${i}`);
  let [written, known] = [0, statSync(file).ino];
  for (let i = 0; i < 1000; i += 1) {
    spool.opened(`v${i}`);
    spool.closed(closed(`v${i}`));
    spool.acknowledged(`v${i}`);
    const { ino } = statSync(file);
    if (ino !== known) written += 1;
    known = ino;
  }
  expect(written).toBeLessThanOrEqual(3);
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(5000);
  expect(new ViewSpool(file, clock, fail).pending).toHaveLength(2000);
});

it('keeps a row in memory where the disk takes nothing more', () => {
  const file = aFile();
  const said: string[] = [];
  const spool = new ViewSpool(file, clock, (message) => said.push(message));
  rmSync(dirname(file), { recursive: true });
  spool.closed(closed('a'));
  expect(spool.pending).toEqual([closed('a')]);
  expect(said).toEqual([expect.stringContaining('view spool: ENOENT')]);
});

it('lets the gateway start on a disk that takes nothing more, and says so', () => {
  const file = aFile();
  const before = new ViewSpool(file, clock, fail);
  before.opened('open');
  before.closed(closed('done'));
  mkdirSync(`${file}.new`); // where the file would be written anew
  const said: string[] = [];
  const after = new ViewSpool(file, clock, (message) => said.push(message));
  expect(after.pending.map(({ viewId }) => viewId)).toEqual(['done', 'open']);
  expect(said).toEqual([expect.stringContaining('view spool: EISDIR')]);
  after.acknowledged('done');
  expect(new ViewSpool(file, clock, () => undefined).pending).toMatchObject([{ viewId: 'open' }]);
});
