import { expect, test } from 'vitest';
import type { Net } from '../net/ask-graph.ts';
import type { EntryBody, OutboxEntry } from './outbox-entry.ts';
import { sendEntryBy } from './send-entry.ts';
import { ServerClock } from './server-clock.ts';

const madeAt = Date.now() - 3_600_000;

function entryOf(body: EntryBody): OutboxEntry {
  return {
    seq: 1,
    id: 'command',
    userId: 'worker',
    title: 'title',
    madeAt,
    needs: [],
    body,
    state: 'waiting',
    firstTriedAt: null,
    refusal: null,
    answer: null,
    sentAt: null,
  };
}

/** A net that answers every question and keeps what was said. */
function listening() {
  const said: unknown[] = [];
  const ids = {
    answerBulletin: { id: 'answer' },
    readBulletin: true,
    recordPatrol: { id: 'round' },
  };
  const net = {
    ask: async (_: unknown, variables: unknown) => {
      said.push(variables);
      return { answered: true, value: ids };
    },
    fetch: async () => null,
  } as unknown as Net;
  return { said, send: sendEntryBy(net, new ServerClock()) };
}

test('an answer goes under the id of its entry, with the time it was written and the photos that arrived', async () => {
  const { said, send } = listening();
  const input = { id: 'b', finding: 'found', text: null, position: null };
  const answers: Record<string, unknown> = { one: 'photo-1' };
  const outcome = await send(
    entryOf({ kind: 'answer', input, photos: ['one', 'thrown-away'] }),
    (id) => answers[id],
  );
  expect(outcome).toEqual({ sent: true, answer: 'answer' });
  expect(said).toEqual([
    {
      input: {
        ...input,
        commandId: 'command',
        answeredAt: new Date(madeAt).toISOString(),
        photoIds: ['photo-1'],
      },
    },
  ]);
});

test('what was read without a line was read then', async () => {
  const { said, send } = listening();
  await send(entryOf({ kind: 'read', bulletinId: 'b', photos: [] }), () => undefined);
  expect(said).toEqual([{ commandId: 'command', id: 'b', readAt: new Date(madeAt).toISOString() }]);
});

test('a round names the cases that its reports became, and none for a report that was thrown away', async () => {
  const { said, send } = listening();
  const result = { code: 'road', finding: 'not-ok', note: null, photos: [] };
  const round = { listCode: 'street', listVersion: 1, taskId: null, place: 'x', position: null };
  const results = [
    { ...result, reportEntry: 'report' },
    { ...result, code: 'water', reportEntry: 'thrown-away' },
    { ...result, code: 'heap', reportEntry: null, photos: ['one'] },
  ];
  const answers: Record<string, unknown> = { report: 'case-1', one: 'photo-1' };
  const beganAt = madeAt - 600_000;
  await send(
    entryOf({ kind: 'patrol', round, beganAt, results, photos: ['one'] }),
    (id) => answers[id],
  );
  expect(said).toMatchObject([
    {
      input: {
        ...round,
        beganAt: new Date(beganAt).toISOString(),
        endedAt: new Date(madeAt).toISOString(),
        results: [
          { code: 'road', incidentId: 'case-1', photoIds: [] },
          { code: 'water', incidentId: null },
          { code: 'heap', incidentId: null, photoIds: ['photo-1'] },
        ],
      },
    },
  ]);
});
