import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pointAt } from 'grid-data';
import type { City } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import { accountOf } from '../src/stack/stack.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

const patience = { timeout: 60_000 };
// A machine that does much else takes minutes to draw a hall.
test.setTimeout(300_000);
const editor = 'shift-leader';
const incidentRule = {
  when: { kind: 'incident', happening: 'reported', classCodes: [], grades: [], sources: [] },
  ...{ where: [], during: [], quiet: null, mergeSeconds: 60, mostPerMinute: 30 },
};
type Saved = { id: string; version: number };

async function save(city: City, input: object): Promise<Saved> {
  const client = await city.as(editor);
  const { saveLinkageRule } = await client.get<{ saveLinkageRule: Saved }>(
    'mutation ($input: LinkageRuleInput!) { saveLinkageRule(input: $input) { id version } }',
    { input: { commandId: crypto.randomUUID(), enabled: true, ...input } },
  );
  return saveLinkageRule;
}

/** What a spec has written must not act in the next one. */
async function removeAll(city: City, prefix: string): Promise<void> {
  const client = await city.as(editor);
  const { linkageRules } = await client.get<{ linkageRules: (Saved & { name: string })[] }>(
    '{ linkageRules { id name version } }',
  );
  for (const { id, version } of linkageRules.filter(({ name }) => name.startsWith(prefix))) {
    await client.get(
      'mutation ($c: ID!, $id: ID!, $v: Int!) { removeLinkageRule(commandId: $c, id: $id, version: $v) }',
      { c: crypto.randomUUID(), id, v: version },
    );
  }
}

async function signInForDuty(city: City): Promise<void> {
  const leader = await city.as(editor);
  await leader.get(
    'mutation ($c: ID!) { signInForDuty(commandId: $c, post: SHIFT_LEADER) { id } }',
    { c: crypto.randomUUID() },
  );
}

/** A place before a camera, and a class that its owner filed it for. */
async function seenPlace(city: City) {
  const [cameras, classes] = await Promise.all([city.cameras(), city.incidentClasses()]);
  for (const { bearingDeg, rangeMeters, position, purposes, state } of cameras) {
    if (state !== 'online' || bearingDeg === null || rangeMeters === null) continue;
    const fitting = classes.find(
      (one) => one.kind === 'event' && one.purposes.some((purpose) => purposes.includes(purpose)),
    );
    if (fitting === undefined) continue;
    const place = pointAt(
      [position.longitude, position.latitude],
      bearingDeg,
      Math.min(40, rangeMeters / 3),
    );
    return { incidentClass: fitting, longitude: place[0], latitude: place[1] };
  }
  throw new Error('no camera of the demo sees anything');
}

// Before, for what a broken-off run has left; after, for what must not act in the next spec.
test.beforeEach(({ city }) => removeAll(city, '试'));
test.afterEach(({ city }) => removeAll(city, '试'));

const chip = (page: Page, path: string) => page.locator(`[data-blank="${path}"] > button`);
const choose = (page: Page, words: string) =>
  page.getByRole('dialog').getByText(words, { exact: true }).click();

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .include('section:has(> header [data-tab])')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}

test('a rule written as a sentence is tried on a day, fires, and stands with its cause', async ({
  hall,
  city,
  page,
}) => {
  await signInForDuty(city);
  const { incidentClass, longitude, latitude } = await seenPlace(city);
  const where = { classCode: incidentClass.code, longitude, latitude };
  await hall.signInAt('/linkage?lang=zh-CN&face=desk&layers=areas', accountOf(hall.stack, editor));
  await page.locator('[data-act="new-rule"]').click();
  await page.locator('input[name="rule-name"]').fill('试写的规则');
  await chip(page, 'condition').click();
  await choose(page, '类别');
  await chip(page, 'when.classCodes').click();
  await choose(page, incidentClass.nameZh);
  for (const action of ['打开摄像机', '通知']) {
    await chip(page, 'effect').click();
    await choose(page, action);
  }
  await keepPicture(page, 'linkage-rule.png');
  await page.locator('[data-act="save-rule"]').click();
  const row = page.locator('[data-rule]', { hasText: '试写的规则' });
  await expect(row).toBeVisible(patience);
  const ruleId = (await row.getAttribute('data-rule')) ?? '';

  const incident = await city.report('acceptor', { ...where, title: '测试:规则' });
  await page.locator('[data-tab="firings"]').click();
  const firing = page.locator('[data-firing]', { hasText: '试写的规则' }).first();
  await expect(firing).toContainText('测试:规则', patience);
  await expect(firing.locator('[data-outcome="open-cameras"]')).toHaveAttribute(
    'data-state',
    'done',
  );
  await expect(firing.locator('[data-camera-of-firing]').first()).toBeVisible();
  expect(Number(await firing.locator('[data-cause]').getAttribute('data-cause'))).toBeGreaterThan(
    0,
  );
  await keepPicture(page, 'linkage-firings.png');
  await page.locator('[data-tab="rules"]').click();
  await row.getByRole('button').first().click();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await page.locator('input[name="dry-run-day"]').fill(today);
  await page.locator('[data-act="dry-run"]').click();
  const tried = page.locator('[data-dry-firing]', { hasText: '测试:规则' }).first();
  await expect(tried).toBeVisible(patience);
  await expect(tried.locator('[data-camera-of-firing]').first()).toBeVisible();
  await keepPicture(page, 'linkage-dry-run.png');
  expect(await faultsOf(page), 'a rule and its dry run').toEqual([]);

  await page.locator('[data-tab="firings"]').click();
  await firing.locator('[data-act="open-incident"]').click();
  await expect(page).toHaveURL(/\/\?/);
  await expect(page.getByRole('heading', { name: '问题', exact: true })).toBeVisible();
  const news = page.locator(`[data-rule-news="${ruleId}"]`);
  await expect(news).toContainText('试写的规则', patience);
  await expect(page.locator('[data-notice]').first()).toContainText('试写的规则');
  await keepPicture(page, 'linkage-hall.png');
  await city.acknowledge(incident);
});

test('the register names the rule that opened a picture', async ({ hall, city, page }) => {
  await signInForDuty(city);
  await save(city, {
    name: '试登记',
    rule: { ...incidentRule, effects: [{ kind: 'open-cameras', first: 2, cameraIds: [] }] },
  });
  const { incidentClass, longitude, latitude } = await seenPlace(city);
  await hall.open('duty-officer', { at: [longitude, latitude], layers: 'areas' });
  await expect(hall.connection('live')).toBeVisible(patience);
  const incident = await city.report('acceptor', {
    ...{ classCode: incidentClass.code, title: '测试:登记', longitude, latitude },
  });
  const opened = page.locator('section[data-camera]');
  await expect(opened.first()).toBeVisible(patience);
  await hall.untilMoving(opened.first());
  const camera = (await opened.first().getAttribute('data-camera')) ?? '';
  const [look] = await city.views(camera);
  expect(look?.openedByRule).toBe(true);
  expect(['', '试登记']).toContain(look?.linkageFiring?.ruleName);
  await city.acknowledge(incident);
});

test('a storm is one line that counts, and its rows open from it', async ({ hall, city, page }) => {
  const { incidentClass, longitude, latitude } = await seenPlace(city);
  const classCodes = [incidentClass.code];
  const { id } = await save(city, {
    name: '试暴雨',
    rule: {
      ...incidentRule,
      when: { ...incidentRule.when, classCodes },
      effects: [{ kind: 'focus' }],
    },
  });
  await hall.open(editor, { at: [longitude, latitude], layers: 'areas' });
  await expect(hall.connection('live')).toBeVisible(patience);
  const storm = 30;
  const reported: string[] = [];
  for (let n = 0; n < storm; n += 1) {
    reported.push(
      await city.report('acceptor', {
        ...{ classCode: incidentClass.code, title: `测试:暴雨 ${n}`, longitude, latitude },
      }),
    );
  }
  const line = page.locator(`[data-rule-news="${id}"]`);
  await expect(line).toHaveCount(1, patience);
  await expect(line.locator('[data-count]')).toHaveAttribute('data-count', `${storm}`, patience);
  await line.getByRole('button').click();
  const merged = page.locator('[data-firing] [data-merged]').first();
  await merged.locator('[data-act="open-merged"]').click();
  const counted = Number(await merged.getAttribute('data-merged'));
  await expect(merged.locator('[data-trigger]')).toHaveCount(counted);
  await Promise.all(reported.map((incident) => city.acknowledge(incident)));
});

test('a rule that sets itself off is stopped and says so; two who write at once lose nothing', async ({
  hall,
  city,
  page,
}) => {
  await signInForDuty(city);
  const { incidentClass, longitude, latitude } = await seenPlace(city);
  const when = { ...incidentRule.when, classCodes: [incidentClass.code] };
  const raise = { kind: 'raise-incident', classCode: incidentClass.code, grade: 4 };
  const circle = { ...incidentRule, when, mergeSeconds: 0, effects: [raise] };
  const { id, version } = await save(city, { name: '试绕圈', rule: circle });
  await hall.signInAt('/linkage?lang=en&face=wall&layers=areas', accountOf(hall.stack, editor));
  const row = page.locator(`[data-rule="${id}"]`);
  await expect(row).toBeVisible(patience);
  await city.report('acceptor', {
    ...{ classCode: incidentClass.code, title: '测试:绕圈', longitude, latitude },
  });
  await expect(row.locator('[data-stopped="sets-itself-off"]')).toBeVisible(patience);

  await row.getByRole('button').first().click();
  await page.locator('[data-act="remove-effect"]').click();
  await chip(page, 'effect').click();
  await choose(page, 'move the map there');
  await save(city, { id, version, name: '试绕圈', rule: { ...circle, mergeSeconds: 30 } });
  await page.locator('[data-act="save-rule"]').click();
  await expect(page.locator('[data-side="theirs"]')).toContainText('report an incident', patience);
  await expect(page.locator('[data-side="mine"]')).toContainText('move the map there');
  await keepPicture(page, 'linkage-conflict.png');
  expect(await faultsOf(page), 'a conflict').toEqual([]);
  await page.locator('[data-act="keep-mine"]').click();
  await expect(page.locator('[data-side]')).toHaveCount(0, patience);
  await expect(row.locator('[data-stopped]')).toHaveCount(0);
});
