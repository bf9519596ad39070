/** Every state, move and role that the table does not join is refused by the server, and changes nothing. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { caseMoveNames, caseMoves, incidentStates, permissionsOf, roles } from 'grid-data';
import type { CaseMove, IncidentState, Role } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';

const department = 'city-management';

/** Read from the table's columns alone, not through the functions that the server judges with. */
function tableJoins(state: IncidentState, move: string, role: Role): boolean {
  const rows: readonly CaseMove[] = caseMoves;
  const held = permissionsOf(role);
  return rows.some(
    (row) =>
      row.move === move && row.from.includes(state) && row.by.some((right) => held.includes(right)),
  );
}

const triples = incidentStates.flatMap((state) =>
  caseMoveNames.flatMap((move) => roles.map((role) => ({ state, move, role }))),
);
const unjoined = triples.filter(({ state, move, role }) => !tableJoins(state, move, role));

/**
 * All are judged without a database beside the table (grid-data's moves.test.ts). The server is asked about every
 * seventh of the embedded engine, which answers one at a time, and every third of PostgreSQL, begun one further each
 * day; with SLOW_TESTS=1 about all. REFUSED_MOVES_FROM repeats the day that a title names.
 */
const everyNth =
  process.env['SLOW_TESTS'] === '1'
    ? { embedded: 1, postgresql: 1 }
    : { embedded: 7, postgresql: 3 };
const day = Number(process.env['REFUSED_MOVES_FROM'] ?? Math.floor(Date.now() / 86_400_000));

describeOnBothEngines('a move that no row of the table joins', (db) => {
  const nth = everyNth[db.engine];
  let graph: GraphUnderTest;
  const people = new Map<Role, Viewer>();
  const cases = new Map<IncidentState, string>();
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    for (const role of roles) {
      const own = role === 'department' ? department : null;
      people.set(role, await seeAccountOf(db.database, viewerAt(madeUpCounty, role, own)));
    }
    for (const state of incidentStates) cases.set(state, await insertCase(state));
  });

  async function insertCase(state: IncidentState): Promise<string> {
    const id = randomUUID();
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A case in this state
        insert into incidents (id, class_code, title, state, grade, source, area_code, department_code,
          position, reported_at)
        values (${id}, 'E0102', ${state}, ${state}, 4, 'grid-worker', ${targetVillage}, ${department},
          ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${db.clock.now()})`),
    );
    return id;
  }

  const words = {
    note: 'because',
    departmentCode: department,
    verdict: 'confirmed',
    limitValue: 1,
    handlerName: 'somebody',
    areaCode: targetVillage,
    closingConditionMet: true,
    correction: { address: 'elsewhere' },
  };

  it(`is refused by name, whoever asks, and leaves every case as it was (every ${nth} from ${day})`, async () => {
    const sampled = unjoined.filter((_, index) => index % nth === day % nth);
    expect(unjoined.length).toBeGreaterThan(3_000);
    for (const { state, move, role } of sampled) {
      const asked = { commandId: randomUUID(), id: cases.get(state)!, version: 1, move, ...words };
      const done = graph.services.caseCommands.move(people.get(role)!, {
        ...asked,
        mainIncidentId: cases.get('reported')!,
      });
      await expect(done, `${state} ${move} ${role}`).rejects.toMatchObject({
        kind: expect.stringMatching(/^(conflict|not-allowed)$/),
        reason: expect.stringMatching(/^(step-not-in-loop|permission-missing)$/),
      });
    }
    const changed = await db.database.inScope(systemViewer(), (read) =>
      read.query(sql`-- Which of them has anything moved?
        select title from incidents where id = any(${[...cases.values()]}::uuid[])
          and (version <> 1 or state <> title)`),
    );
    expect(changed).toEqual([]);
  }, 300_000);
});
