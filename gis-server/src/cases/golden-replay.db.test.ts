/** The histories worked out by hand, moved through the graph by those who may: to their states, clocks and figures. */
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { caseMoves, permissionsOf, type CaseMove, type Role } from 'grid-data';
import {
  inCity,
  readGolden,
  seedWorkCalendar,
  stepsOf,
  wordsOf,
  type GoldenHistory,
} from 'grid-data/generate';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarKey, settingsKey } from './case-rules.ts';

const { histories, figures } = readGolden();
const fields = 'id version state dueAt reworkCount returnCount feedbackAt handledByArea';
const moving = `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { ${fields} clock { running } } }`;
const position = { longitude: 9.93, latitude: 50.001 };

describeOnBothEngines('a history worked out by hand', (db) => {
  let graph: GraphUnderTest;
  const people = new Map<Role, Viewer>();
  let town: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    for (const role of ['duty-officer', 'shift-leader', 'dispatcher', 'leader'] as const) {
      people.set(role, await seeAccountOf(db.database, viewerAt(madeUpCounty, role)));
    }
    const water = viewerAt(madeUpCounty, 'department', 'water');
    people.set('department', await seeAccountOf(db.database, water));
    town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    await keepSetting(calendarKey, seedWorkCalendar());
  });

  const keepSetting = (key: string, value: object) =>
    db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- What does the city decide?
        insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
        on conflict (key) do update set value = excluded.value`),
    );
  const setClock = (at: Date) =>
    db.clock.advanceSeconds((at.getTime() - db.clock.now().getTime()) / 1000);

  async function classWith(limit: string, code: string): Promise<void> {
    const [value, unit] = limit.split(' ');
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A class with the limit of the history
        insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value,
          limit_unit, purposes, department_code)
        values (${code}, 'event', ${code}, ${code}, 'rubbish', 4, ${Number(value)}, ${unit!}, '{}', 'water')`),
    );
  }

  const report = async (classCode: string, source: string): Promise<string> => {
    const input = { commandId: randomUUID(), classCode, position, source };
    return (await graph.services.incidentCommands.report(people.get('duty-officer')!, input)).id;
  };

  const callBack = async (incidentId: string, outcome: string): Promise<void> => {
    const { errors } = await graph.ask(
      people.get('duty-officer')!,
      `mutation ($c: ID!, $i: ID!, $o: String!) {
        callBackReporter(commandId: $c, incidentId: $i, outcome: $o, answer: "told") { id } }`,
      { c: randomUUID(), i: incidentId, o: outcome },
    );
    expect(errors).toEqual([]);
  };

  /** One of those who may by the table; what was handed down is the town's. */
  function whoMay(move: string, state: string, handedDown: boolean): Viewer {
    if (handedDown) return town;
    const rows: readonly CaseMove[] = caseMoves;
    const row = rows.find((each) => each.move === move && each.from.includes(state as never))!;
    const may = (role: Role) => row.by.some((right) => permissionsOf(role).includes(right));
    return people.get([...people.keys()].find(may)!)!;
  }

  async function play(history: GoldenHistory, code: string): Promise<Loose> {
    await classWith(history.limit, code);
    await keepSetting(settingsKey, history.settings ?? {});
    const [reported, ...steps] = stepsOf(history.steps);
    // A main case to merge into stands outside the month that is counted.
    setClock(inCity('01-05 10:00'));
    const mainIncidentId = history.steps.includes('merge')
      ? await report(code, 'grid-worker')
      : null;
    setClock(reported!.at);
    const id = await report(code, history.source ?? 'grid-worker');
    let now: Loose = { id, version: 1, state: 'reported', handledByArea: null };
    for (const { at, move, value } of steps) {
      setClock(at);
      if (move === 'call-back') {
        await callBack(id, value!);
        continue;
      }
      const { verdict, handlerName, areaCode, ...said } = wordsOf(move, value);
      const words = {
        ...said,
        mainIncidentId: move === 'merge' ? mainIncidentId : null,
        verdict: move === 'verify' ? verdict : null,
        handlerName: move === 'assign' ? handlerName : null,
        areaCode: move === 'hand-down' ? areaCode : null,
      };
      const who = whoMay(move, now.state, now.handledByArea !== null);
      const photoIds = move === 'feed-back' ? [await waitingPhoto(db.database, who)] : [];
      const input = { ...words, photoIds, commandId: randomUUID(), id, version: now.version, move };
      const { data, errors } = await graph.ask(who, moving, { input });
      expect(errors, `${history.name}: ${move}`).toEqual([]);
      now = data.moveIncident;
    }
    return now;
  }

  describe.each(histories.map((history, index) => [history.name, history, index] as const))(
    '%s',
    (_, history, index) => {
      it('comes to its state and its clock', async () => {
        const now = await play(history, `G${String(index).padStart(3, '0')}`);
        expect(now.state).toBe(history.state);
        expect(now.dueAt).toBe(history.due === null ? null : inCity(history.due).toISOString());
        expect([now.reworkCount, now.returnCount]).toEqual([
          history.reworks ?? 0,
          history.returns ?? 0,
        ]);
      });
    },
  );

  it('all together make the figures of November', async () => {
    setClock(inCity('12-01 00:00'));
    const { data, errors } = await graph.ask(
      people.get('leader')!,
      `query ($from: DateTime!, $to: DateTime!) {
        evaluation(areaCode: "${madeUpCounty}", from: $from, to: $to) { key rowsAre numerator denominator value } }`,
      { from: inCity('11-01 00:00').toISOString(), to: inCity('12-01 00:00').toISOString() },
    );
    expect(errors).toEqual([]);
    const told = Object.fromEntries(
      data.evaluation
        .filter(({ rowsAre }: Loose) => rowsAre === 'incident')
        .map(({ key, numerator, denominator, value }: Loose) => [
          key,
          { numerator, denominator, value },
        ]),
    );
    expect(told).toEqual(figures);
  });
});
