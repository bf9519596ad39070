import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { expect, test } from 'vitest';
import { rootArea } from './queries.ts';

describeOnBothEngines('the area a tree begins with', (db) => {
  const rootOf = (viewer = systemViewer()) =>
    db.database.inScope(viewer, (reading) => rootArea(reading, viewer));

  test('is everywhere while there is no area', async () => {
    expect(await rootOf()).toMatchObject({ code: '', parentCode: null });
  });

  test('is the one county, and a town for who stands there', async () => {
    await insertMadeUpCounty(db.database);
    expect((await rootOf()).code).toBe(madeUpCounty);
    expect((await rootOf(viewerAt('990101001'))).code).toBe('990101001');
  });

  test('is everywhere again where two counties stand side by side', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- test: a second county
        insert into areas (code, name, level, center, outline)
        select '990202', name, level, center, outline from areas where code = ${madeUpCounty}`),
    );
    expect(await rootOf()).toMatchObject({ code: '', bbox: [9.9, 49.9, 10.1, 50.1] });
  });
});
