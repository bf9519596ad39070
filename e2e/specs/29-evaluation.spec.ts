import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import { accountOf } from '../src/stack/stack.ts';

test('each figure has its formula and opens as many cases, a month is kept and taken out as a file', async ({
  hall,
  page,
}) => {
  await hall.signInAt(
    '/evaluation?lang=zh-CN&face=wall&layers=areas',
    accountOf(hall.stack, 'leader'),
  );
  const row = page.locator('[data-figures] [data-figure="in-time-dispose-rate"]');
  await expect(row).toContainText('按期处置率 = 按期处置 ÷ 期内应处置');
  await expect(row).toContainText('第 1 版');

  const among = row.locator('[data-open="among"]');
  const count = Number(await among.textContent());
  expect(count).toBeGreaterThan(0);
  await among.click();
  const cases = page.locator('[data-cases-behind="in-time-dispose-rate"]');
  await expect(cases).toHaveAttribute('data-total', String(count));
  expect(await cases.locator('[data-case]').count()).toBe(Math.min(200, count));
  await keepPicture(page, '29-figures.png');

  await page.locator('[data-tab="department"]').click();
  await expect(page.locator('[data-groups="department"] [data-group]').nth(3)).toBeVisible();
  await keepPicture(page, '29-departments.png');
  await page.locator('[data-tab="person"]').click();
  await expect(page.locator('[data-groups="person"] [data-group]').first()).toBeVisible();
  await page.locator('[data-tab="scorecard"]').click();
  await expect(page.locator('[data-scorecard] [data-rank="1"]').first()).toBeVisible();
  await keepPicture(page, '29-scorecard.png');

  await page.locator('[data-keep]').click();
  await expect(page.locator('[data-kept]').first()).toBeVisible();
  for (const format of ['pdf', 'xlsx']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-export="${format}"]`).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^evaluation-\\d+-.*\\.${format}$`));
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\x03\x04');
    const listed = await hall.page.request.post(`${hall.stack.url}/graphql`, {
      data: { query: '{ viewer { area { code } } }' },
    });
    const { code } = (await listed.json()).data.viewer.area;
    const kept = await hall.page.request.post(`${hall.stack.url}/graphql`, {
      data: { query: `{ documents(areaCode: "${code}", first: 1) { sha256 } }` },
    });
    expect((await kept.json()).data.documents[0].sha256).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  }
  await page.locator('[data-tab="documents"]').click();
  await expect(page.locator('[data-documents] [data-document]').nth(1)).toBeVisible();
});

test('a department is told of its own cases alone, and a figure leads to the desk', async ({
  hall,
  page,
}) => {
  await hall.signInAt(
    '/evaluation?lang=en&face=desk&layers=areas',
    accountOf(hall.stack, 'department'),
  );
  await expect(page.locator('[data-figures]')).toContainText('Disposed in time');
  await expect(page.locator('[data-tab="person"]')).toHaveCount(0);
  await expect(page.locator('[data-keep]')).toHaveCount(0);
  await page.locator('[data-tab="department"]').click();
  await expect(page.locator('[data-groups] [data-group]:not([data-group="none"])')).toHaveCount(1);
  await keepPicture(page, '29-department-desk.png');
  await page
    .locator('[data-groups] [data-figure="dispose-rate"] [data-open="among"]')
    .first()
    .click();
  const first = page.locator('[data-cases-behind] [data-case]').first();
  const id = (await first.getAttribute('data-case'))!;
  await first.click();
  await expect(page).toHaveURL(/\/desk/);
  await expect(page.locator(`[data-desk] [data-case="${id}"]`)).toBeVisible();
});
