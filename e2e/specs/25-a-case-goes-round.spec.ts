import type { Browser } from '@playwright/test';
import { DeskPage } from '../pages/desk.page.ts';
import { FieldPage } from '../pages/field.page.ts';
import { HallPage, type Stack } from '../pages/hall.page.ts';
import { anyPhoto, expect, keepPicture, test } from '../fixtures/test.ts';
import type { City } from '../src/client/city.ts';
import { accountOf } from '../src/stack/stack.ts';

test.setTimeout(480_000);

test('a case goes from a phone without a line to closed and evaluated, each role in a browser of its own', async ({
  browser,
  city,
  stack,
}) => {
  const worker = await workerOf(city);
  const { viewer } = await (
    await city.as('department')
  ).get<{ viewer: { departmentCode: string } }>('{ viewer { departmentCode } }');
  const township = worker.areaCode.slice(0, 9);
  const closedBefore = await closedTodayIn(city, township);

  const { phone, id } = await reportedWithoutLine(browser, { city, stack, at: worker.center });
  const deskOf = async (role: string) => caseAt(await DeskPage.open(browser, { stack, role }), id);

  const acceptor = await deskOf('acceptor');
  await acceptor.choose('to-accept');
  await acceptor.press('accept');
  await acceptor.reaches('accepted');

  const leader = await deskOf('shift-leader');
  await leader.choose('to-register');
  await leader.press('register');
  // The class has a limit for each of two conditions: somebody says which holds.
  await leader.form.locator('select').selectOption({ index: 1 });
  await leader.send();
  await leader.reaches('registered');

  const dispatcher = await deskOf('dispatcher');
  await dispatcher.choose('to-dispatch');
  await dispatcher.press('dispatch');
  await expect(dispatcher.file.locator('[data-advice]')).toBeVisible();
  await dispatcher.form.locator('select').selectOption(viewer.departmentCode);
  await dispatcher.look('desk-centre');
  await dispatcher.send();
  await dispatcher.reaches('dispatched');
  await expect(dispatcher.file.locator('[data-case-clock]')).toBeVisible();

  const department = await deskOf('department');
  await department.choose('to-sign');
  await department.press('sign');
  await department.reaches('processing');
  await department.press('ask-extension');
  await department.form.locator('textarea').fill('缺少人手');
  await department.form.locator('input[type=number]').fill('2');
  await department.look('desk-department');
  // A reload loses nothing that was written.
  await department.page.reload();
  await expect(department.form.locator('textarea')).toHaveValue('缺少人手');
  await department.send();

  // The centre hears of it by itself, and the department of the answer.
  await expect(dispatcher.file.locator('[data-request="extension"]')).toBeVisible();
  await dispatcher.press('grant-extension');
  await expect(department.file.locator('[data-request]')).toHaveCount(0);
  await department.press('feed-back');
  await department.file.locator('input[type=file]').setInputFiles(anyPhoto);
  await expect(department.file.locator('[data-photo-field="1"]')).toBeVisible();
  await department.send();
  await department.reaches('feedback');
  await expect(department.file.locator('[data-photo-side="after"] img')).toHaveCount(1);

  await acceptor.press('send-to-check');
  await acceptor.reaches('checking');
  await checkedOnTheSpot(phone, id);
  await leader.press('close');
  await leader.form.locator('input[type=checkbox]').check();
  await leader.send();
  for (const desk of [acceptor, leader, dispatcher, department]) await desk.reaches('closed');

  // A list on each desk counts as many as it shows.
  for (const { page } of [dispatcher, department]) {
    const tab = page.locator('[data-worklist="supervised"]');
    await tab.click();
    const count = Number(await tab.getAttribute('data-count'));
    const rows = page.locator('[data-rows="supervised"]');
    if (count === 0) await expect(rows).toHaveCount(0);
    else await expect(rows).toHaveAttribute('data-row-count', String(count));
  }
  for (const { page } of [acceptor, leader, dispatcher, department]) await page.context().close();

  const figures = await browser.newPage();
  const account = accountOf(stack, 'leader');
  await new HallPage(figures, stack).signInAt('/evaluation?lang=zh-CN&layers=areas', account);
  await figures.locator('[data-evaluated-area]').selectOption(township);
  await figures.locator('[data-evaluated-period]').selectOption('days');
  const closed = figures.locator('[data-figures] [data-figure="close-rate"]');
  await expect(closed.locator('[data-open="counted"]')).toHaveText(String(closedBefore + 1));
  await closed.locator('[data-open="counted"]').click();
  await expect(figures.locator(`[data-cases-behind] [data-case="${id}"]`)).toBeVisible();
  await figures.close();

  await phone.goTo('tasks');
  await expect(phone.page.locator(`[data-my-report="${id}"]`)).toContainText('已结案');
  await phone.page.context().close();
});

/** One case at one desk. */
function caseAt(desk: DeskPage, id: string) {
  const { page } = desk;
  const file = desk.file(id);
  const form = file.locator('form');
  return {
    ...{ page, file, form },
    choose: (list: string) => desk.choose(list, id),
    press: (move: string) => desk.press(id, move),
    send: () => form.locator('button[type=submit]').click(),
    reaches: (state: string) => desk.reaches(id, state),
    look: (name: string) => keepPicture(page, `${name}.png`),
  };
}

/** Where the worker's village is: there the phone says that it is. */
async function workerOf(city: City) {
  const client = await city.as('grid-worker');
  const { viewer } = await client.get<{
    viewer: { area: { code: string; center: { longitude: number; latitude: number } } };
  }>('{ viewer { area { code center { longitude latitude } } } }');
  return { areaCode: viewer.area.code, center: viewer.area.center };
}

type Where = { city: City; stack: Stack; at: { longitude: number; latitude: number } };

async function reportedWithoutLine(browser: Browser, { city, stack, at }: Where) {
  const phone = await FieldPage.open(browser, { stack, at });
  const { page } = phone;
  await phone.signIn(accountOf(stack, 'grid-worker'));
  await phone.untilKept();
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await phone.lineIs(false);
  await expect(page.locator('[data-line="gone"]')).toBeVisible();
  await phone.takePhoto(await page.screenshot({ type: 'jpeg' }));
  await phone.chooseClass('E0102');
  await expect(page.locator('[data-place="gps"]')).toBeVisible();
  const description = `巷口垃圾 ${Date.now() % 1_000_000}`;
  await page.locator('main textarea').fill(description);
  await phone.send();
  await phone.unsentIs(1);
  await phone.lineIs(true);
  await phone.unsentIs(0);
  const { myReports } = await (
    await city.as('grid-worker')
  ).get<{ myReports: { nodes: { id: string; description: string | null }[] } }>(
    '{ myReports(first: 200) { nodes { id description } } }',
  );
  const report = myReports.nodes.find((each) => each.description === description);
  return { phone, id: report!.id };
}

async function checkedOnTheSpot(phone: FieldPage, id: string): Promise<void> {
  const { page } = phone;
  await phone.goTo('checks');
  const row = page.locator(`[data-case-row="${id}"]`);
  await row.click();
  await page.locator('[data-move="check-passed"]').click();
  await phone.takePhoto(await page.screenshot({ type: 'jpeg' }));
  await page.locator('dialog button[type=submit]').click();
  await expect(row).toHaveCount(0);
}

/** As many as the leader is told of. */
async function closedTodayIn(city: City, areaCode: string): Promise<number> {
  const dayMs = 86_400_000;
  const aheadMs = 8 * 3_600_000;
  const today = Math.floor((Date.now() + aheadMs) / dayMs) * dayMs - aheadMs;
  const [from, to] = [today, today + dayMs].map((time) => new Date(time).toISOString());
  const { evaluation } = await (
    await city.as('leader')
  ).get<{ evaluation: { key: string; numerator: number | null }[] }>(
    `query ($areaCode: String!, $from: DateTime!, $to: DateTime!) {
       evaluation(areaCode: $areaCode, from: $from, to: $to) { key numerator } }`,
    { areaCode, from, to },
  );
  return evaluation.find(({ key }) => key === 'close-rate')?.numerator ?? 0;
}
