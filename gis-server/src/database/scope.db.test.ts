import { withinScope } from '#access/scope.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { expect, test, beforeAll } from 'vitest';
import { sql } from './sql.ts';
import {
  insertMadeUpCounty,
  madeUpAreas,
  madeUpCounty,
  viewerAt,
} from './testing/made-up-county.ts';
import { insertIncident } from './testing/made-up-things.ts';
import { describeOnBothEngines } from './testing/test-database.ts';

describeOnBothEngines('the scope', (db) => {
  const codesFor = async (viewer: Viewer, scopeWritten: boolean) => {
    const scope = scopeWritten ? withinScope(viewer, 'code') : sql`true`;
    const rows = await db.database.inScope(viewer, (read) =>
      read.query<{ code: string }>(sql`-- Which areas does the viewer see?
        select code from areas where ${scope} order by code`),
    );
    return rows.map((row) => row.code);
  };

  beforeAll(() => insertMadeUpCounty(db.database));

  test.each(madeUpAreas.map(({ code }) => code))(
    'a viewer at %s sees what lies there, with and without the scope in the statement',
    async (code) => {
      const all = await codesFor(viewerAt(madeUpCounty), true);
      const expected = all.filter((each) => each.startsWith(code));
      expect(all).toHaveLength(madeUpAreas.length);
      expect(await codesFor(viewerAt(code), true)).toEqual(expected);
      expect(await codesFor(viewerAt(code), false)).toEqual(expected);
    },
  );

  test('without a scope there are no rows', async () => {
    const client = await db.pool.pool.connect();
    try {
      await client.query('begin; set local role cloud_eye_app');
      expect((await client.query('select code from areas')).rows).toEqual([]);
      expect((await client.query('select seq from journal')).rows).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('scattered things: what a scope gives is what the root gives, filtered', async () => {
    const villages = madeUpAreas.filter(({ level }) => level === 'village');
    const random = randomNumbers(20_260_504);
    await db.database.write(systemViewer(), async (tx) => {
      for (let i = 0; i < 60; i += 1) {
        const village = villages[Math.floor(random() * villages.length)]!;
        await tx.query(sql`-- A thing somewhere
          insert into places (id, name, kind, area_code, position)
          values (${`thing-${i}`}, 'thing', 'school', ${village.code},
            ST_SetSRID(ST_MakePoint(${9.9 + random() / 5}, ${49.9 + random() / 5}), 4490))`);
      }
    });
    const inBox = (viewer: Viewer, scopeWritten: boolean) =>
      db.database.inScope(viewer, (read) =>
        read.query<{ id: string; area_code: string }>(sql`-- What lies in this window?
          select id, area_code from places
          where position && ST_MakeEnvelope(9.92, 49.92, 10.06, 50.06, 4490)
            and ${scopeWritten ? withinScope(viewer, 'area_code') : sql`true`} order by id`),
      );
    const all = await inBox(viewerAt(madeUpCounty), true);
    expect(all.length).toBeGreaterThan(20);
    for (const { code } of madeUpAreas) {
      const expected = all.filter(({ area_code }) => area_code.startsWith(code));
      expect(await inBox(viewerAt(code), true)).toEqual(expected);
      expect(await inBox(viewerAt(code), false)).toEqual(expected);
    }
  });

  test('a department sees its own cases, their story and how to find them, and no others', async () => {
    const mine = await insertIncident(db.database, { purposes: [], departmentCode: 'water' });
    const other = await insertIncident(db.database, { purposes: [], departmentCode: 'roads' });
    await db.database.write(systemViewer(), async (tx) => {
      for (const id of [mine, other]) {
        tx.record({
          kind: 'incident.acknowledged',
          areaCode: '990101001001',
          subjectKind: 'incident',
          subjectId: id,
          payload: {},
        });
        await tx.query(sql`-- How is the case found?
          insert into search_entries (kind, id, area_code, title, grams)
          values ('incident', ${id}, '990101001001', 'case', '{}')`);
      }
    });
    const seen = async (viewer: Viewer) =>
      db.database.inScope(viewer, async (read) => {
        const rows = await read.query<{ id: string }>(sql`-- Whatever tells of a case
          select id::text as id from incidents union all
          select subject_id from journal where subject_kind = 'incident' union all
          select id from search_entries where kind = 'incident'`);
        return rows.map(({ id }) => id).sort();
      });
    const three = (id: string) => [id, id, id];
    for (const area of [madeUpCounty, '990101001']) {
      expect(await seen(viewerAt(area, 'department', 'water'))).toEqual(three(mine));
    }
    expect(await seen(viewerAt('990101002', 'department', 'water'))).toEqual([]);
    expect(await seen(viewerAt(madeUpCounty, 'department', null))).toEqual([]);
    expect(await seen(viewerAt(madeUpCounty))).toEqual([...three(mine), ...three(other)].sort());
  });

  test('two hundred requests at once through the pool each keep their own scope', async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const { code } = madeUpAreas[i % madeUpAreas.length]!;
        const rows = await codesFor(viewerAt(code), false);
        return rows.every((each) => each.startsWith(code)) && rows.length > 0;
      }),
    );
    expect(results).not.toContain(false);
  });

  test('a street writes no row into another street', async () => {
    const insert = db.database.write(viewerAt('990101001'), (tx) =>
      tx.query(sql`-- Does the policy refuse a place in the next township?
        insert into places (id, name, kind, area_code, position)
        values ('p', 'p', 'school', '990101002001', ST_SetSRID(ST_MakePoint(10, 50), 4490))`),
    );
    await expect(insert).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  test('what is done at the root within a change leaves the scope as it was', async () => {
    const codes = sql`-- Which areas are seen now?
      select code from areas order by code`;
    const street = viewerAt('990101001');
    await db.database.write(street, async (tx) => {
      const own = await tx.query(codes);
      expect(own).toHaveLength(3);
      expect(await tx.atRoot(() => tx.query(codes))).toHaveLength(madeUpAreas.length);
      expect(await tx.query(codes)).toEqual(own);
      await expect(tx.atRoot(() => Promise.reject(new Error('no SQL')))).rejects.toThrow('no SQL');
      expect(await tx.query(codes)).toEqual(own);
    });
  });

  test('a moved neighbour is out of reach of update and delete', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A place in the second township
        insert into places (id, name, kind, area_code, position)
        values ('other', 'other', 'school', '990101002001', ST_SetSRID(ST_MakePoint(10, 50), 4490))`),
    );
    const touched = await db.database.write(viewerAt('990101001'), (tx) =>
      tx.query(sql`-- Can the neighbour rename it?
        update places set name = 'taken' where id = 'other' returning id`),
    );
    expect(touched).toEqual([]);
  });
});

/** The same numbers at every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
