/**
 * Acts, lists and counts of the loop at the size of a large city, for a bench: fills the empty database that
 * DATABASE_URL names, then prints one line of JSON. Beside each list and count stands the bare statement, without scope,
 * rights and rules, in the same run.
 */
import { createAreaService } from '#areas/service.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { migrate } from '#database/migrate.ts';
import { openPool } from '#database/pool.ts';
import { sql } from '#database/sql.ts';
import { Database } from '#database/transaction.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { createIncidentCommands } from '#incidents/incident-commands.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { JournalFeed } from '#live/journal-feed.ts';
import { systemClock, type Role } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { createCaseCommands } from '../case-commands.ts';
import { createCaseService } from '../service.ts';

const sizes = (process.env['SIZES'] ?? '100000,1000000').split(',').map(Number);
const rounds = Number(process.env['ROUNDS'] ?? 100);
const actSeconds = Number(process.env['ACT_SECONDS'] ?? 20);
const warmUpSeconds = Math.min(3, actSeconds);
const clientsAtOnce = 8;
/** So that what is counted is of very many kinds, as in a city. */
const classes = 97;

const pool = await openPool(process.env['DATABASE_URL'] ?? '');
await migrate(pool);
const database = new Database(pool, systemClock);
await insertMadeUpCity(database);
await database.write(systemViewer(), (tx) =>
  tx.query(sql`-- As many classes as a city has
    insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value, limit_unit, purposes)
    select 'B' || lpad(n::text, 3, '0'), 'event', '类', 'class', 'rubbish', 4, 1, 'work-day', '{}'
    from generate_series(0, ${classes - 1}::integer) as n`),
);
const base = { database, clock: systemClock, areas: createAreaService(database) };
const cases = createCaseService(base);
const moves = createCaseCommands(base);
const reports = createIncidentCommands(base);

const person = (role: Role, department: string | null = null): Promise<Viewer> =>
  seeAccountOf(database, viewerAt(madeUpCounty, role, department));
const officer = await person('duty-officer');
const shift = await person('shift-leader');
const dispatcher = await person('dispatcher');
const department = await person('department', 'city-management');

const measured: { size: number; lists: Measured; counts: Measured }[] = [];
type Measured = { ours: number[]; bare: number[] };

let filled = 0;
for (const size of sizes) {
  await fill(filled, size);
  filled = size;
  measured.push({ size, lists: await lists(), counts: await counts() });
}
const acts = await act();
console.log(JSON.stringify({ measured, acts }));
await database.close();

/** The first page of what waits for a disposal, beside the same page without scope. */
async function lists(): Promise<Measured> {
  const ours: number[] = [];
  const bare: number[] = [];
  const asked = { areaCode: madeUpCounty, key: 'open', first: 50 };
  for (let round = -5; round < rounds; round += 1) {
    const began = performance.now();
    const { nodes } = await cases.worklist(officer, asked);
    const answered = performance.now();
    const rows = await database.inScope(systemViewer(), (db) =>
      db.query(sql`-- The most urgent fifty of all that is open, whole rows
        select i.* from incidents i where state not in ('rejected', 'voided', 'closed', 'archived')
        order by coalesce(due_at, stage_due_at, '9999-01-01'), id limit 51`),
    );
    if (round < 0) continue;
    if (nodes.length !== 50 || rows.length !== 51) throw new Error('a page is not full');
    ours.push(answered - began);
    bare.push(performance.now() - answered);
  }
  return { ours, bare };
}

/** All lists of a duty officer counted, beside one count by state. */
async function counts(): Promise<Measured> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = -5; round < rounds; round += 1) {
    const began = performance.now();
    await cases.worklists(officer, madeUpCounty);
    const answered = performance.now();
    await database.inScope(systemViewer(), (db) =>
      db.query(sql`-- How many of each open state?
        select state, count(*) from incidents
        where state not in ('rejected', 'voided', 'closed', 'archived') group by state`),
    );
    if (round < 0) continue;
    ours.push(answered - began);
    bare.push(performance.now() - answered);
  }
  return { ours, bare };
}

/** Whole cases from report to feedback by several at once, while somebody listens; each act is one commit. */
async function act(): Promise<{ count: number; seconds: number; pushed: number }> {
  // What a connection does for the first time takes longest, and a server has done it long ago.
  await work(warmUpSeconds);
  const reader = new JournalReader(database);
  await reader.start();
  const feed = new JournalFeed({ reader, clock: systemClock });
  const heard = { pushed: 0 };
  const listener = feed.subscribe(officer, { afterSeq: reader.head() });
  const listening = (async () => {
    for await (const entry of listener) if (entry.kind.startsWith('incident.')) heard.pushed += 1;
  })();
  const { count, seconds } = await work(actSeconds);
  // What is pushed comes by the reader's poll at the latest.
  for (let wait = 0; heard.pushed < count && wait < 100; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  feed.close();
  await reader.stop();
  await listening.catch(() => {}); // ends with the feed
  return { count, seconds, ...heard };
}

async function work(forSeconds: number): Promise<{ count: number; seconds: number }> {
  let count = 0;
  const began = performance.now();
  const until = began + forSeconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const position = { longitude: 9.93, latitude: 50.001 };
      const input = { commandId: randomUUID(), classCode: 'E0102', position };
      const { id } = await reports.report(officer, input);
      count += 1;
      const steps = [
        [officer, 'accept'],
        [shift, 'register'],
        [dispatcher, 'dispatch'],
        [department, 'sign'],
        [department, 'feed-back'],
      ] as const;
      for (const [index, [who, move]] of steps.entries()) {
        const photoIds = move === 'feed-back' ? [await waitingPhoto(database, who)] : [];
        await moves.move(who, { commandId: randomUUID(), id, version: index + 1, move, photoIds });
        count += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: clientsAtOnce }, client));
  return { count, seconds: (performance.now() - began) / 1_000 };
}

/** One in twelve is open, as in a city that keeps up; the others lie closed in the past. */
async function fill(from: number, to: number): Promise<void> {
  const batch = 50_000;
  for (let begin = from; begin < to; begin += batch) {
    const end = Math.min(begin + batch, to);
    await database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Cases by the thousand, in the villages and states of a city that keeps up
        insert into incidents (id, class_code, title, state, grade, source, area_code, department_code,
          position, reported_at, registered_at, dispatched_at, due_at, feedback_at, closed_at)
        select md5('case ' || n)::uuid, 'B' || lpad((n % ${classes}::integer)::text, 3, '0'), '暴露垃圾', s.state, 1 + n % 4,
          (array['grid-worker', 'hotline', 'public-report', 'video-patrol', 'department'])[1 + n % 5],
          '99010100' || 1 + n % 2 || '00' || 1 + n / 2 % 2,
          case when s.step >= 3 then 'city-management' end,
          ST_SetSRID(ST_MakePoint(9.91 + n % 997 * 0.00004, 49.985 + n % 991 * 0.00003), 4490),
          s.at, s.at, case when s.step >= 3 then s.at end, case when s.step >= 3 then s.at + interval '1 day' end,
          case when s.step >= 5 then s.at end, case when s.step >= 6 then s.at end
        from (
          select n, case when n % 12 > 0 then 6 else n / 12 % 6 end as step,
            now() - n % 200000 * interval '13 minutes' as at,
            case when n % 12 > 0 then 'closed'
              else (array['reported', 'accepted', 'registered', 'dispatched', 'processing', 'feedback'])[1 + n / 12 % 6]
            end as state
          from generate_series(${begin + 1}::bigint, ${end}::bigint) as n
        ) as s`),
    );
  }
  await pool.pool.query('analyze incidents');
}
