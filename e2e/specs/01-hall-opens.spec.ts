import type { HallPage } from '../pages/hall.page.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

test('one sign-in, and a living county stands on a dark map; nothing is requested from outside', async ({
  hall,
  page,
  city,
  stack,
}) => {
  const outside: string[] = [];
  const refusals: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(stack.url) || /^(data|blob):/.test(url)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refusals.push(message.text());
  });
  const tiles = page.waitForResponse(
    (answer) => /\/tiles\/.*\.mvt/.test(answer.url()) && answer.ok(),
  );
  await hall.open('duty-officer');
  await tiles;
  const area = await city.rootArea();
  await expect(hall.areaName).toContainText(area.name);
  const counts = await (
    await city.as('duty-officer')
  ).get<{ area: { counts: { openIncidents: number } } }>('{ area { counts { openIncidents } } }');
  expect(counts.area.counts.openIncidents).toBeGreaterThan(10);
  expect(await hall.figureValue('open')).toBe(counts.area.counts.openIncidents);
  await keepPicture(page, 'hall.png');
  expect(outside).toEqual([]);
  expect(refusals).toEqual([]);
});

test('a number opens its rows, and a chosen area re-scopes everything until the chip undoes it', async ({
  hall,
  page,
  city,
}) => {
  await hall.open('duty-officer', { layers: 'areas' });
  const client = await city.as('duty-officer');
  const { area } = await client.get<{
    area: { name: string; children: { code: string; name: string }[] };
  }>('{ area { name children { code name } } }');
  const whole = await hall.figureValue('open');
  await rowsMatch(hall, 'overdue');
  await rowsMatch(hall, 'dispatch');

  const town = area.children[0]!;
  await hall.chooseArea(town.name);
  const { area: counted } = await client.get<{ area: { counts: { openIncidents: number } } }>(
    'query ($code: String!) { area(code: $code) { counts { openIncidents } } }',
    { code: town.code },
  );
  await expect.poll(() => hall.figureValue('open')).toBe(counted.counts.openIncidents);
  expect(counted.counts.openIncidents).toBeLessThan(whole);
  const rows = await rowsMatch(hall, 'open');
  const { incidents } = await client.get<{ incidents: { nodes: { id: string }[] } }>(
    'query ($code: String!) { incidents(within: { areaCode: $code }, openOnly: true, first: 200) { nodes { id } } }',
    { code: town.code },
  );
  expect(rows.toSorted()).toEqual(incidents.nodes.map(({ id }) => id).toSorted());

  await page.locator('header').getByRole('button', { name: area.name }).click();
  await expect(hall.areaName).toContainText(area.name);
  await expect.poll(() => hall.figureValue('open')).toBe(whole);
});

/** Opens the rows of a number and compares: the number is said and shown by two different questions. */
async function rowsMatch(hall: HallPage, figure: string): Promise<string[]> {
  const said = await hall.figureValue(figure);
  expect(said, figure).toBeGreaterThan(0);
  await hall.figure(figure).click();
  const rows = await hall.listedIncidents();
  expect(new Set(rows).size, figure).toBe(said);
  await hall.page.keyboard.press('Escape');
  await expect(hall.page.locator('[data-list]')).toBeHidden();
  return rows;
}

test('the hall speaks English too', async ({ hall, page }) => {
  await hall.open('duty-officer', { layers: 'areas', language: 'en' });
  await expect(page.getByText('Open incidents').first()).toBeVisible();
  await keepPicture(page, 'hall-en.png');
});
