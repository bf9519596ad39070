import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JournalFeed, silenceMs, waitBeforeAttempt, type FeedSink } from './journal-feed.ts';

type Entry = { seq: number; kind: string };

function aServer(head = 10) {
  const calls: { afterSeq: number; sink: FeedSink<Entry>; closed: boolean }[] = [];
  const seen: number[] = [];
  const statuses: string[] = [];
  let reloads = 0;
  let begun = 0;
  let refuseHead = false;
  const feed = new JournalFeed<Entry>({
    head: async () => {
      if (refuseHead) throw new Error('unavailable');
      return head;
    },
    subscribe: (afterSeq, sink) => {
      const call = { afterSeq, sink, closed: false };
      calls.push(call);
      return () => {
        call.closed = true;
      };
    },
    onBegin: () => {
      begun += 1;
    },
    onEntry: (entry) => {
      if (entry.kind !== 'heartbeat') seen.push(entry.seq);
    },
    onReload: () => {
      reloads += 1;
    },
    onStatus: (status) => {
      if (statuses.at(-1) !== status) statuses.push(status);
    },
    random: () => 0,
  });
  return {
    feed,
    calls,
    seen,
    statuses,
    reloads: () => reloads,
    begun: () => begun,
    refuseHead: (refuse: boolean) => {
      refuseHead = refuse;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

test('the feed begins at the newest row, so that nothing between question and feed is lost', async () => {
  const server = aServer(41);
  server.feed.start();
  await settle();
  expect(server.calls.map((call) => call.afterSeq)).toEqual([41]);
  expect(server.begun()).toBe(1);
  expect(server.statuses).toEqual(['connecting']);
  server.calls[0]!.sink.entry({ seq: 42, kind: 'incident.reported' });
  expect(server.statuses).toEqual(['connecting', 'live']);
});

test('a line that stands is live before anything happens, and lost again when nothing follows', async () => {
  const server = aServer();
  server.feed.start();
  await settle();
  server.calls[0]!.sink.opened();
  expect(server.statuses).toEqual(['connecting', 'live']);
  await vi.advanceTimersByTimeAsync(silenceMs);
  expect(server.statuses.at(-1)).toBe('lost');
});

test('after a break the feed resumes from the last row seen, and repeated rows are dropped', async () => {
  const server = aServer();
  server.feed.start();
  await settle();
  server.calls[0]!.sink.entry({ seq: 11, kind: 'incident.reported' });
  server.calls[0]!.sink.entry({ seq: 12, kind: 'incident.moved' });
  server.calls[0]!.sink.ended();
  expect(server.statuses.at(-1)).toBe('lost');
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.calls[1]!.afterSeq).toBe(12);
  expect(server.begun()).toBe(1);
  server.calls[1]!.sink.entry({ seq: 12, kind: 'incident.moved' });
  server.calls[1]!.sink.entry({ seq: 13, kind: 'incident.moved' });
  expect(server.seen).toEqual([11, 12, 13]);
});

test('a heartbeat moves the place to resume from', async () => {
  const server = aServer();
  server.feed.start();
  await settle();
  server.calls[0]!.sink.entry({ seq: 30, kind: 'heartbeat' });
  server.calls[0]!.sink.ended();
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.calls[1]!.afterSeq).toBe(30);
});

test('silence is a lost connection, and a late word of the old one is not heard', async () => {
  const server = aServer();
  server.feed.start();
  await settle();
  server.calls[0]!.sink.entry({ seq: 11, kind: 'heartbeat' });
  await vi.advanceTimersByTimeAsync(silenceMs - 1);
  expect(server.statuses.at(-1)).toBe('live');
  await vi.advanceTimersByTimeAsync(1);
  expect(server.statuses.at(-1)).toBe('lost');
  expect(server.calls[0]!.closed).toBe(true);
  server.calls[0]!.sink.entry({ seq: 99, kind: 'incident.reported' });
  expect(server.feed.lastSeq).toBe(11);
});

test('a server that never answers is asked again and again, at growing distance', async () => {
  const server = aServer();
  server.refuseHead(true);
  server.feed.start();
  await settle();
  expect(server.statuses).toEqual(['connecting', 'lost']);
  server.refuseHead(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.calls).toHaveLength(1);
  expect([0, 1, 2, 20].map((attempt) => waitBeforeAttempt(attempt, () => 1))).toEqual([
    500, 1000, 2000, 10_000,
  ]);
});

test('told to reload, the page asks anew and follows from there', async () => {
  const server = aServer();
  server.feed.start();
  await settle();
  server.calls[0]!.sink.entry({ seq: 5000, kind: 'reload' });
  expect(server.reloads()).toBe(1);
  server.calls[0]!.sink.entry({ seq: 5001, kind: 'incident.moved' });
  expect(server.seen).toEqual([5001]);
});

test('a stopped feed says nothing and asks nothing', async () => {
  const server = aServer();
  server.feed.start();
  await settle();
  server.feed.stop();
  expect(server.calls[0]!.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(silenceMs * 2);
  expect(server.calls).toHaveLength(1);
});
