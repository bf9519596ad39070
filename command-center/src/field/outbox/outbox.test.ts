import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { NewEntry, OutboxEntry } from './outbox-entry.ts';
import { Outbox, type Outcome } from './outbox.ts';
import { OutboxStore } from './outbox-store.ts';

const dayMs = 86_400_000;
let databases = 0;
let store: OutboxStore;
let now: number;
let worker: string;
/** What the server has done, once per command, and what it answers the next time. */
let done: Map<string, string>;
let asked: string[];
let weather: (entry: OutboxEntry) => Outcome | 'lost-answer' | null;

/** A server as ours is: the same command again is answered with the first answer. */
async function send(entry: OutboxEntry, answerOf: (id: string) => unknown): Promise<Outcome> {
  asked.push(entry.id);
  const said = weather(entry);
  if (said !== null && said !== 'lost-answer') return said;
  const photos = entry.body.kind === 'report' ? entry.body.photos.map(answerOf) : [];
  if (!done.has(entry.id)) done.set(entry.id, `answer to ${entry.id} ${photos.join(' ')}`.trim());
  if (said === 'lost-answer') return { sent: false, stop: 'unreachable' };
  return { sent: true, answer: done.get(entry.id) };
}

const openOutbox = (): Outbox =>
  new Outbox({ store, send, userId: () => worker, now: () => now, serverNow: () => now });

const photo = (id: string): NewEntry => ({
  id,
  userId: 'w1',
  title: '照片',
  needs: [],
  body: { kind: 'photo', bytes: new ArrayBuffer(8), type: 'image/jpeg' },
});

const report = (id: string, more: { photos?: string[]; classCode?: string } = {}): NewEntry => ({
  id,
  userId: 'w1',
  title: '暴露垃圾',
  needs: more.photos ?? [],
  body: {
    kind: 'report',
    input: { classCode: more.classCode ?? '0102', position: { longitude: 111.6, latitude: 27.6 } },
    photos: more.photos ?? [],
  },
});

const states = (outbox: Outbox) =>
  Object.fromEntries(outbox.state.get().entries.map(({ id, state }) => [id, state]));

beforeEach(() => {
  store = new OutboxStore(`field-${(databases += 1)}`);
  now = Date.parse('2026-11-27T08:00:00Z');
  worker = 'w1';
  done = new Map();
  asked = [];
  weather = () => null;
});

test('what was kept without a line goes in the order of its making once there is one', async () => {
  const outbox = openOutbox();
  weather = () => ({ sent: false, stop: 'unreachable' });
  await outbox.keep([photo('p1'), report('r1', { photos: ['p1'] })]);
  await outbox.keep([report('r2')]);
  await outbox.sendAll();
  expect(outbox.state.get().stopped).toBe('unreachable');
  expect(done.size).toBe(0);

  weather = () => null;
  asked = [];
  await outbox.sendAll();
  expect(asked).toEqual(['p1', 'r1', 'r2']);
  expect(done.get('r1')).toBe('answer to r1 answer to p1');
  expect(states(outbox)).toEqual({ p1: 'sent', r1: 'sent', r2: 'sent' });
});

test('an answer that is lost on its way back makes no second report, after a restart of the phone too', async () => {
  const first = openOutbox();
  await first.keep([report('r1')]);
  weather = () => 'lost-answer';
  await first.sendAll();
  expect(done.size).toBe(1);
  expect(states(first)).toEqual({ r1: 'waiting' });

  weather = () => null;
  const afterRestart = openOutbox();
  await afterRestart.sendAll();
  await afterRestart.sendAll();
  expect(asked).toEqual(['r1', 'r1']);
  expect(done.size).toBe(1);
  expect(states(afterRestart)).toEqual({ r1: 'sent' });
});

test('what may have arrived before the server forgets it is not said again by itself', async () => {
  const outbox = openOutbox();
  await outbox.keep([report('r1')]);
  weather = () => 'lost-answer';
  await outbox.sendAll();
  now += 8 * dayMs;
  weather = () => null;
  await outbox.sendAll();
  expect(asked).toEqual(['r1']);
  expect(outbox.state.get().entries[0]?.refusal?.reason).toBe('tried-long-ago');

  // Never tried is another thing: it cannot have arrived.
  await outbox.keep([report('r2')]);
  now += 8 * dayMs;
  await outbox.sendAll();
  expect(states(outbox)).toEqual({ r1: 'refused', r2: 'sent' });
});

test('a refused entry stays with its reason, holds up only what rests on it, and waits for the worker', async () => {
  const outbox = openOutbox();
  const refusal = { reason: 'outside-scope', message: 'not yours', details: {} };
  weather = ({ id }) => (id === 'p1' ? { sent: false, refusal } : null);
  await outbox.keep([photo('p1'), report('r1', { photos: ['p1'] }), report('r2')]);
  await outbox.sendAll();
  expect(states(outbox)).toEqual({ p1: 'refused', r1: 'waiting', r2: 'sent' });
  expect(outbox.state.get().entries[0]?.refusal).toEqual(refusal);

  weather = () => null;
  await outbox.tryAgain(outbox.state.get().entries[0]!.seq);
  expect(states(outbox)).toEqual({ p1: 'sent', r1: 'sent', r2: 'sent' });
});

test('throwing a report away takes its photos along and lets others go', async () => {
  const outbox = openOutbox();
  weather = () => ({ sent: false, stop: 'unreachable' });
  await outbox.keep([photo('p1'), report('r1', { photos: ['p1'] }), report('r2')]);
  weather = () => null;
  await outbox.drop(outbox.state.get().entries[1]!);
  expect(states(outbox)).toEqual({ r2: 'sent' });
  expect([...done.keys()]).toEqual(['r2']);
});

test('a session that is over stops everything and loses nothing', async () => {
  const outbox = openOutbox();
  weather = () => ({ sent: false, stop: 'signed-out' });
  await outbox.keep([report('r1'), report('r2')]);
  await outbox.sendAll();
  expect(asked).toEqual(['r1']);
  expect(outbox.state.get().stopped).toBe('signed-out');
  expect(states(outbox)).toEqual({ r1: 'waiting', r2: 'waiting' });
});

test('what somebody else wrote on this phone waits for that person', async () => {
  const outbox = openOutbox();
  await outbox.keep([report('r1')]);
  worker = 'w2';
  await outbox.sendAll();
  expect(done.size).toBe(0);
  worker = 'w1';
  await outbox.sendAll();
  expect([...done.keys()]).toEqual(['r1']);
});

test('a call for help goes before all that waits', async () => {
  const outbox = openOutbox();
  weather = () => ({ sent: false, stop: 'unreachable' });
  await outbox.keep([report('r1')]);
  await outbox.keep([report('help', { classCode: 'E0699' })]);
  weather = () => null;
  asked = [];
  await outbox.sendAll();
  expect(asked).toEqual(['help', 'r1']);
});

test('a full phone says so, and keeps all of a report or nothing', async () => {
  const outbox = openOutbox();
  await outbox.keep([report('before')]);
  const add = IDBObjectStore.prototype.add;
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    if ((given[0] as OutboxEntry).id === 'r1') throw new DOMException('full', 'QuotaExceededError');
    return add.apply(this, given);
  });
  const kept = await outbox.keep([photo('p1'), report('r1', { photos: ['p1'] })]);
  full.mockRestore();
  expect(kept).toEqual({ kept: false, reason: 'storage-full' });
  await outbox.load();
  expect(states(outbox)).toEqual({ before: 'waiting' });
});

test('what was sent is shown for a day, its picture is let go at once', async () => {
  const outbox = openOutbox();
  await outbox.keep([photo('p1')]);
  await outbox.sendAll();
  const [sent] = outbox.state.get().entries;
  expect(sent?.body.kind === 'photo' && sent.body.bytes.byteLength).toBe(0);
  now += 2 * dayMs;
  await outbox.sendAll();
  expect(outbox.state.get().entries).toEqual([]);
});

test('who leaves the phone takes what was seen along, and leaves what is being written', async () => {
  await store.keepSnapshot('my-reports', { value: ['seen'], at: now });
  await store.keepSnapshot('draft w1', { value: { description: '写了一半' }, at: now });
  await store.forgetSnapshots();
  expect(await store.snapshot('my-reports')).toBeUndefined();
  expect((await store.snapshot('draft w1'))?.value).toEqual({ description: '写了一半' });
});

test('two who ask at once send each entry once', async () => {
  const outbox = openOutbox();
  await outbox.keep([report('r1'), report('r2')]);
  await Promise.all([outbox.sendAll(), outbox.sendAll(), outbox.sendAll()]);
  expect(asked).toEqual(['r1', 'r2']);
});
