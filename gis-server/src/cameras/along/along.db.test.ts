import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, roadId, targetVillage } from '#graphql/testing/made-up-city.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { SightKeeper } from '#sight-lines/sight-keeper.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);

describeOnBothEngines('cameras along a road', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let keeper: SightKeeper;
  let reader: JournalReader;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    reader = new JournalReader(db.database, { pollMs: 200 });
    await reader.start();
    keeper = new SightKeeper(db);
    keeper.start();
    await keeper.idle();
  });
  afterAll(async () => {
    await keeper.stop();
    await reader.stop();
  });

  const along = async (route: string, viewer = officer): Promise<Loose> => {
    const { data, errors } = await graph.ask(
      viewer,
      `{ camerasAlong(route: ${route}, incidentId: "${ids.incident(1)}") { lengthMeters seenMeters leftOut
         seen { fromMeters toMeters } cameras { camera { id } alongMeters side look relation reason permitted refusal
         stretches { fromMeters toMeters } } } }`,
    );
    expect(errors).toEqual([]);
    return data.camerasAlong;
  };
  const corner = (view: Loose): Loose =>
    view.cameras.find(({ camera }: Loose) => camera.id === ids.camera(1));

  it('are found by what they see, though they stand beyond the width asked for', async () => {
    const view = await along(`{ roadId: "${roadId}" }`);
    // A fifth of a degree at 50° north.
    expect(view.lengthMeters).toBeCloseTo(14_295, -2);
    expect(corner(view)).toMatchObject({
      side: 'right',
      look: 'across',
      relation: 'sees',
      permitted: true,
    });
    // Sixty degrees from 55.6 m away.
    const [stretch] = corner(view).stretches;
    expect(stretch.toMeters - stretch.fromMeters).toBeGreaterThan(50);
    expect(stretch.toMeters - stretch.fromMeters).toBeLessThan(80);
    expect(view.seenMeters).toBeGreaterThan(50);
  });

  it('come from the other end, and stand on the other side, where the road is followed back', async () => {
    const there = corner(await along(`{ roadId: "${roadId}" }`));
    const back = corner(await along(`{ roadId: "${roadId}", reversed: true }`));
    expect(back.side).toBe('left');
    expect(there.alongMeters + back.alongMeters).toBeCloseTo(14_295, -2);
  });

  it('of a drawn line come as those of a road', async () => {
    const view = await along(
      '{ line: { type: "LineString", coordinates: [[9.93, 50], [9.933, 50]] } }',
    );
    expect(corner(view).relation).toBe('sees');
    expect(view.lengthMeters).toBeCloseTo(214, 0);
  });

  it('a road that is not there and a line of no length are refused by name', async () => {
    const refusals = [
      '{ roadId: "4711" }',
      '{ line: { type: "LineString", coordinates: [[9.93, 50], [9.93, 50]] } }',
    ];
    const answers = await Promise.all(
      refusals.map((route) =>
        graph.ask(officer, `{ camerasAlong(route: ${route}) { lengthMeters } }`),
      ),
    );
    expect(answers.map(({ errors }) => errors[0]?.extensions?.['reason'])).toEqual([
      'unknown-road',
      'line-too-short',
    ]);
  });
});
