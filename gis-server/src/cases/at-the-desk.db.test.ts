import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { createEscalation } from '#escalations/escalation-round.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

describeOnBothEngines('at the desk', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'officer' | 'shift' | 'dispatcher' | 'department', Viewer>;
  let startedAt: number;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (role: Parameters<typeof viewerAt>[1], department: string | null = null) =>
      seeAccountOf(db.database, viewerAt(madeUpCounty, role, department));
    people = {
      officer: await make('duty-officer'),
      shift: await make('shift-leader'),
      dispatcher: await make('dispatcher'),
      department: await make('department', 'city-management'),
    };
    startedAt = db.clock.now().getTime();
  });
  afterEach(() => db.clock.advanceSeconds((startedAt - db.clock.now().getTime()) / 1000));

  const report = async (more: object = {}) => {
    const position = { longitude: 9.93, latitude: 50.001 };
    const input = { commandId: randomUUID(), classCode: 'E0102', position, ...more };
    return (await graph.services.incidentCommands.report(people.officer, input)).id;
  };
  const move = async (who: Viewer, ...[id, version, name]: [string, number, string]) => {
    const answer = await graph.ask(
      who,
      'mutation ($i: MoveIncidentInput!) { moveIncident(input: $i) { id } }',
      { i: { commandId: randomUUID(), id, version, move: name } },
    );
    expect(answer.errors).toEqual([]);
  };
  const lookAt = async (id: string): Promise<Loose> =>
    (
      await graph.ask(
        people.officer,
        'query ($id: ID!) { incident(id: $id) { state version caseNo clock { leftMinutes } history { kind payload } } }',
        { id },
      )
    ).data.incident;

  describe('many cases moved at once', () => {
    const moveMany = async (who: Viewer, name: string, cases: object[], more: object = {}) =>
      graph.ask(
        who,
        `mutation ($i: MoveIncidentsInput!) { moveIncidents(input: $i) {
          id moved { id state } refused { id reason } undoUntil } }`,
        { i: { commandId: randomUUID(), move: name, cases, ...more } },
      );
    const undo = (who: Viewer, id: string) =>
      graph.ask(
        who,
        `mutation ($c: ID!, $id: ID!) { undoMoveIncidents(commandId: $c, id: $id) {
          moved { id state } refused { id reason } undoUntil } }`,
        { c: randomUUID(), id },
      );

    it('go each by the table: what is refused is named and leaves the others alone', async () => {
      const [a, b, c] = [await report(), await report(), await report()];
      await move(people.officer, b, 1, 'accept');
      const { data } = await moveMany(people.officer, 'accept', [
        { id: a, version: 1 },
        { id: b, version: 2 },
        { id: c, version: 9 },
      ]);
      const { moved, refused } = data.moveIncidents;
      expect(moved).toEqual([{ id: a, state: 'accepted' }]);
      expect(Object.fromEntries(refused.map((each: Loose) => [each.id, each.reason]))).toEqual({
        [b]: 'step-not-in-loop',
        [c]: 'version-conflict',
      });
    });

    it('stand as before once it is taken back, with their clocks, and the history says both', async () => {
      const [a, b] = [await report(), await report()];
      for (const id of [a, b]) {
        await move(people.officer, id, 1, 'accept');
        await move(people.shift, id, 2, 'register');
        await move(people.dispatcher, id, 3, 'dispatch');
        await move(people.department, id, 4, 'sign');
      }
      const before = await lookAt(a);
      const cases = [a, b].map((id) => ({ id, version: 5 }));
      const { data } = await moveMany(people.shift, 'suspend', cases, { note: '停工' });
      db.clock.advanceSeconds(60);
      const undone = await undo(people.shift, data.moveIncidents.id);
      expect(undone.data.undoMoveIncidents.moved.map((each: Loose) => each.state)).toEqual([
        'processing',
        'processing',
      ]);
      const after = await lookAt(a);
      expect(after).toMatchObject({ state: 'processing', caseNo: before.caseNo, version: 7 });
      // The minute in which it hung by mistake ran like any other.
      expect(after.clock.leftMinutes).toBe(before.clock.leftMinutes - 1);
      expect(after.history.slice(-2).map((row: Loose) => row.payload.move)).toEqual([
        'suspend',
        'undone',
      ]);
      const twice = await undo(people.shift, data.moveIncidents.id);
      expect(twice.errors[0]?.extensions).toMatchObject({ reason: 'undone-already' });
    });

    it('stay in the archive once they are there', async () => {
      const id = await report();
      await db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- As it stands once all is done
          update incidents set state = 'closed' where id = ${id}::uuid`),
      );
      const { data } = await moveMany(people.officer, 'archive', [{ id, version: 1 }]);
      expect(data.moveIncidents.moved).toEqual([{ id, state: 'archived' }]);
      const undone = await undo(people.officer, data.moveIncidents.id);
      expect(undone.data.undoMoveIncidents).toMatchObject({
        ...{ moved: [], refused: [{ id, reason: 'archived' }] },
      });
    });

    it('are not fed back together: what was done is shown of each', async () => {
      const id = await report();
      for (const [version, [who, name]] of [
        [people.officer, 'accept'] as const,
        [people.shift, 'register'] as const,
        [people.dispatcher, 'dispatch'] as const,
        [people.department, 'sign'] as const,
      ].entries()) {
        await move(who, id, version + 1, name);
      }
      const { data } = await moveMany(people.department, 'feed-back', [{ id, version: 5 }]);
      expect(data.moveIncidents).toMatchObject({ moved: [], refused: [{ reason: 'one-by-one' }] });
    });

    it('are not taken back over somebody else’s act, by another, or too late', async () => {
      const [a, b] = [await report(), await report()];
      const cases = [a, b].map((id) => ({ id, version: 1 }));
      const { data } = await moveMany(people.officer, 'accept', cases);
      await move(people.shift, a, 2, 'register');
      expect((await undo(people.shift, data.moveIncidents.id)).code).toBe('NOT_FOUND');
      const undone = await undo(people.officer, data.moveIncidents.id);
      expect(undone.data.undoMoveIncidents).toMatchObject({
        moved: [{ id: b, state: 'reported' }],
        refused: [{ id: a, reason: 'version-conflict' }],
      });
      const again = await moveMany(people.officer, 'accept', [{ id: b, version: 3 }]);
      db.clock.advanceSeconds(601);
      const late = await undo(people.officer, again.data.moveIncidents.id);
      expect(late.errors[0]?.extensions).toMatchObject({ reason: 'undo-too-late' });
    });

    it('are not merged or returned in one sentence', async () => {
      const id = await report();
      const { data } = await moveMany(people.officer, 'merge', [{ id, version: 1 }]);
      expect(data.moveIncidents.refused).toEqual([{ id, reason: 'one-by-one' }]);
    });
  });

  it('a filter narrows the rows of a list and its count alike, and is kept for oneself alone', async () => {
    await report({ classCode: 'C0102' });
    const filter = { classCodes: ['C0102'], sources: ['grid-worker'] };
    const ask = `query ($f: WorklistFilterInput) {
      worklists(areaCode: "990101", filter: $f) { key count }
      worklist(areaCode: "990101", key: "open", filter: $f, first: 200) { nodes { class { code } source } } }`;
    const whole = await graph.ask(people.officer, ask, { f: null });
    const { data } = await graph.ask(people.officer, ask, { f: filter });
    const count = ({ worklists }: Loose) =>
      worklists.find((each: Loose) => each.key === 'open').count;
    expect(data.worklist.nodes.length).toBe(count(data));
    expect(count(data)).toBeLessThan(count(whole.data));
    expect(data.worklist.nodes.every((each: Loose) => each.class.code === 'C0102')).toBe(true);
    const keep = `mutation ($c: ID!, $f: WorklistFilterInput!) { keepDeskFilter(commandId: $c, name: "井盖", filter: $f) { name classCodes grades } }`;
    const kept = await graph.ask(people.officer, keep, { c: randomUUID(), f: filter });
    expect(kept.data.keepDeskFilter).toEqual([{ name: '井盖', classCodes: ['C0102'], grades: [] }]);
    const own = await graph.ask(people.shift, '{ deskFilters { name } }');
    expect(own.data.deskFilters).toEqual([]);
    const bad = await graph.ask(people.officer, keep, { c: randomUUID(), f: { grades: [7] } });
    expect(bad.code).toBe('BAD_USER_INPUT');
    const drop = await graph.ask(
      people.officer,
      'mutation ($c: ID!) { dropDeskFilter(commandId: $c, name: "井盖") { name } }',
      { c: randomUUID() },
    );
    expect(drop.data.dropDeskFilter).toEqual([]);
  });

  it('what a shift leaves waits for somebody of the next, once', async () => {
    const id = await report();
    const written = await graph.ask(
      people.officer,
      `mutation ($c: ID!, $ids: [ID!]!) { writeShiftNote(commandId: $c, text: "桥头河水位再看", incidentIds: $ids) {
        id takeable takenBy incidents { id } } }`,
      { c: randomUUID(), ids: [id] },
    );
    const [note] = written.data.writeShiftNote;
    expect(note).toMatchObject({ takeable: false, takenBy: null, incidents: [{ id }] });
    const take = (who: Viewer) =>
      graph.ask(
        who,
        'mutation ($c: ID!, $id: ID!) { takeShiftNote(commandId: $c, id: $id) { id takenBy } }',
        { c: randomUUID(), id: note.id },
      );
    expect((await take(people.officer)).errors[0]?.extensions).toMatchObject({
      reason: 'own-note',
    });
    expect((await take(people.department)).code).toBe('FORBIDDEN');
    const taken = await take(people.shift);
    expect(taken.data.takeShiftNote[0]).toMatchObject({ takenBy: people.shift.displayName });
    expect((await take(people.dispatcher)).errors[0]?.extensions).toMatchObject({
      reason: 'already-taken',
    });
  });

  it('a stage that runs over its limit is listed, coloured and told, once, until the case moves on', async () => {
    await graph.services.duties.signIn(people.shift, {
      commandId: randomUUID(),
      post: 'shift-leader',
    });
    const id = await report();
    const look = async () => {
      const { data } = await graph.ask(
        people.shift,
        `{ worklists(areaCode: "990101") { key count }
          worklist(areaCode: "990101", key: "stage-overdue", first: 200) { nodes { id stageColour } }
          incident(id: "${id}") { stageDueAt stageColour dueAt history { kind payload } }
          openEscalations { payload incident { id } } }`,
      );
      const { worklists, worklist, incident, openEscalations } = data;
      const list = worklists.find(({ key }: Loose) => key === 'stage-overdue');
      expect(list.count).toBe(worklist.nodes.length);
      return {
        isListed: worklist.nodes.some((row: Loose) => row.id === id),
        colour: incident.stageColour,
        told: incident.history
          .filter(({ kind }: Loose) => kind === 'incident.escalated')
          .map(({ payload }: Loose) => [payload.level, payload.dueAt, payload.told[0].name]),
        open: openEscalations.filter((each: Loose) => each.incident.id === id).length,
      };
    };
    const { data } = await graph.ask(people.shift, `{ incident(id: "${id}") { stageDueAt } }`);
    const due = new Date(data.incident.stageDueAt);
    const escalate = createEscalation(db);
    const seeAt = async (secondsBefore: number) => {
      db.clock.advanceSeconds((due.getTime() - db.clock.now().getTime()) / 1000 - secondsBefore);
      await escalate();
      await escalate();
      return look();
    };
    const quiet = { isListed: false, told: [], open: 0 };
    expect(await look()).toEqual({ ...quiet, colour: 'green' });
    // Two working hours to accept it: amber for the last 24 minutes.
    expect(await seeAt(25 * 60)).toEqual({ ...quiet, colour: 'green' });
    expect(await seeAt(23 * 60)).toEqual({ ...quiet, colour: 'amber' });
    const told = [['stage', due.toISOString(), people.shift.displayName]];
    expect(await seeAt(-1)).toEqual({ isListed: true, colour: 'red', told, open: 1 });
    await move(people.officer, id, 1, 'accept');
    await escalate();
    expect(await look()).toEqual({ isListed: false, colour: 'green', told, open: 0 });
  });

  it('a limit that draws near, is missed and stays missed is told to whom the rota names, once each', async () => {
    const id = await report();
    await move(people.officer, id, 1, 'accept');
    await move(people.shift, id, 2, 'register');
    await move(people.dispatcher, id, 3, 'dispatch');
    await move(people.department, id, 4, 'sign');
    await graph.services.duties.signIn(people.shift, {
      commandId: randomUUID(),
      post: 'shift-leader',
    });
    const told = async () =>
      (await lookAt(id)).history
        .filter((row: Loose) => row.kind === 'incident.escalated')
        .map((row: Loose) => [
          row.payload.level,
          ...row.payload.told.map((each: Loose) => each.name),
        ]);
    const escalate = createEscalation(db);
    // As a case of an older house stands that did not keep the moment.
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Forgotten
        update incidents set amber_at = null where id = ${id}::uuid`),
    );
    const round = async (hours: number) => {
      db.clock.advanceSeconds(hours * 3600);
      await escalate();
      await escalate();
      return told();
    };
    expect(await round(0)).toEqual([]);
    // One working day of eight hours, dispatched at ten: amber after six and a half of them, red after eight.
    const [{ amberAt, dueAt }] = (await db.database.inScope(systemViewer(), (tx) =>
      tx.query<{ amberAt: Date; dueAt: Date }>(sql`-- When does its limit draw near, and end?
        select amber_at as "amberAt", due_at as "dueAt" from incidents where id = ${id}::uuid`),
    )) as [{ amberAt: Date; dueAt: Date }];
    const until = (at: Date) => (at.getTime() - db.clock.now().getTime()) / 3_600_000 + 0.001;
    expect(await round(until(amberAt))).toEqual([['amber', 'city-management', null]]);
    expect(await round(until(dueAt))).toHaveLength(2);
    expect((await told())[1]).toEqual(['red', 'city-management', people.shift.displayName]);
    // A desk that opens now is told what it would have heard: the newest word, and nothing of others' cases.
    const open = async (who: Viewer) => {
      const asked = '{ openEscalations { payload incident { id } } }';
      const rows: Loose[] = (await graph.ask(who, asked)).data.openEscalations;
      const own = rows.filter(({ incident }) => incident.id === id);
      return own.map(({ payload }) => payload.level);
    };
    expect(await open(people.shift)).toEqual(['red']);
    expect(await open(people.department)).toEqual(['red']);
    const water = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'department', 'water'));
    expect(await open(water)).toEqual([]);
    expect(await round(24)).toEqual([
      ['amber', 'city-management', null],
      ['red', 'city-management', people.shift.displayName],
      // At the nearest center with a leader on duty: the village's.
      ['late', 'worker of 990101001001'],
    ]);
  });
});
