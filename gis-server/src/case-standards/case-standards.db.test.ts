import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';
import { beginRecomputation, Recomputation } from './recomputation.ts';

const position = { longitude: 9.93, latitude: 50.001 };
const rulesDocument = `{ caseRules { recomputing
  calendar { version sessions weekdays holidaysKnownUntil days { date name sessions } }
  settings { version clockStartsAt verifySources acceptorRegisters duplicateMeters duplicateHours
    photoMoves stageLimits { state value unit } scoreWeights { key weight lessIsBetter } gradeFloors
    escalation { stage amber red late lateAfterHours } } } }`;

describeOnBothEngines('the rules of the loop', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'admin' | 'town' | 'shift' | 'dispatcher' | 'officer', Viewer>;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (...given: Parameters<typeof viewerAt>) =>
      seeAccountOf(db.database, viewerAt(...given));
    people = {
      admin: await make(madeUpCounty, 'administrator'),
      town: await make('990101001', 'administrator'),
      shift: await make(madeUpCounty, 'shift-leader'),
      dispatcher: await make(madeUpCounty, 'dispatcher'),
      officer: await make(madeUpCounty, 'duty-officer'),
    };
  });

  const reasonOf = ({ errors }: { errors: readonly Loose[] }) => errors[0]?.extensions?.reason;
  const rules = async () => (await graph.ask(people.admin, rulesDocument)).data.caseRules;
  const saveCalendar = (calendar: object, viewer = people.admin) =>
    graph.ask(
      viewer,
      `mutation ($c: ID!, $calendar: WorkCalendarInput!) {
        saveWorkCalendar(commandId: $c, calendar: $calendar) { calendar { version } } }`,
      { c: randomUUID(), calendar },
    );
  const saveSettings = (settings: object) =>
    graph.ask(
      people.admin,
      `mutation ($c: ID!, $settings: CaseSettingsInput!) {
        saveCaseSettings(commandId: $c, settings: $settings) { settings { version } } }`,
      { c: randomUUID(), settings },
    );
  const saveStandard = (more: object, viewer = people.admin) =>
    graph.ask(
      viewer,
      `mutation ($input: CaseStandardInput!) { saveCaseStandard(input: $input) {
        id version condition limitValue } }`,
      {
        input: {
          commandId: randomUUID(),
          classCode: 'E0102',
          condition: '主干道',
          limitValue: 4,
          limitUnit: 'work-hour',
          closeCondition: '清除',
          ...more,
        },
      },
    );
  const setClass = (code: string, retired: boolean) =>
    graph.ask(
      people.admin,
      `mutation ($c: ID!, $code: ID!, $retired: Boolean!) {
        setClassRetired(commandId: $c, code: $code, retired: $retired) { code retiredAt } }`,
      { c: randomUUID(), code, retired },
    );
  const setDepartment = (code: string, closed: boolean) =>
    graph.ask(
      people.admin,
      `mutation ($c: ID!, $code: ID!, $closed: Boolean!) {
        setDepartmentClosed(commandId: $c, code: $code, closed: $closed) { code closedAt } }`,
      { c: randomUUID(), code, closed },
    );
  const report = (classCode = 'E0102') =>
    graph.ask(
      people.officer,
      'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }',
      { input: { commandId: randomUUID(), classCode, position } },
    );
  const fields = `id version state dueAt clock { unit given amberAt } standard { condition }
    standardChoices { id condition } permittedMoves { move needs } history { kind payload }`;
  const move = (viewer: Viewer, ...[id, version, name, more]: [string, number, string, object?]) =>
    graph.ask(
      viewer,
      `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { ${fields} } }`,
      { input: { commandId: randomUUID(), id, version, move: name, ...more } },
    );
  const read = async (id: string) =>
    (
      await graph.ask(people.officer, `query ($id: ID!) { incident(id: $id) { ${fields} } }`, {
        id,
      })
    ).data.incident;
  const accepted = async () => {
    const { data } = await report();
    const { id } = data.reportIncident;
    await move(people.officer, id, 1, 'accept');
    return id as string;
  };
  /** As the round of escalations reads it. */
  const keptAmber = async (id: string) => {
    const [row] = await db.database.inScope(people.admin, (tx) =>
      tx.query<{ at: Date }>(sql`-- When is it nearly due?
        select amber_at as at from incidents where id = ${id}::uuid`),
    );
    return row?.at.toISOString();
  };
  const settled = () => new Recomputation(db.database).run();

  it('are the administrator’s of the whole city alone', async () => {
    const { calendar } = await rules();
    expect(reasonOf(await saveCalendar(calendar, people.shift))).toBe('permission-missing');
    expect(reasonOf(await saveCalendar(calendar, people.town))).toBe('outside-scope');
    expect(reasonOf(await saveStandard({}, people.town))).toBe('outside-scope');
  });

  it('give a case the limit of the condition that it is registered against', async () => {
    const main = (await saveStandard({ condition: '主干道' })).data.saveCaseStandard;
    const only = await accepted();
    expect((await move(people.shift, only, 2, 'register')).data.moveIncident).toMatchObject({
      standard: { condition: '主干道' },
    });
    const back = await saveStandard({
      condition: '背街小巷',
      limitValue: 1,
      limitUnit: 'work-day',
    });
    const id = await accepted();
    const before = await read(id);
    expect(before.standardChoices).toHaveLength(2);
    expect(before.permittedMoves.find((each: Loose) => each.move === 'register').needs).toContain(
      'standard',
    );
    const standardId = back.data.saveCaseStandard.id;
    await move(people.shift, id, 2, 'register', { standardId });
    const { data } = await move(people.dispatcher, id, 3, 'dispatch', {
      departmentCode: 'city-management',
    });
    expect(data.moveIncident).toMatchObject({
      standard: { condition: '背街小巷' },
      clock: { unit: 'work-day', given: [1] },
    });

    // A standard that is changed or retired later changes no case that stands on it.
    const changed = await saveStandard({
      id: standardId,
      version: 1,
      condition: '背街小巷',
      limitValue: 9,
    });
    expect(changed.data.saveCaseStandard).toMatchObject({ version: 2, limitValue: 9 });
    expect((await read(id)).clock.given).toEqual([1]);
    const retire = `mutation ($c: ID!, $id: ID!, $version: Int!) {
      retireCaseStandard(commandId: $c, id: $id, version: $version) { retiredAt } }`;
    const asked = { c: randomUUID(), id: main.id, version: 1 };
    expect((await graph.ask(people.admin, retire, asked)).errors).toEqual([]);
    const late = await accepted();
    const refused = await move(people.shift, late, 2, 'register', { standardId: main.id });
    expect(reasonOf(refused)).toBe('standard-retired');
  });

  it('are said of each case alone where there are several, and taken back with what was done at once', async () => {
    const moveMany = (cases: object[]) =>
      graph.ask(
        people.shift,
        `mutation ($i: MoveIncidentsInput!) { moveIncidents(input: $i) {
          id moved { standard { condition } } refused { reason } } }`,
        { i: { commandId: randomUUID(), move: 'register', cases } },
      );
    const cases = [{ id: await accepted(), version: 2 }];
    const back = (await moveMany(cases)).data.moveIncidents;
    expect(back.moved).toEqual([{ standard: { condition: '背街小巷' } }]);
    await graph.ask(
      people.shift,
      'mutation ($c: ID!, $id: ID!) { undoMoveIncidents(commandId: $c, id: $id) { moved { id } } }',
      { c: randomUUID(), id: back.id },
    );
    expect(await read(cases[0]!.id)).toMatchObject({ state: 'accepted', standard: null });
    await saveStandard({ condition: '人行道' });
    const several = (await moveMany([{ id: await accepted(), version: 2 }])).data.moveIncidents;
    expect(several).toMatchObject({ moved: [], refused: [{ reason: 'one-by-one' }] });
  });

  it.each([
    ['the same condition again', { condition: '背街小巷' }, 'already-there'],
    ['a limit of nothing', { limitValue: 0 }, 'out-of-range'],
    ['a unit that is none', { limitUnit: 'fortnight' }, 'unknown-word'],
    ['a class that is none', { classCode: 'E9999' }, 'unknown-code'],
    ['no closing condition', { closeCondition: ' ' }, 'missing'],
  ])('refuse %s', async (_, wrong, reason) => {
    expect(reasonOf(await saveStandard({ condition: `c${reason}`, ...wrong }))).toBe(reason);
  });

  it('changed mid-case make its due time anew, with a row that says so', async () => {
    const id = await accepted();
    await move(people.shift, id, 2, 'register');
    await move(people.dispatcher, id, 3, 'dispatch', { departmentCode: 'city-management' });
    const before = await read(id);
    const amberBefore = await keptAmber(id);
    const { calendar } = await rules();
    const today = before.dueAt.slice(0, 10);
    const holiday = { date: today, name: '临时放假', sessions: [] };
    const saved = await saveCalendar({ ...calendar, days: [...calendar.days, holiday] });
    expect(saved.errors).toEqual([]);
    await settled();
    const after = await read(id);
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    // What escalates it follows.
    expect(await keptAmber(id)).not.toBe(amberBefore);
    expect(await keptAmber(id)).toBe(new Date(after.clock.amberAt).toISOString());
    expect(after.history.at(-1)).toMatchObject({
      kind: 'incident.acted',
      payload: { move: 'recomputed', dueAt: after.dueAt },
    });
    // A page that saw it before is told what happened meanwhile, and nothing is lost.
    const stale = await move(people.dispatcher, id, before.version, 'sign');
    expect(stale.errors[0]?.extensions).toMatchObject({
      reason: 'version-conflict',
      details: { lastMove: 'recomputed' },
    });
    // Once more changes nothing, and says nothing.
    await db.database.write(people.admin, (tx) => beginRecomputation(tx));
    await settled();
    expect((await read(id)).version).toBe(after.version);
    expect((await rules()).recomputing).toBe(false);
  });

  it('are not overwritten by somebody who saw an older version, nor by what is no calendar', async () => {
    const { calendar, settings } = await rules();
    expect((await saveCalendar(calendar)).errors).toEqual([]);
    expect(reasonOf(await saveCalendar(calendar))).toBe('version-conflict');
    const next = { ...calendar, version: calendar.version + 1 };
    expect(reasonOf(await saveCalendar({ ...next, weekdays: [] }))).toBe('bad-calendar');
    const backwards = [['12:00', '08:00']];
    expect(reasonOf(await saveCalendar({ ...next, sessions: backwards }))).toBe('bad-calendar');
    expect((await saveSettings({ ...settings, duplicateMeters: 80 })).errors).toEqual([]);
    expect((await rules()).settings).toMatchObject({ version: 2, duplicateMeters: 80 });
    expect(reasonOf(await saveSettings(settings))).toBe('version-conflict');
    const wrong = { ...settings, version: 2, clockStartsAt: 'noon' };
    expect(reasonOf(await saveSettings(wrong))).toBe('bad-settings');
    await settled();
  });

  it('hold the weights, the floors and the rota that a city has decided, and refuse what none can be', async () => {
    const { settings } = await rules();
    const scoreWeights = [{ key: 'close-rate', weight: 3, lessIsBetter: false }];
    const gradeFloors = [95, 85, 75, 65];
    const escalation = { ...settings.escalation, stage: ['dispatcher'], lateAfterHours: 12 };
    const next = { ...settings, scoreWeights, gradeFloors, escalation };
    expect((await saveSettings(next)).errors).toEqual([]);
    const kept = (await rules()).settings;
    expect(kept).toMatchObject({ scoreWeights, gradeFloors, escalation });
    for (const [wrong, reason, field] of [
      [
        { scoreWeights: [{ ...scoreWeights[0], weight: -1 }] },
        'bad-weights',
        'scoreWeights.0.weight',
      ],
      [{ gradeFloors: [60, 70, 80, 90] }, 'bad-floors', 'gradeFloors'],
      [{ gradeFloors: [90, 80] }, 'bad-floors', 'gradeFloors'],
      [{ escalation: { ...escalation, red: ['mayor'] } }, 'bad-rota', 'escalation.red.0'],
      [
        { escalation: { ...escalation, lateAfterHours: 0 } },
        'bad-rota',
        'escalation.lateAfterHours',
      ],
    ] as const) {
      const refused = await saveSettings({ ...kept, ...wrong });
      expect(refused.errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        reason,
        details: { field: `settings.${field}` },
      });
    }
    expect((await rules()).settings).toEqual(kept);
    await settled();
  });

  it('retire a class for what is new and leave what is under way', async () => {
    const id = await accepted();
    expect((await setClass('E0102', true)).errors).toEqual([]);
    expect(reasonOf(await report())).toBe('class-retired');
    expect((await move(people.shift, id, 2, 'register')).data.moveIncident.state).toBe(
      'registered',
    );
    await setClass('E0102', false);
    expect((await report()).errors).toEqual([]);
  });

  it('close a department only once it holds no case, and send it none afterwards', async () => {
    expect(reasonOf(await setDepartment('city-management', true))).toBe('department-busy');
    expect((await setDepartment('water', true)).errors).toEqual([]);
    const id = await accepted();
    await move(people.shift, id, 2, 'register');
    const refused = await move(people.dispatcher, id, 3, 'dispatch', { departmentCode: 'water' });
    expect(reasonOf(refused)).toBe('department-closed');
    expect((await read(id)).state).toBe('registered');
  });
});
