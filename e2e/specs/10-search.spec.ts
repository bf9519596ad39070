import { randomUUID } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { City } from '../src/client/city.ts';
import { expect, test } from '../fixtures/test.ts';

const initialsOf = (name: string) =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(
    '',
  );

test('a place is found by its pinyin initials, with the keyboard alone, and the map goes there', async ({
  hall,
  city,
  page,
}) => {
  const client = await city.as('duty-officer');
  const { area } = await client.get<{ area: { children: { code: string; name: string }[] } }>(
    '{ area { children { code name } } }',
  );
  const town = area.children[0];
  await hall.open('duty-officer', { layers: 'areas' });
  await page.getByRole('application').press('Control+k');
  await page.keyboard.type(initialsOf(town?.name ?? ''), { delay: 30 });
  const found = page.locator(`[role="option"][data-value="area/${town?.code}"]`);
  await expect(found).toContainText(town?.name ?? '');
  // Another place may begin alike and stand above it.
  await expect(async () => {
    const isMarked = (await found.getAttribute('aria-selected')) === 'true';
    if (!isMarked) await page.keyboard.press('ArrowDown');
    await expect(found).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('area')).toBe(town?.code);
});

test('a page is found by the pinyin of its name, and opened with the keyboard alone', async ({
  hall,
  page,
}) => {
  await hall.open('shift-leader', { layers: 'areas' });
  await page.getByRole('application').press('Control+k');
  await page.keyboard.type('gongzuotai', { delay: 30 });
  const desk = page.locator('[role="option"][data-value="command/desk"]');
  await expect(desk).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toBe('/desk');
});

type Things = {
  places: { nodes: { id: string; name: string }[] };
  cityComponents: { nodes: { code: string; address: string }[] };
  gridCellsAt: { code: string; name: string; gridSystem: string }[];
  roadsNear: { id: string; name: string }[];
};

/** What is asked for, and the text that should find it. */
const asked: [
  why: string,
  of: (things: Things) => { text: string; finds: { kind: string; id?: string; title?: string } },
][] = [
  [
    'a school by its pinyin initials',
    ({
      places: {
        nodes: [school],
      },
    }) => ({
      text: initialsOf(school!.name),
      finds: { kind: 'place', id: school!.id },
    }),
  ],
  [
    'a school by its full pinyin',
    ({
      places: {
        nodes: [school],
      },
    }) => ({
      text: pinyin(school!.name, { toneType: 'none', type: 'array', v: true }).join(''),
      finds: { kind: 'place', id: school!.id },
    }),
  ],
  [
    'a school by its name',
    ({
      places: {
        nodes: [school],
      },
    }) => ({
      text: school!.name,
      finds: { kind: 'place', id: school!.id },
    }),
  ],
  [
    'a component by its code',
    ({
      cityComponents: {
        nodes: [component],
      },
    }) => ({
      text: component!.code,
      finds: { kind: 'city-component', id: component!.code },
    }),
  ],
  [
    'a component by its address',
    ({
      cityComponents: {
        nodes: [component],
      },
    }) => ({
      text: component!.address,
      finds: { kind: 'city-component' },
    }),
  ],
  [
    'a grid cell by its name',
    ({ gridCellsAt: [cell] }) => ({
      text: cell!.name,
      finds: { kind: 'grid-cell', id: `${cell!.gridSystem}:${cell!.code}` },
    }),
  ],
  [
    'a road by its pinyin initials',
    ({ roadsNear: [road] }) => ({
      text: initialsOf(road!.name),
      finds: { kind: 'road', title: road!.name },
    }),
  ],
];

for (const [why, of] of asked) {
  test(`is found: ${why}`, async ({ city }) => {
    const { text, finds } = of(await someThings(city));
    const hits = await search(city, text);
    expect(hits, text).toContainEqual(expect.objectContaining(finds));
  });
}

test('an incident is found as soon as it is reported, and by its number once it is a case', async ({
  city,
}) => {
  const { center } = await rootArea(city);
  const [kind] = await city.incidentClasses();
  const title = `${kind?.nameZh}${randomUUID().slice(0, 8)}`;
  const place = { ...center, title, classCode: kind?.code ?? '' };
  const id = await city.report('duty-officer', place);
  const hit = expect.objectContaining({ kind: 'incident', id });
  expect(await search(city, title)).toContainEqual(hit);
  expect(await search(city, initialsOf(title))).toContainEqual(hit);
  let caseNo = '';
  for (const [version, role, move] of [
    [1, 'acceptor', 'accept'],
    [2, 'shift-leader', 'register'],
  ] as const) {
    const client = await city.as(role);
    const { moveIncident } = await client.get<{ moveIncident: { caseNo: string | null } }>(
      `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { caseNo } }`,
      { input: { commandId: randomUUID(), id, version, move } },
    );
    caseNo = moveIncident.caseNo ?? '';
  }
  expect(await search(city, caseNo.slice(6))).toContainEqual(hit);
});

async function search(city: City, text: string) {
  const client = await city.as('duty-officer');
  const answer = await client.get<{ search: { kind: string; id: string; title: string }[] }>(
    'query ($text: String!) { search(text: $text) { kind id title } }',
    { text },
  );
  return answer.search;
}

async function rootArea(city: City) {
  const client = await city.as('duty-officer');
  const { area } = await client.get<{
    area: { code: string; center: { longitude: number; latitude: number } };
  }>('{ area { code center { longitude latitude } } }');
  return area;
}

/** Things of the demo that anybody may look for, the cell and the roads where its first component stands. */
async function someThings(city: City): Promise<Things> {
  const client = await city.as('duty-officer');
  const { code } = await rootArea(city);
  const things = await client.get<
    Pick<Things, 'places'> & {
      cityComponents: {
        nodes: {
          code: string;
          address: string;
          position: { longitude: number; latitude: number };
        }[];
      };
    }
  >(
    `query ($code: String!) {
      places(within: { areaCode: $code }, kinds: ["school"], first: 1) { nodes { id name } }
      cityComponents(within: { areaCode: $code }, first: 1) {
        nodes { code address position { longitude latitude } } } }`,
    { code },
  );
  const around = await client.get<Pick<Things, 'gridCellsAt' | 'roadsNear'>>(
    `query ($at: PositionInput!) {
      gridCellsAt(position: $at) { code name gridSystem }
      roadsNear(position: $at, withinMeters: 500) { id name } }`,
    { at: things.cityComponents.nodes[0]?.position },
  );
  return { ...things, ...around };
}
