import type { Browser, Page } from '@playwright/test';
import { DeskPage } from '../pages/desk.page.ts';
import { HallPage, type Stack } from '../pages/hall.page.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

test.setTimeout(240_000);

test('a shift is written down, handed over by one and taken over by another', async ({
  browser,
  stack,
}) => {
  const officer = await DeskPage.open(browser, { stack, role: 'duty-officer' });
  await officer.page.locator('[data-desk-records="duty-log"]').click();
  const words = `河西泵站来电，水位正常${Date.now() % 100_000}`;
  const entry = officer.page.locator('[data-new-entry]');
  await entry.locator('textarea').fill(words);
  await entry.locator('button[type=submit]').click();
  const log = officer.page.locator('[data-log]');
  await expect(log).toContainText(words, { timeout: 20_000 });

  await log.locator('[data-sign-in]').click();
  const leads = officer.page.locator('dialog [data-post]').first();
  const [signIn, signOut] = ['签到', '签退'].map((name) => leads.getByRole('button', { name }));
  await expect(signIn!.or(signOut!)).toBeVisible({ timeout: 20_000 });
  if (await signIn!.isVisible()) await signIn!.click();
  await expect(signOut!).toBeVisible({ timeout: 20_000 });
  await officer.page.locator('dialog form button').click();
  const handOver = log.locator('[data-hand-over]');
  await handOver.locator('textarea').fill('泵站夜间每两小时报一次');
  await keepPicture(officer.page, 'records-log.png');
  await handOver.locator('button[type=submit]').click();
  await expect(log.locator('[data-signed="false"]')).toContainText('SHA-256', { timeout: 20_000 });
  const shift = await log.getAttribute('data-log');
  // Who handed it over does not take it over.
  await expect(log.locator('[data-take-over]')).toHaveCount(0);

  const next = await openRecords(browser, { stack, role: 'shift-leader' });
  await next.locator(`[data-shift="${shift}"]`).click();
  await next.locator(`[data-log="${shift}"] [data-take-over]`).click({ timeout: 20_000 });
  await expect(next.locator('[data-signed="true"]')).toContainText('夜间每两小时', {
    timeout: 20_000,
  });
  await keepPicture(next, 'records-taken-over.png');
});

test('a case becomes a special report: filled in, kept, submitted, and numbered by the leader', async ({
  browser,
  city,
  stack,
}) => {
  const [camera] = await city.cameras();
  const title = `河西积水${Date.now() % 100_000}`;
  const id = await city.report('duty-officer', {
    ...{ classCode: 'E0508', title },
    ...camera!.position,
  });
  const officer = await DeskPage.open(browser, { stack, role: 'duty-officer' });
  await officer.choose('to-accept', id);
  await officer.page.locator('[data-desk-records="special-report"]').click();
  const form = officer.page.locator('[data-report-form]');
  await expect(form.locator('[name=cause]')).not.toHaveValue('', { timeout: 20_000 });
  const name = `关于${title}的专报`;
  await form.locator('[name=title]').fill(name);
  await form.locator('[name=course]').fill('18时雨量达暴雨级别');
  await form.locator('button[type=submit]').click();

  // Kept; what is written since waits for its own keeping before it goes to the leader.
  const sheet = officer.page.locator('[data-report-sheet]');
  await expect(sheet).toBeVisible({ timeout: 20_000 });
  const submit = sheet.locator('[data-submit-report]');
  await form.locator('[name=disposal]').fill('抽排两小时');
  await form.locator('[name=advice]').fill('汛前清淤');
  await expect(submit).toBeDisabled();
  await form.locator('button[type=submit]').click();
  await expect(submit).toBeEnabled({ timeout: 20_000 });
  await keepPicture(officer.page, 'records-report.png');
  await submit.click();
  await expect(sheet).toHaveAttribute('data-state', 'submitted', { timeout: 20_000 });

  const leader = await openRecords(browser, { stack, role: 'leader' });
  await leader.locator('[data-tab="special-reports"]').click();
  await leader.locator('[data-report]', { hasText: name }).click({ timeout: 20_000 });
  const decided = leader.locator('[data-report-sheet]', { hasText: '汛前清淤' });
  await decided.locator('[data-decide] input').fill('同意，抓紧落实');
  await decided.locator('[data-approve]').click();
  await expect(decided).toHaveAttribute('data-state', 'approved', { timeout: 20_000 });
  await expect(decided.locator('h3')).toContainText(/〔\d{4}〕\d+号/u);
  await keepPicture(leader, 'records-approved.png');
  const file = leader.waitForEvent('download');
  await decided.getByRole('button', { name: 'DOCX' }).click();
  expect((await file).suggestedFilename()).toMatch(/^special-report-.+\.docx$/);
});

async function openRecords(browser: Browser, { stack, role }: { stack: Stack; role: string }) {
  const page: Page = await (await browser.newContext()).newPage();
  await new HallPage(page, stack).open(role, { path: '/records', layers: 'areas' });
  return page;
}
