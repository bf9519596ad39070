import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Answer, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ids = idsIn(targetVillage);
const fields = 'id version label color shape copyOf changedBy removed';

describeOnBothEngines('plots on an incident’s map', (db) => {
  let graph: GraphUnderTest;
  let anna: Viewer;
  let bert: Viewer;

  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    anna = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    bert = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
  });
  afterAll(() => graph.stop());

  type Wish = { id?: string; version?: number; commandId?: string } & Record<string, unknown>;
  const save = (viewer: Viewer, wish: Wish = {}): Promise<Answer> =>
    graph.ask(
      viewer,
      `mutation ($input: PlotInput!) { savePlot(input: $input) { plot { ${fields} } keptBeside { ${fields} } } }`,
      {
        input: {
          commandId: randomUUID(),
          id: randomUUID(),
          incidentId: ids.incident(1),
          version: 0,
          kind: 'symbol',
          symbol: 'fire',
          color: 'red',
          shape: { type: 'Point', coordinates: [9.93, 50] },
          ...wish,
        },
      },
    );
  const listed = async (viewer: Viewer, removed = false): Promise<Loose[]> => {
    const { data } = await graph.ask(
      viewer,
      `{ plots(incidentId: "${ids.incident(1)}", removed: ${removed}) { ${fields} } }`,
    );
    return data.plots;
  };
  const does = (viewer: Viewer, act: string, id: string) =>
    graph.ask(
      viewer,
      `mutation ($c: ID!) { ${act}(commandId: $c, id: "${id}") ${act === 'restorePlot' ? '{ id removed }' : ''} }`,
      {
        c: randomUUID(),
      },
    );

  test('what one draws the other sees, and a repeated command draws once', async () => {
    const commandId = randomUUID();
    const id = randomUUID();
    const before = (await listed(bert)).length;
    for (let i = 0; i < 2; i += 1) {
      const { errors } = await save(anna, { commandId, id, label: '火点' });
      expect(errors).toEqual([]);
    }
    const after = await listed(bert);
    expect(after).toHaveLength(before + 1);
    expect(after.find((plot) => plot.id === id)).toMatchObject({ label: '火点', version: 1 });
  });

  test('two who change the same one at once both keep their work, and the later is told', async () => {
    const id = randomUUID();
    await save(anna, { id });
    const first = await save(anna, { id, version: 1, label: 'of Anna' });
    expect(first.data.savePlot).toMatchObject({ plot: { id, version: 2 }, keptBeside: null });
    const second = await save(bert, { id, version: 1, label: 'of Bert' });
    const { plot, keptBeside } = second.data.savePlot;
    expect(plot).toMatchObject({ label: 'of Bert', copyOf: id });
    expect(keptBeside).toMatchObject({ id, label: 'of Anna' });
    const labels = (await listed(anna)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['of Anna', 'of Bert']));
  });

  test('who moves it and who names it at once are joined in one plot', async () => {
    const id = randomUUID();
    await save(anna, { id, label: '火点' });
    const moved = { type: 'Point', coordinates: [9.94, 50.01] };
    await save(anna, { id, version: 1, label: '火点', shape: moved });
    const second = await save(bert, { id, version: 1, label: '二号火点' });
    expect(second.data.savePlot).toMatchObject({
      plot: { id, version: 3, label: '二号火点', shape: moved, copyOf: null },
      keptBeside: null,
    });
  });

  test('who changes what was thrown away meanwhile keeps a copy, and the trash its own', async () => {
    const id = randomUUID();
    await save(anna, { id });
    await does(bert, 'removePlot', id);
    const late = await save(anna, { id, version: 1, label: 'of Anna' });
    expect(late.data.savePlot).toMatchObject({ plot: { label: 'of Anna', copyOf: id } });
    expect((await listed(anna, true)).map((plot) => plot.id)).toContain(id);
  });

  test('a removed one lies in the trash until it is brought back', async () => {
    const id = randomUUID();
    await save(anna, { id });
    expect((await does(bert, 'removePlot', id)).errors).toEqual([]);
    expect((await listed(anna)).map((plot) => plot.id)).not.toContain(id);
    expect((await listed(anna, true)).map((plot) => plot.id)).toContain(id);
    expect((await does(anna, 'restorePlot', id)).data.restorePlot).toEqual({ id, removed: false });
    expect((await listed(bert)).map((plot) => plot.id)).toContain(id);
  });

  test('the journal holds enough to draw it again, for those who see the case', async () => {
    const id = randomUUID();
    await save(anna, { id, label: 'kept' });
    const rows = `subscription { journal(afterSeq: 0, kinds: ["plot.saved"]) { kind subjectId payload } }`;
    const of = async (viewer: Viewer) =>
      ((await graph.listen(viewer, rows)).data.journal as Loose[]).find(
        ({ subjectId }) => subjectId === id,
      );
    expect((await of(bert)).payload).toMatchObject({
      incidentId: ids.incident(1),
      label: 'kept',
      shape: { type: 'Point', coordinates: [9.93, 50] },
      version: 1,
    });
    expect(await of(viewerAt(madeUpCounty, 'department', 'water'))).toBeUndefined();
    expect(await of(viewerAt('990101002'))).toBeUndefined();
  });

  test('what is no plot is refused with the field', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [9.93, 50],
        [9.94, 50],
      ],
    };
    expect((await save(anna, { shape: line })).errors[0]?.extensions?.['reason']).toBe(
      'wrong-type',
    );
    expect((await save(anna, { symbol: 'tank' })).code).toBe('BAD_USER_INPUT');
    expect((await save(anna, { kind: 'text', symbol: null })).code).toBe('BAD_USER_INPUT');
    expect((await save(anna, { color: 'chartreuse' })).code).toBe('BAD_USER_INPUT');
    expect((await save(viewerAt('990101002'))).code).toBe('NOT_FOUND');
    expect((await save(viewerAt(madeUpCounty, 'acceptor'))).code).toBe('FORBIDDEN');
  });
});
