import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { emptyDraft } from '../report/report-draft.ts';
import { draftOf, isCorrectable, type RefusedReport } from './correct-entry.ts';
import type { NewEntry, OutboxEntry } from './outbox-entry.ts';
import { Outbox, type Outcome } from './outbox.ts';
import { OutboxStore } from './outbox-store.ts';
import { withPhotos } from './with-photos.ts';

const refusal = { reason: 'class-retired', message: '', details: {} };
const picture = { id: 'p1', bytes: new Uint8Array([1, 2, 3]).buffer, type: 'image/jpeg' };
let databases = 0;
let store: OutboxStore;
let outbox: Outbox;
let now: number;
let sent: string[];

/** Refuses what is of the class E0001. */
async function send({ id, body }: OutboxEntry): Promise<Outcome> {
  if (body.kind === 'report' && body.input.classCode === 'E0001') return { sent: false, refusal };
  sent.push(id);
  return { sent: true, answer: `answer to ${id}` };
}

const report = (classCode: string): NewEntry[] =>
  withPhotos({ userId: 'w1', title: '垃圾', photos: [picture] }, (photos) => ({
    kind: 'report',
    photos,
    input: {
      ...{ classCode, description: '路口', address: '一号' },
      position: { longitude: 111.6, latitude: 27.6 },
      keyUnitId: 'u1',
    },
    keyUnit: { id: 'u1', name: '某店' },
    component: { code: '4313820102000007', name: '井盖' },
  }));

const entries = () => outbox.state.get().entries;
const refused = () => entries().find(({ state }) => state === 'refused') as RefusedReport;

beforeEach(async () => {
  store = new OutboxStore(`correct-${(databases += 1)}`);
  now = Date.parse('2026-11-27T08:00:00Z');
  sent = [];
  outbox = new Outbox({ store, send, userId: () => 'w1', now: () => now, serverNow: () => now });
  await outbox.keep(report('E0001'));
  await outbox.sendAll();
});

test('a refused report comes back into the form with its words, its place and its pictures', () => {
  const parked = { ...emptyDraft, description: '写了一半' };
  expect(isCorrectable(refused(), { userId: 'w1' })).toBe(true);
  expect(isCorrectable(refused(), { userId: 'w2' })).toBe(false);
  const draft = draftOf(refused(), entries(), parked);
  expect(draft).toMatchObject({
    ...{ classCode: 'E0001', description: '路口', address: '一号', parked },
    place: { longitude: 111.6, latitude: 27.6, by: 'kept' },
    keyUnit: { id: 'u1', name: '某店' },
    component: { code: '4313820102000007', name: '井盖' },
    corrects: refused().id,
  });
  // It has reached the server before; the phone has it still.
  expect(draft.photos.map(({ id, bytes }) => [id, bytes.byteLength])).toEqual([['p1', 3]]);
});

test('the corrected report goes under an id of its own, seen when it was seen first; the refused one leaves', async () => {
  const { id, madeAt } = refused();
  now += 3_600_000;
  const made = report('E0102');
  expect(await outbox.keepCorrected(id, made)).toEqual({ kept: true });
  expect(entries().map((entry) => entry.id)).toEqual(['p1', made.at(-1)!.id]);
  expect(entries().map((entry) => entry.madeAt)).toEqual([madeAt, madeAt]);
  expect(made.at(-1)!.id).not.toBe(id);
  await outbox.sendAll();
  expect(sent.at(-1)).toBe(made.at(-1)!.id);
  expect(entries().every(({ state }) => state === 'sent')).toBe(true);
});

test('on a full phone the refused report stays as it is', async () => {
  const before = entries();
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const kept = await outbox.keepCorrected(refused().id, report('E0102'));
  full.mockRestore();
  expect(kept).toEqual({ kept: false, reason: 'storage-full' });
  await outbox.load();
  expect(entries()).toEqual(before);
});

test('a round that waited for the refused report waits for the corrected one', async () => {
  const { id } = refused();
  const results = [{ code: '1', finding: 'not-ok', note: null, reportEntry: id, photos: [] }];
  const round = { listCode: 'l', listVersion: 1, taskId: null, place: 'x', position: null };
  await outbox.keep([
    {
      ...{ id: 'round', userId: 'w1', title: '巡查', needs: [id] },
      body: { kind: 'patrol', round, beganAt: now, results, photos: [] },
    },
  ]);
  const made = report('E0102');
  await outbox.keepCorrected(id, made);
  const round2 = entries().find((entry) => entry.id === 'round')!;
  expect(round2.needs).toEqual([made.at(-1)!.id]);
  expect(round2.body).toMatchObject({ results: [{ reportEntry: made.at(-1)!.id }] });
});

test('one that was sent meanwhile is not taken back: the other is a report of its own', async () => {
  const { id, seq, body } = refused();
  await outbox.tryAgain(seq, { body: { ...body, input: { ...body.input, classCode: 'E0102' } } });
  await outbox.keepCorrected(
    id,
    report('E0102').filter((each) => each.body.kind === 'report'),
  );
  expect(entries().filter((entry) => entry.body.kind === 'report')).toHaveLength(2);
});
