import { madeUpAreas, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import type { Role } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';
import { GraphUnderTest } from './testing/graph-under-test.ts';
import type { Loose } from './testing/graph-under-test.ts';
import { insertMadeUpCity, roadId } from './testing/made-up-city.ts';

const county = `{ areaCode: "${madeUpCounty}" }`;
const circle = '{ circle: { center: { longitude: 10, latitude: 50 }, radiusMeters: 6000 } }';
const road = `{ roadBuffer: { roadId: "${roadId}", meters: 500 } }`;

type Row = { key: string; areaCode: string };
type List = { title: string; role: Role; document: string; rows: (data: Loose) => Row[] };

const nodes = (field: string, key: string) => (data: Loose) =>
  data[field].nodes.map((node: Loose) => ({ key: node[key], areaCode: node.area.code }));

const lists: List[] = [county, circle, road].flatMap((within): List[] => [
  {
    title: `components in ${within}`,
    role: 'duty-officer',
    document: `{ cityComponents(within: ${within}) { nodes { code area { code } } } }`,
    rows: nodes('cityComponents', 'code'),
  },
  {
    title: `incidents in ${within}`,
    role: 'duty-officer',
    document: `{ incidents(within: ${within}) { nodes { id area { code } } } }`,
    rows: nodes('incidents', 'id'),
  },
  {
    title: `cameras in ${within}`,
    role: 'duty-officer',
    document: `{ cameras(within: ${within}) { nodes { id area { code } } } }`,
    rows: nodes('cameras', 'id'),
  },
  {
    title: `places in ${within}`,
    role: 'duty-officer',
    document: `{ places(within: ${within}) { nodes { id area { code } } } }`,
    rows: nodes('places', 'id'),
  },
  {
    title: `units in ${within}`,
    role: 'duty-officer',
    document: `{ units(within: ${within}) { id area { code } } }`,
    rows: (data) => data.units.map((unit: Loose) => ({ key: unit.id, areaCode: unit.area.code })),
  },
]);
lists.push(
  {
    title: 'accounts',
    role: 'administrator',
    document: '{ accounts { nodes { id area { code } } } }',
    rows: nodes('accounts', 'id'),
  },
  {
    title: 'the journal',
    role: 'duty-officer',
    document: '{ journal { seq areaCode } }',
    rows: (data) =>
      data.journal.map((entry: Loose) => ({ key: entry.seq, areaCode: entry.areaCode })),
  },
);

describeOnBothEngines(
  'what a scope answers is what the root answers, less what lies outside:',
  (db) => {
    let graph: GraphUnderTest;
    beforeAll(async () => {
      await insertMadeUpCity(db.database);
      graph = new GraphUnderTest(db);
    });

    it.each(lists)('$title', async ({ role, document, rows }) => {
      const ask = async (areaCode: string) => {
        const { data, errors } = await graph.ask(viewerAt(areaCode, role), document);
        expect(errors).toEqual([]);
        return rows(data);
      };
      const all = await ask(madeUpCounty);
      expect(all.length).toBeGreaterThan(0);
      for (const { code } of madeUpAreas) {
        expect(await ask(code), `from ${code}`).toEqual(
          all.filter(({ areaCode }) => areaCode.startsWith(code)),
        );
      }
    });

    it('counts add up over the areas of a level', async () => {
      const document = `{ area { counts { cityComponents openIncidents cameras gridCells units } } }`;
      const ask = async (areaCode: string) =>
        (await graph.ask(viewerAt(areaCode), document)).data.area.counts as Record<string, number>;
      const whole = await ask(madeUpCounty);
      for (const level of ['township', 'village']) {
        const parts = await Promise.all(
          madeUpAreas.filter((area) => area.level === level).map(({ code }) => ask(code)),
        );
        for (const [name, count] of Object.entries(whole)) {
          expect(
            parts.reduce((sum, part) => sum + part[name]!, 0),
            `${name} by ${level}`,
          ).toBe(count);
        }
      }
    });
  },
);
