import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);

describeOnBothEngines('coverage of roads and key places', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    graph.sights.start();
    await graph.sights.idle();
  });
  afterAll(() => graph.sights.stop());

  const coverage = async (areaCode = targetVillage): Promise<Loose> => {
    const { data, errors } = await graph.ask(
      officer,
      `{ coverage(areaCode: "${areaCode}") { roads { meters seenMeters onlineMeters } places { count seen online }
         areas { area { code } roads { meters seenMeters } } byHour unseen dark unseenPlaces { id }
         unseenRoads { roadId name meters unseenMeters } camerasUnknown } }`,
    );
    expect(errors).toEqual([]);
    return data.coverage;
  };
  const setState = (state: string) =>
    db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Online or not
        update cameras set state = ${state} where area_code = ${targetVillage}`),
    );

  it('counts what honest sights hold: forty degrees from 1,100 m away and sixty from 55 m', async () => {
    const { roads, areas, unseenRoads } = await coverage();
    // The village is four hundredths of a degree wide.
    expect(roads.meters).toBeGreaterThan(2_780);
    expect(roads.meters).toBeLessThan(2_920);
    expect(roads.seenMeters).toBeGreaterThan(830);
    expect(roads.seenMeters).toBeLessThan(960);
    expect(roads.onlineMeters).toBe(roads.seenMeters);
    expect(areas).toHaveLength(1);
    expect(unseenRoads[0].unseenMeters).toBeCloseTo(roads.meters - roads.seenMeters, 3);
  });

  it('what an offline camera saw is dark, not unseen', async () => {
    const before = await coverage();
    await setState('offline');
    const after = await coverage();
    await setState('online');
    expect(before.dark.coordinates).toEqual([]);
    expect(after.dark.coordinates.length).toBeGreaterThan(0);
    expect(after.unseen).toEqual(before.unseen);
    expect(after.roads).toMatchObject({ seenMeters: before.roads.seenMeters, onlineMeters: 0 });
  });

  it('by the hour says what the rounds found, and nothing of hours without a round', async () => {
    const now = db.clock.now();
    const begun = new Date(now.getTime() - 2 * 3_600_000);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Online for the last two hours
        insert into camera_condition_spans (camera_id, area_code, state, from_at)
        values (${ids.camera(1)}, ${targetVillage}, 'online', ${begun}), (${ids.camera(2)}, ${targetVillage}, 'online', ${begun})`),
    );
    const { byHour, roads } = await coverage();
    const known = byHour.filter((share: number | null) => share !== null);
    expect(known.length).toBeGreaterThanOrEqual(2);
    expect(known.length).toBeLessThanOrEqual(3);
    for (const share of known) expect(share).toBeCloseTo(roads.seenMeters / roads.meters, 6);
  });

  it('of a county shows the parts, which add up to the whole', async () => {
    const { roads, areas } = await coverage(madeUpCounty);
    const sum = areas.reduce((meters: number, part: Loose) => meters + part.roads.meters, 0);
    expect(areas.length).toBeGreaterThan(1);
    expect(sum).toBeCloseTo(roads.meters, 3);
  });

  it('suggests places whose gains shrink and whose shares grow by them', async () => {
    const { data, errors } = await graph.ask(
      officer,
      `{ siteSuggestions(areaCode: "${targetVillage}", count: 3, rangeMeters: 100) { gainMeters seenShare roadName } }`,
    );
    expect(errors).toEqual([]);
    const { roads } = await coverage();
    const [first, second, third] = data.siteSuggestions;
    // All around from the kerb: two hundred metres of an open road.
    expect(first.gainMeters).toBeGreaterThan(150);
    expect(first.gainMeters).toBeLessThan(230);
    expect(first.seenShare).toBeCloseTo((roads.seenMeters + first.gainMeters) / roads.meters, 6);
    expect(second.gainMeters).toBeLessThanOrEqual(first.gainMeters);
    expect(third.seenShare).toBeGreaterThan(second.seenShare);
    expect(first.roadName).toBe('Long Road');
  });

  it('an area outside the scope and numbers out of bounds are refused by name', async () => {
    const unknown = await graph.ask(officer, '{ coverage(areaCode: "431382") { asOf } }');
    expect(unknown.errors[0]?.extensions?.['reason']).toBe('unknown-area');
    const high = await graph.ask(
      officer,
      `{ siteSuggestions(areaCode: "${targetVillage}", heightMeters: 100) { gainMeters } }`,
    );
    expect(high.errors[0]?.extensions?.['reason']).toBe('out-of-range');
  });
});
