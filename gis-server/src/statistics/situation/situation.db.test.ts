import { systemViewer, type Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { situationFigureIds, situationFigures } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ids = idsIn(targetVillage);
const situation = `asOf asOfSeq radiusMeters area { code } incident { id } figures { id subject count }
  openByArea { count area { code } }`;
const rowsOf = `figure subject count situation { ${situation} } incidents { id } cameras { id } units { id }
  cityComponents { code } duties { id } pageInfo { endCursor hasNextPage }`;

describeOnBothEngines('the situation', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
  });
  afterAll(() => graph.stop());

  const ask = async (text: string, viewer = officer, variables = {}): Promise<Loose> => {
    const { data, errors } = await graph.ask(viewer, text, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const numbers = async (where: string, viewer = officer): Promise<Loose> =>
    (await ask(`{ situation(${where}) { ${situation} } }`, viewer)).situation;
  const counted = ({ figures }: Loose): Record<string, number> =>
    Object.fromEntries(figures.map(({ id, count }: Loose) => [id, count]));
  const rowsBehind = async (figure: string, where: string, viewer = officer) =>
    (await ask(`{ situationRows(figure: "${figure}", ${where}) { ${rowsOf} } }`, viewer))
      .situationRows;
  const lengthOf = (rows: Loose): number =>
    rows.incidents.length +
    rows.cameras.length +
    rows.units.length +
    rows.cityComponents.length +
    rows.duties.length;

  describe.each([
    ['of the county', `areaCode: "${madeUpCounty}"`],
    ['round an incident', `incidentId: "${ids.incident(1)}"`],
  ])('%s', (_, where) => {
    it('each number opens as many rows as it says, counted in the same snapshot', async () => {
      for (const id of situationFigureIds) {
        const rows = await rowsBehind(id, where);
        expect(lengthOf(rows), id).toBe(rows.count);
        expect(counted(rows.situation)[id], id).toBe(rows.count);
        expect(rows.subject).toBe(situationFigures[id]);
      }
    });
  });

  it('says what it is about, and what of the journal it has seen', async () => {
    const county = await numbers(`areaCode: "${madeUpCounty}"`);
    expect(county).toMatchObject({ area: { code: madeUpCounty }, incident: null });
    expect(county.asOfSeq).toBe(graph.reader.head());
    expect(counted(county)).toMatchObject({ open: 8, 'cameras-online': 8, 'components-01': 4 });
    expect(county.openByArea).toEqual([
      { count: 4, area: { code: '990101001' } },
      { count: 4, area: { code: '990101002' } },
    ]);
    const around = await numbers(`incidentId: "${ids.incident(1)}"`);
    expect(around).toMatchObject({ area: null, incident: { id: ids.incident(1) } });
    expect(around.radiusMeters).toBe(1000);
    expect(counted(around)).toMatchObject({ open: 2, 'cameras-online': 1 });
  });

  it('a report in between changes number and rows together', async () => {
    const where = `areaCode: "${targetVillage}"`;
    const before = await rowsBehind('open', where);
    await ask(
      `mutation ($c: ID!) { reportIncident(input: { commandId: $c, classCode: "E0102", grade: 1,
        position: { longitude: 9.931, latitude: 50 } }) { id } }`,
      officer,
      { c: randomUUID() },
    );
    const after = await rowsBehind('open', where);
    expect(after.count).toBe(before.count + 1);
    expect(lengthOf(after)).toBe(after.count);
    expect(after.situation.asOfSeq).toBeGreaterThan(before.situation.asOfSeq);
    expect(counted(after.situation)).toMatchObject({
      'open-grade-1': 1,
      unacknowledged: 1,
      'age-1h': counted(before.situation)['age-1h']! + 1,
      'grave-today': 1,
    });
  });

  it('an incident is of one age, and ages sum up to what is open', async () => {
    const day = 24 * 3_600_000;
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Old ones
        update incidents set reported_at = ${new Date(db.clock.now().getTime() - 5 * day)}
        where id = ${ids.incident(2)}`),
    );
    const now = counted(await numbers(`areaCode: "${madeUpCounty}"`));
    const bands = ['age-1h', 'age-4h', 'age-1d', 'age-3d', 'age-older'];
    expect(bands.reduce((sum, id) => sum + now[id]!, 0)).toBe(now['open']);
    expect(now['age-older']).toBeGreaterThanOrEqual(1);
  });

  it('pages go on where the one before ended, without doubles', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- More than a page of them
        insert into incidents (id, class_code, title, state, grade, source, area_code, position, reported_at)
        select gen_random_uuid(), class_code, title, 'reported', 4, source, area_code, position, reported_at
        from incidents, generate_series(1, 120) where id = ${ids.incident(2)}`),
    );
    const where = `areaCode: "${madeUpCounty}"`;
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const rows = await rowsBehind('open', `${where}${after}`);
      seen.push(...rows.incidents.map(({ id }: Loose) => id));
      if (!rows.pageInfo.hasNextPage) {
        expect(new Set(seen).size).toBe(rows.count);
        expect(seen).toHaveLength(rows.count);
        break;
      }
      after = `, after: "${rows.pageInfo.endCursor}"`;
    }
  });

  it('the rows of one area are its open ones; a word that is no figure is refused', async () => {
    const rows = await rowsBehind('area:990101002', `areaCode: "${madeUpCounty}"`);
    expect(rows).toMatchObject({ count: 4, subject: 'incidents' });
    const { errors } = await graph.ask(officer, '{ situationRows(figure: "x") { count } }');
    expect(errors[0]?.extensions?.['reason']).toBe('unknown-word');
  });

  it('who may not read units counts none', async () => {
    const administrator = viewerAt(madeUpCounty, 'administrator');
    const units = counted(await numbers(`areaCode: "${madeUpCounty}"`, administrator));
    expect([units['units-on-duty'], units['units-silent']]).toEqual([0, 0]);
  });

  it('panels are arranged per role, and the later of two is shown the other’s', async () => {
    const chief = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
    const arrange = (version: number, panels: string[]) =>
      graph.ask(
        chief,
        `mutation ($c: ID!, $v: Int!, $p: [String!]!) {
          arrangePanels(commandId: $c, role: "duty-officer", version: $v, panels: $p) { panels version } }`,
        { c: randomUUID(), v: version, p: panels },
      );
    expect((await arrange(0, ['limits', 'grades'])).data.arrangePanels.version).toBe(1);
    const { panelArrangement } = await ask(
      '{ panelArrangement { role panels changedBy version } }',
    );
    expect(panelArrangement).toEqual({
      role: 'duty-officer',
      panels: ['limits', 'grades'],
      changedBy: chief.displayName,
      version: 1,
    });
    const late = await arrange(0, ['ages']);
    expect(late.code).toBe('CONFLICT');
    expect(late.errors[0]?.extensions?.['details']).toMatchObject({ panels: ['limits', 'grades'] });
    expect((await arrange(1, ['ages'])).data.arrangePanels.version).toBe(2);
    expect((await arrange(2, [])).code).toBe('BAD_USER_INPUT');
    expect((await arrange(2, ['ages', 'ages'])).code).toBe('BAD_USER_INPUT');
    const other = viewerAt(madeUpCounty, 'leader');
    expect((await ask('{ panelArrangement { version } }', other)).panelArrangement.version).toBe(0);
  });
});
