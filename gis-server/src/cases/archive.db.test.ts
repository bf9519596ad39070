/** The archive is read only: by the table of moves, and by the database for whatever does not ask the table. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql, type Statement } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { caseMoveNames, incidentStates, roles } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';

describeOnBothEngines('an archived case', (db) => {
  let graph: GraphUnderTest;
  let people: Viewer[];
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    people = [];
    for (const role of roles) {
      const own = role === 'department' ? 'city-management' : null;
      people.push(await seeAccountOf(db.database, viewerAt(madeUpCounty, role, own)));
    }
    officer = people[roles.indexOf('duty-officer')]!;
  });

  const insertCase = async (state: string): Promise<string> => {
    const id = randomUUID();
    await write(sql`-- A case in this state
      insert into incidents (id, class_code, title, state, grade, source, area_code, department_code,
        position, reported_at)
      values (${id}, 'E0102', ${state}, ${state}, 4, 'grid-worker', ${targetVillage},
        'city-management', ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${db.clock.now()})`);
    return id;
  };
  const write = (statement: Statement) =>
    db.database.write(systemViewer(), (tx) => tx.query(statement));
  const rowOf = async (id: string) =>
    (
      await write(sql`-- All that is kept of it
        select to_jsonb(i) as row from incidents i where id = ${id}::uuid`)
    )[0];
  const words = {
    ...{ note: 'because', departmentCode: 'city-management', verdict: 'confirmed', limitValue: 1 },
    ...{ handlerName: 'somebody', areaCode: targetVillage, closingConditionMet: true },
    correction: { address: 'elsewhere' },
  };
  /** The moves that somebody of any role could make. */
  const movesThatWork = async (state: string): Promise<string[]> => {
    const done: string[] = [];
    for (const move of caseMoveNames) {
      // What is refused leaves the case for whoever asks next.
      const id = await insertCase(state);
      for (const who of people) {
        const asked = { commandId: randomUUID(), id, version: 1, move, ...words };
        const moved = await graph.services.caseCommands.move(who, asked).catch(() => null);
        if (moved !== null) done.push(move);
        if (moved !== null) break;
      }
    }
    return done;
  };

  it('is moved by nothing, and a closed one by its archiving and its reopening alone', async () => {
    expect(await movesThatWork('archived')).toEqual([]);
    expect(await movesThatWork('closed')).toEqual(['archive', 'reopen']);
  }, 120_000);

  it('is forced nowhere, and not marked as seen', async () => {
    const id = await insertCase('archived');
    const before = await rowOf(id);
    const leader = people[roles.indexOf('leader')]!;
    for (const to of incidentStates) {
      const asked = { commandId: randomUUID(), id, version: 1, to, note: 'because' };
      await expect(graph.services.caseCommands.force(leader, asked), to).rejects.toMatchObject({
        kind: 'conflict',
      });
    }
    await graph.ask(
      officer,
      'mutation ($c: ID!, $id: ID!) { acknowledgeIncident(commandId: $c, id: $id) { id } }',
      { c: randomUUID(), id },
    );
    expect(await rowOf(id)).toEqual(before);
  });

  it('is changed by no statement, nor are its pictures', async () => {
    const id = await insertCase('closed');
    const [kept, waiting] = [
      await waitingPhoto(db.database, officer),
      await waitingPhoto(db.database, officer),
    ];
    const add = (photo: string) => sql`-- Whose picture is it?
      update photos set incident_id = ${id}::uuid, move = 'report', added_at = ${db.clock.now()}
      where id = ${photo}::uuid`;
    await write(add(kept));
    await write(sql`-- It ends
      update incidents set state = 'archived' where id = ${id}::uuid`);
    for (const statement of [
      sql`-- Whatever it is
        update incidents set title = 'another' where id = ${id}::uuid`,
      sql`-- Whatever it is
        update incidents set state = 'registered' where id = ${id}::uuid`,
      sql`-- Whatever it is
        delete from incidents where id = ${id}::uuid`,
      add(waiting),
      sql`-- Whatever it is
        update photos set picture = ''::bytea where id = ${kept}::uuid`,
      sql`-- Whatever it is
        delete from photos where id = ${kept}::uuid`,
    ]) {
      await expect(write(statement), statement.text).rejects.toMatchObject({ reason: 'archived' });
    }
  });
});
