import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { beforeAll, expect, it } from 'vitest';

const township = '990101001';
const village = '990101001001';

describeOnBothEngines('a case handed down', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'officer' | 'shift' | 'dispatcher' | 'department', Viewer>;
  let monitor: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (...given: Parameters<typeof viewerAt>) =>
      seeAccountOf(db.database, viewerAt(...given));
    people = {
      officer: await make(madeUpCounty, 'duty-officer'),
      shift: await make(madeUpCounty, 'shift-leader'),
      dispatcher: await make(madeUpCounty, 'dispatcher'),
      department: await make(madeUpCounty, 'department', 'city-management'),
    };
    monitor = await make(township, 'town-monitor');
  });

  const report = async (): Promise<string> => {
    const position = { longitude: 9.93, latitude: 50.001 };
    const input = { commandId: randomUUID(), classCode: 'E0102', position };
    return (await graph.services.incidentCommands.report(people.officer, input)).id;
  };
  const move = (who: Viewer, ...[id, version, name, more]: [string, number, string, object?]) =>
    graph.ask(
      who,
      'mutation ($i: MoveIncidentInput!) { moveIncident(input: $i) { state handledByArea } }',
      { i: { commandId: randomUUID(), id, version, move: name, ...more } },
    );
  const levels = async (who: Viewer, id: string): Promise<Loose> =>
    (
      await graph.ask(
        who,
        'query ($id: ID!) { incident(id: $id) { handDownLevels { areaCode mayRegister } } }',
        { id },
      )
    ).data.incident.handDownLevels;

  it('is said beforehand to lie still where nobody registers', async () => {
    const id = await report();
    expect(await levels(people.officer, id)).toEqual([
      { areaCode: township, mayRegister: false },
      { areaCode: village, mayRegister: false },
    ]);
    // Who stands below does not see who works above.
    const below = await seeAccountOf(db.database, viewerAt(village, 'village-officer'));
    expect((await levels(below, id))[0]).toEqual({ areaCode: township, mayRegister: null });
  });

  it('goes all round in a town with a desk of its own, without the centre', async () => {
    const leader = await seeAccountOf(db.database, viewerAt(township, 'shift-leader'));
    const dispatcher = await seeAccountOf(db.database, viewerAt(township, 'dispatcher'));
    const id = await report();
    expect((await levels(people.officer, id))[0]).toEqual({
      areaCode: township,
      mayRegister: true,
    });
    await move(people.officer, id, 1, 'hand-down', { areaCode: township });
    const shows = async () => ({
      photoIds: [await waitingPhoto(db.database, people.department)],
    });
    /** Each step by the town, and by the centre's own where that may not. */
    const steps: [Viewer, string, string, Viewer | null, object?][] = [
      [monitor, 'accept', 'accepted', people.officer],
      [leader, 'register', 'registered', people.shift],
      [dispatcher, 'dispatch', 'dispatched', people.dispatcher],
      [people.department, 'sign', 'processing', null],
      [people.department, 'feed-back', 'feedback', null, await shows()],
      [monitor, 'send-to-check', 'checking', people.officer],
      [monitor, 'check-passed', 'checked', null],
      [leader, 'close', 'closed', people.shift, { closingConditionMet: true }],
    ];
    for (const [index, [who, name, state, above, more]] of steps.entries()) {
      if (above !== null) {
        const refused = await move(above, id, index + 2, name, more);
        expect(refused.errors[0]?.extensions, name).toMatchObject({ reason: 'unmet-at-level' });
      }
      const { data, errors } = await move(who, id, index + 2, name, more);
      expect(errors, name).toEqual([]);
      expect(data.moveIncident).toEqual({ state, handledByArea: township });
    }
    // A desk whose account is closed is none.
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Its leader goes
        update users set closed_at = ${db.clock.now()} where id = ${leader.userId}::uuid`),
    );
    expect((await levels(people.officer, await report()))[0].mayRegister).toBe(false);
  });

  it('may be registered where acceptors register', async () => {
    const admin = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'administrator'));
    const asked = `{ caseRules { settings { version clockStartsAt verifySources acceptorRegisters duplicateMeters
      duplicateHours photoMoves stageLimits { state value unit } scoreWeights { key weight lessIsBetter }
      gradeFloors escalation { stage amber red late lateAfterHours } } } }`;
    const { settings } = (await graph.ask(admin, asked)).data.caseRules;
    const saved = await graph.ask(
      admin,
      `mutation ($c: ID!, $s: CaseSettingsInput!) {
        saveCaseSettings(commandId: $c, settings: $s) { settings { version } } }`,
      { c: randomUUID(), s: { ...settings, acceptorRegisters: true } },
    );
    expect(saved.errors).toEqual([]);
    expect((await levels(people.officer, await report()))[0].mayRegister).toBe(true);
  });
});
