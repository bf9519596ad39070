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
