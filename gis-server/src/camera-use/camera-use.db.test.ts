import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const here = idsIn(targetVillage);
const there = idsIn('990101002001');
const begun = new Date('2026-05-02T02:00:00.000Z');
const stretch = 'from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z"';
const groupFields = 'key name cameras unwatched looks minutes purposes { purpose looks minutes }';

describeOnBothEngines('the use of cameras', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  let auditor: Viewer;
  let town: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const at = (...of: Parameters<typeof viewerAt>) => seeAccountOf(db.database, viewerAt(...of));
    leader = await at(madeUpCounty, 'leader');
    auditor = await at(madeUpCounty, 'auditor');
    town = await at('990101002', 'town-monitor');
    await look('a', here.camera(1), targetVillage, { purpose: 'city-management', minutes: 3 });
    await look('b', here.camera(1), targetVillage, { purpose: 'city-management', minutes: 4.5 });
    await look('c', here.camera(1), targetVillage, { purpose: 'traffic', minutes: 1 });
    await look('d', there.camera(2), '990101002001', { purpose: 'traffic', minutes: 2 });
    // Asked for before the stretch, and one that never opened.
    await look('e', here.camera(2), targetVillage, { purpose: 'traffic', daysBefore: 30 });
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- One of the cameras is a platform's
        with platform as (insert into video_platforms (id, name, owner, datum, state_since)
          values ('p', 'the police', 'public-security', 'cgcs2000', ${begun}))
        update cameras set platform_id = 'p', platform_camera_id = '7' where id = ${there.camera(2)}`),
    );
  });

  type Look = { purpose: string; minutes?: number; daysBefore?: number };
  const look = (id: string, cameraId: string, areaCode: string, of: Look) => {
    const at = new Date(begun.getTime() - (of.daysBefore ?? 0) * 86_400_000);
    const closed = new Date(at.getTime() + (of.minutes ?? 1) * 60_000);
    return db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A look that is over
        insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, profile,
          requested_at, opened_at, closed_at)
        values (${id}, ${cameraId}, ${areaCode}, ${here.user}, 's', ${here.user}, ${of.purpose}, 'main',
          ${at}, ${at}, ${closed})`),
    );
  };
  const ask = async (who: Viewer, question: string): Promise<Loose> => {
    const { data, errors } = await graph.ask(who, `{ answer: ${question} }`);
    expect(errors).toEqual([]);
    return data.answer;
  };
  const useBy = (who: Viewer, by: string, areaCode = madeUpCounty) =>
    ask(
      who,
      `cameraUse(areaCode: "${areaCode}", ${stretch}, by: "${by}") {
        whole { ${groupFields} } groups { ${groupFields} } }`,
    );

  it('is told in looks and minutes by purpose, and in cameras that nobody looked through', async () => {
    const { whole, groups } = await useBy(leader, 'area');
    expect(whole).toMatchObject({ cameras: 8, unwatched: 6, looks: 4, minutes: 10.5 });
    expect(whole.purposes).toEqual([
      { purpose: 'city-management', looks: 2, minutes: 7.5 },
      { purpose: 'traffic', looks: 2, minutes: 3 },
    ]);
    const town = groups.find(({ key }: Loose) => key === '990101001');
    expect(town).toMatchObject({ looks: 3, minutes: 8.5, unwatched: town.cameras - 1 });
    const platforms = (await useBy(leader, 'platform')).groups;
    expect(platforms.map(({ key, name, cameras }: Loose) => [key, name, cameras])).toEqual([
      ['p', 'the police', 1],
      [null, null, 7],
    ]);
  });

  it('is of the own area alone, whatever area is asked for', async () => {
    expect((await useBy(town, 'area', '990101002')).whole).toMatchObject({ looks: 1, minutes: 2 });
    const question = `unwatchedCameras(areaCode: "${madeUpCounty}", ${stretch}) { nodes { id } }`;
    const { data } = await graph.ask(town, `{ ${question} }`);
    const ids = (data?.unwatchedCameras?.nodes ?? []).map(({ id }: Loose) => id);
    expect(ids).not.toContain(here.camera(2));
  });

  it('opens the cameras of a number, as many as it says', async () => {
    for (const by of ['area', 'platform']) {
      for (const { key, unwatched } of (await useBy(leader, by)).groups) {
        const group = key === null ? '' : `, group: "${key}"`;
        const { total, nodes } = await ask(
          leader,
          `unwatchedCameras(areaCode: "${madeUpCounty}", ${stretch}, by: "${by}"${group}) { total nodes { id } }`,
        );
        expect([total, nodes.length], `${by} ${key}`).toEqual([unwatched, unwatched]);
      }
    }
  });

  it('opens its looks to who reads the register, and to nobody else', async () => {
    for (const by of ['area', 'platform']) {
      for (const { key, purposes } of (await useBy(auditor, by)).groups) {
        for (const { purpose, looks } of purposes) {
          const group = key === null ? '' : `, group: "${key}"`;
          const { total, nodes } = await ask(
            auditor,
            `cameraUseLooks(areaCode: "${madeUpCounty}", ${stretch}, purpose: "${purpose}", by: "${by}"${group}) {
              total nodes { id purpose } }`,
          );
          expect([total, nodes.length], `${by} ${key} ${purpose}`).toEqual([looks, looks]);
          expect(nodes.every((each: Loose) => each.purpose === purpose)).toBe(true);
        }
      }
    }
    const refused = await graph.ask(
      leader,
      `{ cameraUseLooks(areaCode: "${madeUpCounty}", ${stretch}) { total } }`,
    );
    expect(refused.code).toBe('FORBIDDEN');
  });

  it('counts a look that lasts until now', async () => {
    const before = (await useBy(leader, 'area')).whole;
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Somebody goes on looking
        update camera_views set closed_at = null, requested_at = ${db.clock.now()},
          opened_at = ${db.clock.now()} where id = 'c'`),
    );
    db.clock.advanceSeconds(600);
    const after = (await useBy(leader, 'area')).whole;
    expect(after.looks).toBe(before.looks);
    expect(after.minutes).toBeCloseTo(before.minutes - 1 + 10, 1);
  });
});
