import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from './testing/account-of.ts';
import { GraphUnderTest, schemaUnderTest } from './testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from './testing/made-up-city.ts';
import {
  mutationRows,
  queryRows,
  rowsOfTheirOwn,
  subscriptionRows,
} from './testing/scope-matrix.ts';
import type { MatrixRow } from './testing/scope-matrix.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const rows = [...queryRows, ...mutationRows, ...subscriptionRows];

/** Where a viewer stands to the target village, and whether the target is theirs to see. */
const stands = [
  { stand: 'in the neighbouring township', areaCode: '990101002', sees: false },
  { stand: 'in the neighbouring village', areaCode: '990101001002', sees: false },
  { stand: 'in a village of the neighbouring township', areaCode: '990101002002', sees: false },
  { stand: 'in the village itself', areaCode: targetVillage, sees: true },
  { stand: 'in the township above it', areaCode: '990101001', sees: true },
  { stand: 'at the root', areaCode: madeUpCounty, sees: true },
] as const;

describe('the matrix', () => {
  it('has a row for every field of the schema', () => {
    const fields = [
      schemaUnderTest.getQueryType()!,
      schemaUnderTest.getMutationType()!,
      schemaUnderTest.getSubscriptionType()!,
    ].flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect([...rows.map((row) => row.field), ...rowsOfTheirOwn].sort()).toEqual(fields.sort());
  });
});

describeOnBothEngines('who sees what', (db) => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
  });
  afterAll(() => graph.stop());

  const ask = (row: MatrixRow, viewer: Viewer | null) =>
    row.field.startsWith('Subscription.')
      ? graph.listen(viewer, row.document)
      : graph.ask(viewer, row.document, {
          ...(row.document.includes('$c') ? { c: randomUUID() } : {}),
          ...(row.document.includes('$n') ? { n: `new-${randomUUID().slice(0, 8)}` } : {}),
        });

  describe.each(rows)('$field', (row) => {
    it('answers nobody who is not signed in', async () => {
      const answer = await ask(row, null);
      if (row.field === 'Query.viewer') expect(answer.data).toEqual({ viewer: null });
      else expect(answer.code).toBe('UNAUTHENTICATED');
    });

    it.each(stands)('from a viewer $stand', async ({ areaCode, sees }) => {
      const viewer = await seeAccountOf(db.database, viewerAt(areaCode, row.role));
      const answer = await ask(row, viewer);
      const expected =
        row.common === true || (row.ownOnly === true ? areaCode === targetVillage : sees);
      const context = `${row.field}: ${JSON.stringify(answer)}`;
      expect(answer.code, context).not.toBe('INTERNAL');
      const seen =
        answer.data === null && answer.code === null ? null : row.sees(answer.data, answer);
      expect(seen, context).toBe(expected);
    });
  });
});
