import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

const shape = {
  type: 'Polygon',
  coordinates: [
    [
      [9.9, 49.9],
      [10, 49.9],
      [10, 50.1],
      [9.9, 49.9],
    ],
  ],
};
const fields = 'id name shared mine version removed shape';

describeOnBothEngines('layers that people draw', (db) => {
  let graph: GraphUnderTest;
  let owner: Viewer;
  let colleague: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    owner = await seeAccountOf(db.database, viewerAt('990101001'));
    colleague = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
  });
  afterAll(() => graph.stop());

  const save = (viewer: Viewer, wish: object) =>
    graph.ask(
      viewer,
      `mutation ($input: DrawnLayerInput!) { saveDrawnLayer(input: $input) { ${fields} } }`,
      { input: { commandId: randomUUID(), name: '集市', shared: false, ...wish } },
    );
  const namesOf = async (viewer: Viewer, removed = false): Promise<string[]> => {
    const { data } = await graph.ask(viewer, `{ drawnLayers(removed: ${removed}) { name } }`);
    return data.drawnLayers.map(({ name }: Loose) => name);
  };

  test('a private layer is its owner’s alone, a shared one is seen in its area and above', async () => {
    await save(owner, { name: 'private', shape });
    await save(owner, { name: 'shared', shared: true, shape });
    expect(await namesOf(owner)).toEqual(expect.arrayContaining(['private', 'shared']));
    expect(await namesOf(colleague)).toContain('shared');
    expect(await namesOf(colleague)).not.toContain('private');
    expect(await namesOf(viewerAt(madeUpCounty))).toContain('shared');
    expect(await namesOf(viewerAt('990101002'))).not.toContain('shared');
  });

  test('it is renamed by its owner, deleted into the trash and brought back with its shape', async () => {
    const { data } = await save(owner, { name: 'first', shared: true, shape });
    const { id } = data.saveDrawnLayer;
    expect((await save(colleague, { id, version: 1, name: 'stolen', shared: true })).code).toBe(
      'FORBIDDEN',
    );
    const renamed = await save(owner, { id, version: 1, name: 'second', shared: true });
    expect(renamed.data.saveDrawnLayer).toMatchObject({ name: 'second', version: 2, shape });
    expect((await save(owner, { id, version: 1, name: 'late' })).code).toBe('CONFLICT');
    const { errors } = await graph.ask(
      owner,
      `mutation ($c: ID!) { removeDrawnLayer(commandId: $c, id: "${id}", version: 2) }`,
      { c: randomUUID() },
    );
    expect(errors).toEqual([]);
    expect(await namesOf(colleague)).not.toContain('second');
    expect(await namesOf(owner, true)).toContain('second');
    expect(await namesOf(colleague, true)).not.toContain('second');
    const back = await graph.ask(
      owner,
      `mutation ($c: ID!) { restoreDrawnLayer(commandId: $c, id: "${id}") { ${fields} } }`,
      { c: randomUUID() },
    );
    expect(back.data.restoreDrawnLayer).toMatchObject({ name: 'second', removed: false, shape });
  });

  test('rows leave as a file with their row in the journal, and nothing that is not theirs to tell', async () => {
    const commandId = randomUUID();
    const { data, errors } = await graph.ask(
      owner,
      'mutation ($input: RowExportInput!) { exportRows(input: $input) { text rows sha256 fileName } }',
      { input: { commandId, within: { areaCode: madeUpCounty }, list: 'cameras', format: 'csv' } },
    );
    expect(errors).toEqual([]);
    const { text, rows, sha256 } = data.exportRows;
    expect(text.startsWith('\uFEFFid,name,kind,state,area,longitude,latitude\r\n')).toBe(true);
    // Two cameras in each of the two villages of the township, none of its neighbour's.
    expect(rows).toBe(4);
    expect(text.trim().split('\r\n')).toHaveLength(5);
    expect(text).not.toMatch(/rtsp|secret|purposes/);
    const auditor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'auditor'));
    const journal = await graph.ask(
      auditor,
      `{ journal(subjectKind: "row-export", subjectId: "${commandId}") { kind payload } }`,
    );
    expect(journal.data.journal).toMatchObject([
      { kind: 'rows.exported', payload: { list: 'cameras', format: 'csv', rows: 4, sha256 } },
    ]);
    expect(
      (
        await graph.ask(
          viewerAt('990101001', 'department', 'water'),
          'mutation ($input: RowExportInput!) { exportRows(input: $input) { rows } }',
          {
            input: {
              commandId: randomUUID(),
              within: { areaCode: madeUpCounty },
              list: 'cameras',
              format: 'csv',
            },
          },
        )
      ).code,
    ).toBe('FORBIDDEN');
  });
});
