import { systemViewer, type Viewer } from '#access/viewer.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JournalFeed, type FeedEntry } from './journal-feed.ts';

const writer = systemViewer();

describeOnBothEngines('the feed of the journal', (db) => {
  let reader: JournalReader;
  let feed: JournalFeed;

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    reader = new JournalReader(db.database, { pollMs: 50 });
    await reader.start();
    feed = new JournalFeed({ reader, clock: db.clock });
  });
  afterAll(() => reader.stop());

  const happen = (subjectId: string, areaCode = '990101001001', departmentCode?: string) =>
    db.database.write(writer, async (tx) =>
      tx.record({
        kind: 'incident.acknowledged',
        areaCode,
        departmentCode: departmentCode ?? null,
        subjectKind: 'incident',
        subjectId,
        payload: {},
      }),
    );

  const take = async (entries: AsyncGenerator<FeedEntry>, count: number): Promise<FeedEntry[]> => {
    const taken: FeedEntry[] = [];
    while (taken.length < count) {
      const next = await entries.next();
      if (next.done === true) break;
      taken.push(next.value);
    }
    return taken;
  };
  const subjects = (entries: FeedEntry[]) =>
    entries.map((entry) => ('subjectId' in entry ? entry.subjectId : entry.kind));
  const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const caughtUp = async (seqs: number) => {
    while (reader.head() < seqs) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  test('who gives the last seq gets what was missed and then what happens, without a gap', async () => {
    const from = reader.head();
    for (let i = 1; i <= 4; i += 1) await happen(uuid(i));
    await caughtUp(from + 4);
    const entries = feed.subscribe(viewerAt('990101'), { afterSeq: from + 1 });
    expect(subjects(await take(entries, 1))).toEqual([uuid(2)]);
    await happen(uuid(5));
    const rest = await take(entries, 3);
    expect(subjects(rest)).toEqual([uuid(3), uuid(4), uuid(5)]);
    expect(rest.map(({ seq }) => seq)).toEqual([from + 3, from + 4, from + 5]);
    await entries.return(undefined);
  });

  test('a street hears its own, a department its own cases', async () => {
    const feeds = {
      county: feed.subscribe(viewerAt('990101')),
      street: feed.subscribe(viewerAt('990101001')),
      department: feed.subscribe(viewerAt('990101', 'department', 'water')),
    };
    const heard = {
      county: take(feeds.county, 3),
      street: take(feeds.street, 2),
      department: take(feeds.department, 1),
    };
    await happen(uuid(11), '990101002001');
    await happen(uuid(12), '990101001002');
    await happen(uuid(13), '990101001001', 'water');
    expect(subjects(await heard.county)).toEqual([uuid(11), uuid(12), uuid(13)]);
    expect(subjects(await heard.street)).toEqual([uuid(12), uuid(13)]);
    expect(subjects(await heard.department)).toEqual([uuid(13)]);
  });

  test('an import has all who look at any of its area ask anew, towns below it too, and nobody else', async () => {
    const imported = (areaCode: string) =>
      db.database.write(writer, async (tx) =>
        tx.record({
          kind: 'import.applied',
          areaCode,
          subjectKind: 'import',
          subjectId: uuid(areaCode.length),
          payload: {
            kind: 'places',
            fileName: 'places.csv',
            datum: 'wgs84',
            accepted: 9,
            rejected: 0,
            sha256: null,
          },
        }),
      );
    const from = reader.head();
    const feeds = {
      county: feed.subscribe(viewerAt('990101'), { afterSeq: from }),
      street: feed.subscribe(viewerAt('990101001'), { afterSeq: from }),
      other: feed.subscribe(viewerAt('990101002'), { afterSeq: from }),
    };
    const heard = {
      county: take(feeds.county, 5),
      street: take(feeds.street, 3),
      other: take(feeds.other, 2),
    };
    await imported('990101');
    await imported('990101001');
    await happen(uuid(40), '990101002001');
    const [county, street] = [uuid(6), uuid(9)];
    expect(subjects(await heard.county)).toEqual([county, 'reload', street, 'reload', uuid(40)]);
    expect(subjects(await heard.street)).toEqual(['reload', street, 'reload']);
    expect(subjects(await heard.other)).toEqual(['reload', uuid(40)]);
    const [missed] = await take(feed.subscribe(viewerAt('990101'), { afterSeq: from }), 1);
    expect(missed).toMatchObject({ kind: 'import.applied' });
  });

  test('without news a heartbeat tells the newest seq', async () => {
    const quick = new JournalFeed({ reader, clock: db.clock, heartbeatMs: 20 });
    const [first] = await take(quick.subscribe(viewerAt('990101')), 1);
    expect(first).toEqual({ kind: 'heartbeat', seq: reader.head(), at: db.clock.now() });
  });

  test('too far behind, or ahead of a restored database, the page is told to reload', async () => {
    for (const afterSeq of [reader.head() - 5001, reader.head() + 1]) {
      const [first] = await take(feed.subscribe(viewerAt('990101'), { afterSeq }), 1);
      expect(first).toMatchObject({ kind: 'reload', seq: reader.head() });
    }
  });

  test('a subscriber that does not read is cut, the others go on', async () => {
    const narrow = new JournalFeed({ reader, clock: db.clock, queueLimit: 3 });
    const lazy = narrow.subscribe(viewerAt('990101'));
    const eager = narrow.subscribe(viewerAt('990101'));
    const first = lazy.next();
    for (let i = 21; i <= 26; i += 1) {
      const next = take(eager, 1);
      await happen(uuid(i));
      expect(subjects(await next)).toEqual([uuid(i)]);
    }
    await first;
    await expect(take(lazy, 6)).rejects.toMatchObject({ reason: 'too-slow' });
  });

  test('a feed ends with the session or the rights it stands on', async () => {
    const ended = async (viewer: Viewer, of: { sessionId?: string; userId?: string }) => {
      const next = feed.subscribe(viewer).next();
      feed.end(of, 'rights-changed');
      await expect(next).rejects.toMatchObject({ reason: 'rights-changed' });
    };
    const one = viewerAt('990101001');
    const open = feed.subscribers;
    await ended(one, { sessionId: one.sessionId });
    await ended(one, { userId: one.userId });
    expect(feed.subscribers).toBe(open);
  });
});
