import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { anyPhoto, expect, keepPicture, test } from '../fixtures/test.ts';
import { FieldPage } from '../pages/field.page.ts';
import type { Stack } from '../pages/hall.page.ts';
import type { City } from '../src/client/city.ts';
import { accountOf } from '../src/stack/stack.ts';

/** The middle of the worker's own village, where the phone says that it is. */
async function workersPlace(city: City) {
  const client = await city.as('grid-worker');
  const { viewer } = await client.get<{
    viewer: { area: { center: { longitude: number; latitude: number } } };
  }>('{ viewer { area { center { longitude latitude } } } }');
  return viewer.area.center;
}

async function openPhone(browser: Browser, city: City, stack: Stack): Promise<FieldPage> {
  return FieldPage.open(browser, { stack, at: await workersPlace(city) });
}

/** The next report reaches the server and has its effect; its answer is lost on the way back. */
function loseOneAnswer(page: Page): Promise<void> {
  return page.evaluate(() => {
    const real = window.fetch.bind(window);
    let lost = false;
    window.fetch = async (asked, init) => {
      const answer = await real(asked, init);
      if (lost || !String(init?.body).includes('reportIncident')) return answer;
      lost = true;
      document.documentElement.dataset['lostAnswer'] = 'true';
      throw new TypeError('the line broke');
    };
  });
}

type Found = { id: string; description: string | null; photos: { id: string }[] };

async function reportsThatSay(city: City, description: string): Promise<Found[]> {
  const client = await city.as('grid-worker');
  const { myReports } = await client.get<{ myReports: { nodes: Found[] } }>(
    '{ myReports(first: 200) { nodes { id description photos { id } } } }',
  );
  return myReports.nodes.filter((each) => each.description === description);
}

test('a report made without a line arrives once there is one, and once only though its answer was lost', async ({
  browser,
  city,
  stack,
}) => {
  const field = await openPhone(browser, city, stack);
  const { page } = field;
  await field.signIn(accountOf(stack, 'grid-worker'));
  await field.untilKept();
  await expect(page.locator('[data-class]').first()).toBeVisible();
  const picture = await page.screenshot({ type: 'jpeg' });

  await field.lineIs(false);
  await page.reload();
  await expect(page.locator('[data-line="gone"]')).toBeVisible();
  const description = `无网上报 ${Date.now() % 1_000_000}`;
  await field.takePhoto(picture);
  await field.chooseClass('E0102');
  await expect(page.locator('[data-place="gps"]')).toBeVisible();
  await page.locator('main textarea').fill(description);
  await keepPicture(page, 'field-report.png');
  await field.send();
  await expect(page.locator('[data-said="kept"]')).toBeVisible();
  await field.unsentIs(1);
  // It is still there when the phone starts again.
  await page.reload();
  await field.unsentIs(1);
  await field.unsent.click();
  await expect(page.locator('[data-entry]')).toHaveCount(2);
  await keepPicture(page, 'field-unsent.png');
  await page.keyboard.press('Escape');
  expect(await reportsThatSay(city, description)).toEqual([]);

  await loseOneAnswer(page);
  await field.lineIs(true);
  await expect(page.locator('html[data-lost-answer]')).toBeAttached({ timeout: 60_000 });
  await field.unsentIs(0);
  const [report, ...more] = await reportsThatSay(city, description);
  expect(more).toEqual([]);
  expect(report!.photos).toHaveLength(1);

  await field.goTo('tasks');
  await expect(page.locator(`[data-my-report="${report!.id}"]`)).toBeVisible();
  await keepPicture(page, 'field-tasks.png');
  await page.context().close();
});

test('a report to verify reaches the phone and its verdict the desk; a call for help says who has seen it', async ({
  browser,
  city,
  stack,
}) => {
  const place = await workersPlace(city);
  const officer = await city.as('duty-officer');
  const report = {
    ...{ commandId: randomUUID(), classCode: 'E0102', title: '待核实', position: place },
    photoIds: [await officer.sendPhoto(readFileSync(anyPhoto))],
  };
  const { reportIncident } = await officer.get<{ reportIncident: { id: string } }>(
    'mutation ($report: ReportIncidentInput!) { reportIncident(input: $report) { id } }',
    { report },
  );
  const { id } = reportIncident;
  const acceptor = await city.as('acceptor');
  const input = { commandId: randomUUID(), id, version: 1, move: 'send-to-verify' };
  await acceptor.get(
    'mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { id } }',
    { input },
  );

  const field = await openPhone(browser, city, stack);
  const { page } = field;
  await field.signIn(accountOf(stack, 'grid-worker'));
  await field.goTo('checks');
  await page.locator(`[data-case-row="${id}"]`).click();
  // What was reported, to be compared with what is seen; and where.
  const before = page.locator('dialog [data-photo-side="before"] [data-photo-move="report"] img');
  await expect.poll(() => before.evaluate((img: HTMLImageElement) => img.naturalWidth)).not.toBe(0);
  await expect(page.locator('dialog [data-engine="flat"]')).toBeAttached();
  await page.locator('[data-move="verify"]').click();
  await page.locator('[data-verdict="confirmed"]').click();
  await keepPicture(page, 'field-verify.png');
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator(`[data-case-row="${id}"]`)).toHaveCount(0);
  const { incident } = await acceptor.get<{ incident: { verdict: string } }>(
    'query ($id: ID!) { incident(id: $id) { verdict } }',
    { id },
  );
  expect(incident.verdict).toBe('confirmed');

  await field.goTo('help');
  await page.locator('[data-act="call-help"]').click();
  await keepPicture(page, 'field-help.png');
  await expect(page.locator('[data-help="arrived"], [data-help="seen"]')).toBeVisible();
  const worker = await city.as('grid-worker');
  const { myReports } = await worker.get<{
    myReports: { nodes: { id: string; class: { code: string } }[] };
  }>('{ myReports(first: 5) { nodes { id class { code } } } }');
  const call = myReports.nodes.find((each) => each.class.code === 'E0699');
  await city.acknowledge(call!.id);
  await expect(page.locator('[data-help="seen"]')).toBeVisible({ timeout: 30_000 });
  await page.context().close();
});

test('a worker stands on the map on duty only, by the worker’s own hand', async ({
  browser,
  city,
  stack,
}) => {
  const officer = await city.as('duty-officer');
  const workers = async (): Promise<number> => {
    const { code } = await city.rootArea();
    const { units } = await officer.get<{ units: { id: string; positionAt: string | null }[] }>(
      'query ($code: String!) { units(within: { areaCode: $code }, first: 500) { id positionAt } }',
      { code },
    );
    return units.filter(({ id }) => id.startsWith('worker-')).length;
  };
  const field = await openPhone(browser, city, stack);
  const { page } = field;
  await field.signIn(accountOf(stack, 'grid-worker'));
  expect(await workers()).toBe(0);
  await page.locator('[data-duty="off"]').click();
  await keepPicture(page, 'field-duty.png');
  await page.locator('[data-act="start-duty"]').click();
  await expect(page.locator('[data-duty="on"]')).toBeAttached();
  expect(await workers()).toBe(1);
  await page.locator('[data-act="end-duty"]').click();
  await expect(page.locator('[data-duty="off"]')).toBeAttached();
  expect(await workers()).toBe(0);
  await page.context().close();
});

test('the phone’s pages are open to everyone, and none is wider than the phone', async ({
  browser,
  city,
  stack,
}) => {
  const field = await openPhone(browser, city, stack);
  const { page } = field;
  await field.signIn(accountOf(stack, 'grid-worker'), 'en');
  for (const tab of ['report', 'tasks', 'checks', 'news', 'more', 'help'] as const) {
    await field.goTo(tab);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
    );
    expect(faults, tab).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, tab).toBeLessThanOrEqual(390);
  }
  await field.goTo('more');
  for (const door of ['look-up-law', 'look-up-units']) {
    await page.locator(`[data-act="${door}"]`).click();
    const sheet = page.locator('dialog[open]');
    await expect(sheet.locator('li').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id} at ${String(nodes[0]?.target)}`),
      door,
    ).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, door).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
  }
  await field.goTo('report');
  await page.locator('[data-place] button').click();
  await expect(page.locator('[data-engine="flat"][data-ready]')).toBeVisible({ timeout: 60_000 });
  await keepPicture(page, 'field-place.png');
  await page.locator('[data-act="place-here"]').click();
  await expect(page.locator('[data-place="hand"]')).toBeVisible();
  await page.context().close();
});

test('a round is made without a line; leave is asked for and granted; a phone that lay about asks for the password', async ({
  browser,
  city,
  stack,
}) => {
  const field = await openPhone(browser, city, stack);
  const { page } = field;
  const account = accountOf(stack, 'grid-worker');
  await field.signIn(account);
  await field.untilKept();
  await field.goTo('tasks');
  const lists = page.locator('[data-check-list]');
  await expect(lists.first()).toBeVisible();
  await field.lineIs(false);
  await lists.first().click();
  const round = page.locator('[data-patrol]');
  await round.locator('input').first().fill('集贸市场');
  const items = round.locator('[data-check]');
  for (let item = 1; item < (await items.count()); item += 1) {
    await items.nth(item).locator('button[data-finding="ok"]').click();
  }
  await items.first().locator('button[data-finding="not-ok"]').click();
  await items.first().locator('textarea').fill('通道被占用');
  await keepPicture(page, 'field-round.png');
  await round.locator('button[type=submit]').click();
  await field.unsentIs(1);
  await field.lineIs(true);
  await field.unsentIs(0);
  await expect(page.locator('[data-my-patrol]').first()).toBeAttached();

  await field.goTo('more');
  const asking = page.locator('[data-leave] form');
  await asking.locator('select').selectOption({ index: 1 });
  await asking.locator('textarea').fill('家中有事');
  await asking.locator('button[type=submit]').click();
  const leave = page.locator('[data-leave-row][data-state="asked"]');
  await expect(leave).toBeVisible();
  const id = await leave.getAttribute('data-leave-row');
  await (
    await city.as('duty-officer')
  ).get(
    'mutation ($c: ID!, $id: ID!) { decideLeave(commandId: $c, id: $id, granted: true) { id } }',
    { c: randomUUID(), id },
  );
  await page.reload();
  await field.goTo('more');
  const granted = page.locator(`[data-leave-row="${id}"][data-state="granted"]`);
  await expect(granted).toBeVisible();
  await keepPicture(page, 'field-leave.png');
  await granted.locator('button').click();
  await granted.locator('button').click();
  await expect(granted).toHaveCount(0);

  // As after an hour in a drawer.
  await page.evaluate(() =>
    localStorage.setItem('cloud-eye.field.touched-at', String(Date.now() - 3_600_000)),
  );
  await page.reload();
  await expect(page.locator('[data-locked]')).toBeVisible();
  await page.locator('[data-locked] input').fill('nobody knows');
  await page.locator('[data-locked] button[type=submit]').click();
  await expect(page.locator('[data-locked] [data-said="wrong"]')).toBeVisible();
  await page.locator('[data-locked] input').fill(account.password);
  await page.locator('[data-locked] button[type=submit]').click();
  await expect(field.unsent).toBeVisible();
  await page.context().close();
});

test('units of the worker’s area and the law are looked up without a line, and a report says which unit it is about', async ({
  browser,
  city,
  stack,
}) => {
  const client = await city.as('grid-worker');
  type Unit = { id: string; name: string; initials: string };
  const { keyUnits } = await client.get<{ keyUnits: { nodes: Unit[] } }>(
    '{ keyUnits { nodes { id name initials } } }',
  );
  const unit = keyUnits.nodes[0]!;
  const field = await openPhone(browser, city, stack);
  const { page } = field;
  await field.signIn(accountOf(stack, 'grid-worker'));
  await field.untilKept();
  const sheet = page.locator('dialog[open]');
  await field.goTo('more');
  await page.locator('[data-act="look-up-units"]').click();
  await expect(sheet.locator('[data-key-unit]')).toHaveCount(keyUnits.nodes.length);
  await page.keyboard.press('Escape');

  await field.lineIs(false);
  await page.locator('[data-act="look-up-law"]').click();
  await sheet.locator('input[type=search]').fill('消火栓');
  await expect(sheet.locator('[data-regulation]')).toHaveCount(1);
  await expect(sheet.locator('[data-regulation="xf-28"]')).toContainText('第二十八条');
  await keepPicture(page, 'field-law.png');
  await sheet.locator('header button').click();
  await page.locator('[data-act="look-up-units"]').click();
  await sheet.locator('input[type=search]').fill(unit.initials.split(' ')[0]!);
  await keepPicture(page, 'field-units.png');
  await sheet.locator(`[data-key-unit="${unit.id}"]`).click();
  await expect(sheet.locator('[data-violations]')).toBeVisible();
  await keepPicture(page, 'field-unit.png');
  await sheet.locator('[data-act="about-unit"]').click();

  await expect(page.locator(`[data-about-unit="${unit.id}"]`)).toContainText(unit.name);
  await field.chooseClass('E0102');
  const words = `unit ${randomUUID()}`;
  await page.locator('main textarea').fill(words);
  await field.send();
  await field.unsentIs(1);
  await field.lineIs(true);
  await field.unsentIs(0);
  const { myReports } = await client.get<{
    myReports: { nodes: { description: string | null; keyUnit: { id: string } | null }[] };
  }>('{ myReports(first: 200) { nodes { description keyUnit { id } } } }');
  const made = myReports.nodes.filter(({ description }) => description === words);
  expect(made).toEqual([{ description: words, keyUnit: { id: unit.id } }]);
  await page.context().close();
});
