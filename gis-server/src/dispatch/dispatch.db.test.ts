import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { afterEach, beforeAll, expect, it } from 'vitest';

const village = '990101001001';

describeOnBothEngines('a dispatch', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let shift: Viewer;
  let dispatcher: Viewer;
  let water: Viewer;
  let startedAt: number;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (role: Parameters<typeof viewerAt>[1], department: string | null = null) =>
      seeAccountOf(db.database, viewerAt(madeUpCounty, role, department));
    [officer, shift, dispatcher] = [
      await make('duty-officer'),
      await make('shift-leader'),
      await make('dispatcher'),
    ];
    water = await make('department', 'water');
    startedAt = db.clock.now().getTime();
  });
  afterEach(async () => {
    db.clock.advanceSeconds((startedAt - db.clock.now().getTime()) / 1000);
    for (const { id } of (await graph.ask(shift, '{ dispatchRules { id } }')).data.dispatchRules) {
      await remove(shift, id);
    }
  });

  const save = (who: Viewer, rule: object) =>
    graph.ask(
      who,
      'mutation ($i: DispatchRuleInput!) { saveDispatchRule(input: $i) { id areaCode during class { code } } }',
      { i: { commandId: randomUUID(), during: 'always', departmentCode: 'water', ...rule } },
    );
  const remove = (who: Viewer, id: string) =>
    graph.ask(
      who,
      'mutation ($c: ID!, $id: ID!) { removeDispatchRule(commandId: $c, id: $id) { id } }',
      { c: randomUUID(), id },
    );
  const write = (statement: ReturnType<typeof sql>) =>
    db.database.write(systemViewer(), (tx) => tx.query(statement));
  const registered = async (more: object = {}) => {
    const position = { longitude: 9.93, latitude: 50.001 };
    const report = { commandId: randomUUID(), classCode: 'E0102', position, ...more };
    const { id } = await graph.services.incidentCommands.report(officer, report);
    await move(officer, id, 1, 'accept');
    await move(shift, id, 2, 'register');
    return id;
  };
  const move = (who: Viewer, ...[id, version, name]: [string, number, string]) =>
    graph.ask(
      who,
      'mutation ($i: MoveIncidentInput!) { moveIncident(input: $i) { state departmentCode } }',
      { i: { commandId: randomUUID(), id, version, move: name } },
    );
  const adviceOn = async (id: string): Promise<Loose> =>
    (
      await graph.ask(
        dispatcher,
        `query ($id: ID!) { incident(id: $id) { dispatchAdvice {
          rule department { code } dispatchRule { areaCode during } } } }`,
        { id },
      )
    ).data.incident.dispatchAdvice;

  it('goes by the rule of its class, area and time, which says so, and the move obeys it', async () => {
    const id = await registered();
    expect(await adviceOn(id)).toMatchObject({ rule: 'class', dispatchRule: null });
    await save(shift, { areaCode: village, classCode: 'E0102' });
    expect(await adviceOn(id)).toEqual({
      rule: 'dispatch-rule',
      department: { code: 'water' },
      dispatchRule: { areaCode: village, during: 'always' },
    });
    const { data } = await move(dispatcher, id, 3, 'dispatch');
    expect(data.moveIncident.departmentCode).toBe('water');
  });

  it('of a city component goes to its owner, then to who maintains it, whoever is open', async () => {
    const component = idsIn(village).component(1);
    const name = (owner: string | null, maintainer: string | null) =>
      write(sql`-- Whose is it?
        update city_components set owner_department = ${owner}, maintain_department = ${maintainer}
        where code = ${component}`);
    const close = (code: string, at: Date | null) =>
      write(sql`-- Does it take cases?
        update departments set closed_at = ${at} where code = ${code}`);
    const id = await registered({ classCode: 'C0102', cityComponentCode: component });
    const picked = async () => {
      const { rule, department } = await adviceOn(id);
      return [rule, department.code];
    };
    await name('water', 'city-management');
    expect(await picked()).toEqual(['component-owner', 'water']);
    await name('水务局', 'city-management'); // as a list of components says it
    expect(await picked()).toEqual(['component-owner', 'water']);
    await name('some company', 'water');
    expect(await picked()).toEqual(['component-maintainer', 'water']);
    await close('water', db.clock.now());
    expect(await picked()).toEqual(['class', 'city-management']);
    await close('city-management', db.clock.now());
    expect(await adviceOn(id)).toBeNull();
    await close('water', null);
    const { data } = await move(dispatcher, id, 3, 'dispatch');
    expect(data.moveIncident.departmentCode).toBe('water');
    await close('city-management', null);
  });

  it('by a rule that names a closed department goes by the next that names an open one', async () => {
    const id = await registered();
    await save(shift, { areaCode: madeUpCounty });
    expect((await adviceOn(id)).rule).toBe('dispatch-rule');
    await write(sql`-- It is no more
      update departments set closed_at = ${db.clock.now()} where code = 'water'`);
    expect(await adviceOn(id)).toMatchObject({ rule: 'class' });
    await write(sql`-- And again
      update departments set closed_at = null where code = 'water'`);
  });

  it('goes elsewhere at night, by the work calendar', async () => {
    const id = await registered();
    await save(shift, { areaCode: madeUpCounty, during: 'off-time' });
    expect((await adviceOn(id)).rule).toBe('class');
    db.clock.advanceSeconds(12 * 3600);
    expect((await adviceOn(id)).rule).toBe('dispatch-rule');
  });

  it('has one rule for one question, in the shift leader’s hand, and of what is there', async () => {
    const rule = { areaCode: village, classCode: 'E0102' };
    expect((await save(dispatcher, rule)).code).toBe('FORBIDDEN');
    expect((await save(shift, rule)).code).toBeNull();
    expect((await save(shift, rule)).errors[0]?.extensions).toMatchObject({
      reason: 'rule-exists',
    });
    expect((await save(shift, { ...rule, departmentCode: 'nobody' })).code).toBe('BAD_USER_INPUT');
    expect((await save(shift, { ...rule, classCode: 'E9999' })).code).toBe('BAD_USER_INPUT');
    expect((await remove(shift, randomUUID())).code).toBe('NOT_FOUND');
  });

  it('of the county’s rule a town reads, and cannot end it', async () => {
    await save(shift, { areaCode: madeUpCounty });
    const town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    const { data } = await graph.ask(town, '{ dispatchRules { id areaCode area { code } } }');
    expect(data.dispatchRules).toMatchObject([{ areaCode: madeUpCounty, area: null }]);
    const townLeader = await seeAccountOf(db.database, viewerAt('990101001', 'shift-leader'));
    expect((await remove(townLeader, data.dispatchRules[0].id)).code).toBe('NOT_FOUND');
  });

  it('is advised of units by skill, duty, load and the road, a department of its own alone', async () => {
    const id = await registered();
    const ask = `query ($id: ID!, $d: String) { incident(id: $id) { unitAdvice(departmentCode: $d) {
      unit { id departmentCode } skill onDuty load travelSeconds } } }`;
    const { data } = await graph.ask(dispatcher, ask, { id, d: 'city-management' });
    const advised: Loose[] = data.incident.unitAdvice;
    expect(advised[0]).toMatchObject({ unit: { id: `unit-${village}` }, skill: 'own', load: 0 });
    const seconds = advised.map(({ travelSeconds }) => travelSeconds);
    expect(seconds[0]).toBeGreaterThan(0);
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    await save(shift, { areaCode: village, classCode: 'E0102' });
    await move(dispatcher, id, 3, 'dispatch');
    const own = await graph.ask(water, ask, { id, d: null });
    expect(own.data.incident.unitAdvice).toEqual([]);
  });

  it('goes where its condition says before its class does, and not to what is closed since', async () => {
    const admin = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'administrator'));
    const saveStandard = (departmentCode: string) =>
      graph.ask(
        admin,
        'mutation ($i: CaseStandardInput!) { saveCaseStandard(input: $i) { departmentCode } }',
        {
          i: {
            ...{ commandId: randomUUID(), classCode: 'E0102', condition: '水边', limitValue: 4 },
            ...{ limitUnit: 'work-hour', closeCondition: '清除', departmentCode },
          },
        },
      );
    const close = (closed: boolean) =>
      graph.ask(
        admin,
        `mutation ($c: ID!, $closed: Boolean!) {
          setDepartmentClosed(commandId: $c, code: "water", closed: $closed) { code } }`,
        { c: randomUUID(), closed },
      );
    expect((await saveStandard('nobody')).errors[0]?.extensions).toMatchObject({
      reason: 'unknown-code',
      details: { field: 'input.departmentCode' },
    });
    expect((await saveStandard('water')).data.saveCaseStandard.departmentCode).toBe('water');
    const id = await registered();
    expect(await adviceOn(id)).toEqual({
      rule: 'standard',
      department: { code: 'water' },
      dispatchRule: null,
    });
    // What the city has decided of a place or a time goes before it.
    await save(shift, { areaCode: village, departmentCode: 'city-management' });
    expect(await adviceOn(id)).toMatchObject({ rule: 'dispatch-rule' });
    const { data } = await graph.ask(shift, '{ dispatchRules { id } }');
    await remove(shift, data.dispatchRules[0].id);
    const sent = await registered();
    expect((await move(dispatcher, sent, 3, 'dispatch')).data.moveIncident.departmentCode).toBe(
      'water',
    );
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- What it holds is done
        update incidents set state = 'closed' where department_code = 'water'`),
    );
    expect((await close(true)).errors).toEqual([]);
    expect(await adviceOn(id)).toMatchObject({ rule: 'class' });
    expect((await saveStandard('water')).errors[0]?.extensions).toMatchObject({
      reason: 'department-closed',
    });
    await close(false);
  });
});
