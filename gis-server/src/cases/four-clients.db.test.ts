/**
 * Four people act at random on the same few cases, from what each last saw, some commands sent twice: the journal told
 * again by the pure rules is what the tables hold, and no act that was answered is lost or doubled.
 */
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { incidentsById } from '#incidents/queries.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { caseMoveNames, DomainError, moveFrom, movesFrom, newCase, takeMove } from 'grid-data';
import { noWords, stageFrom } from 'grid-data';
import type { CaseFacts, CaseMoveName, Limit, MoveWords } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { factsOf } from './case-queries.ts';
import type { CaseRules } from './case-rules.ts';

const acts = process.env['SLOW_TESTS'] === '1' ? 10_000 : 400;
/** So few that the four get in each other's way. */
const casesAtOnce = 8;
const seed = 20_261_127;
const limit: Limit = { value: 1, unit: 'work-day' };

type Act = { commandId: string; id: string; words: MoveWords };
type Row = { commandId: string; subjectId: string; kind: string; at: Date; move: string | null };
type Known = { id: string; version: number; state: IncidentRecord['state'] };

describeOnBothEngines('four people at random', (db) => {
  const random = seeded(seed);
  let graph: GraphUnderTest;
  let people: Viewer[];
  let rules: CaseRules;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (role: Parameters<typeof viewerAt>[1], department: string | null = null) =>
      seeAccountOf(db.database, viewerAt(madeUpCounty, role, department));
    people = [
      await make('duty-officer'),
      await make('shift-leader'),
      await make('dispatcher'),
      await make('department', 'city-management'),
    ];
    rules = await graph.services.cases.rules(people[0]!);
  });

  it(`lose and double no act in ${acts}, and every case is what its journal tells`, async () => {
    const done: Act[] = [];
    const refused = new Set<string>();
    const cases: string[] = [];
    const reports: Act[] = [];
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

    const report = async (who: Viewer): Promise<Known> => {
      const input = {
        commandId: randomUUID(),
        classCode: 'E0102',
        position: { longitude: 9.93, latitude: 50.001 },
      };
      const send = () => graph.services.incidentCommands.report(who, input);
      const [first, again] = await Promise.all([send(), random() < 0.2 ? send() : null]);
      if (again !== null) expect(again.id).toBe(first.id);
      reports.push({ commandId: input.commandId, id: first.id, words: noWords });
      cases.push(first.id);
      return first;
    };

    const act = async (who: Viewer, seen: Known): Promise<Known> => {
      const ways = movesFrom(seen.state);
      const own = ways.filter(({ by }) => by.some((right) => who.permissions.has(right)));
      const among = random() < 0.8 ? own : ways;
      const move = among.length > 0 && random() < 0.9 ? pick(among).move : pick(caseMoveNames);
      const words: MoveWords = {
        ...noWords,
        note: 'because',
        verdict: 'confirmed',
        handlerName: 'somebody',
        limitValue: 2,
        departmentCode: random() < 0.8 ? 'city-management' : 'water',
        areaCode: '990101001',
        mainIncidentId: pick(cases),
        closingConditionMet: true,
        correction: { classCode: null, position: null, address: randomUUID(), grade: null },
      };
      const commandId = randomUUID();
      const photoIds = move === 'feed-back' ? [await waitingPhoto(db.database, who)] : [];
      const input = { commandId, id: seen.id, version: seen.version, move, photoIds, ...words };
      const send = () => graph.services.caseCommands.move(who, input);
      const [first, again] = await Promise.allSettled([
        send(),
        ...(random() < 0.2 ? [send()] : []),
      ]);
      if (first.status === 'fulfilled') {
        done.push({ commandId, id: seen.id, words });
        if (again?.status === 'rejected') {
          // Done once; another's act came before the second could read it.
          expect(again.reason).toMatchObject({ reason: 'unknown-incident' });
        }
        return first.value;
      }
      if (again?.status === 'fulfilled') {
        done.push({ commandId, id: seen.id, words });
        return again.value;
      }
      const error: unknown = first.reason;
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      if (error.reason === 'unknown-incident') return seen;
      refused.add(commandId);
      return seen;
    };

    const lookAgain = async (who: Viewer, id: string): Promise<Known | null> => {
      const [now] = await db.database.inScope(who, (read) => incidentsById(read, who, [id]));
      return now ?? null;
    };

    let left = acts;
    const client = async (who: Viewer): Promise<void> => {
      const seen = new Map<string, Known>();
      while (left > 0) {
        db.clock.advanceSeconds(Math.floor(random() * 600));
        const id = random() < 0.9 ? pick(cases.slice(-casesAtOnce)) : pick(cases);
        // Half of what one acts on is what one saw before, and may be past.
        const known = (random() < 0.5 ? seen.get(id) : null) ?? (await lookAgain(who, id));
        if (known === null) continue;
        left -= 1;
        seen.set(id, await act(who, known));
        if (random() < 0.08 && who.permissions.has('incident.report')) await report(who);
      }
    };
    for (let i = 0; i < casesAtOnce; i += 1) await report(people[0]!);
    await Promise.all(people.map(client));

    const rows = await journalOf();
    const acknowledged = [...done, ...reports].map(({ commandId }) => commandId);
    const stored = rows.map(({ commandId }) => commandId);
    // What could not be read afterwards by who gave it away is not known to be done; it must not be there twice.
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    expect(stored.filter((commandId) => refused.has(commandId))).toEqual([]);
    expect(done.length).toBeGreaterThan(acts / 10);
    expect(refused.size).toBeGreaterThan(acts / 20);

    const wordsOf = new Map(done.map(({ commandId, words }) => [commandId, words]));
    for (const id of cases) {
      const own = rows.filter(({ subjectId }) => subjectId === id);
      const [now] = await db.database.inScope(systemViewer(), (read) =>
        incidentsById(read, systemViewer(), [id]),
      );
      expect(now!.version, id).toBe(own.length);
      if (
        own.some(({ kind, commandId }) => kind !== 'incident.reported' && !wordsOf.has(commandId))
      )
        continue;
      expect(plain(told(now!.reportedAt, own, wordsOf)), id).toEqual(plain(factsOf(now!)));
    }
  }, 1_200_000);

  function journalOf(): Promise<Row[]> {
    return db.database.inScope(systemViewer(), (read) =>
      read.query<Row>(sql`-- Which acts stand in the journal, in their order?
        select command_id as "commandId", subject_id as "subjectId", kind, at, payload ->> 'move' as move
        from journal where command_id is not null
          and kind in ('incident.reported', 'incident.moved', 'incident.acted')
          and coalesce(payload ->> 'move', '') not in ('took-in', 'let-go')
        order by seq`),
    );
  }

  function told(
    reportedAt: Date,
    [, ...moves]: readonly Row[],
    words: ReadonlyMap<string, MoveWords>,
  ): CaseFacts {
    const facts = newCase({ source: 'grid-worker', areaCode: '990101001001', at: reportedAt });
    facts.stages.reported = stageFrom('reported', { at: reportedAt, ...rules });
    return moves.reduce((now, { commandId, move, at }) => {
      const row = moveFrom(now.state, move as CaseMoveName)!;
      return takeMove(row, now, words.get(commandId)!, { at, limit, ...rules });
    }, facts);
  }
});

const compared = [
  'state',
  'departmentCode',
  'handledByArea',
  'handlerName',
  'verdict',
  'checkFailed',
  'request',
  'limit',
  'clock',
  'registeredAt',
  'dispatchedAt',
  'dueAt',
  'closeDueAt',
  'feedbackAt',
  'closedAt',
  'supervisedAt',
  'mergedInto',
  'stateBeforeMerge',
  'reworkCount',
  'returnCount',
  'reopenCount',
  'stages',
] as const satisfies readonly (keyof CaseFacts)[];

/** What moves make of a case, times as they are kept. */
function plain(facts: CaseFacts): unknown {
  return JSON.parse(JSON.stringify(Object.fromEntries(compared.map((key) => [key, facts[key]]))));
}

/** The same acts each time, as far as the order of answers lets them be (mulberry32). */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
