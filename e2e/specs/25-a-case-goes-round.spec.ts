import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { City } from '../src/client/city.ts';
import { DeskPage } from '../pages/desk.page.ts';
import { expect, screenshots, test } from '../fixtures/test.ts';

/** One case at one desk. */
function caseAt(desk: DeskPage, id: string) {
  return {
    page: desk.page,
    file: desk.file(id),
    choose: (list: string) => desk.choose(list, id),
    press: (move: string) => desk.press(id, move),
    reaches: (state: string) => desk.reaches(id, state),
  };
}

/** Any picture will do: the house makes its own of it. */
const photo = join(import.meta.dirname, '..', 'screenshots', 'hall.png');

test('a case goes from its report to closed, the centre and the department each at a desk of their own', async ({
  browser,
  city,
  stack,
}) => {
  const { longitude, latitude } = await somewhereIn(city);
  const { viewer } = await (
    await city.as('department')
  ).get<{ viewer: { departmentCode: string } }>('{ viewer { departmentCode } }');
  const title = `路灯不亮${Date.now() % 100_000}`;
  const id = await city.report('duty-officer', { classCode: 'C0118', title, longitude, latitude });

  const byOthers = async (role: string, move: string, more: object = {}) => {
    const client = await city.as(role);
    const { incident } = await client.get<{ incident: { version: number } }>(
      'query ($id: ID!) { incident(id: $id) { version } }',
      { id },
    );
    const input = { commandId: randomUUID(), id, version: incident.version, move, ...more };
    await client.get(
      'mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { id } }',
      { input },
    );
  };
  const deskOf = async (role: string) => caseAt(await DeskPage.open(browser, { stack, role }), id);
  await byOthers('acceptor', 'accept');
  await byOthers('shift-leader', 'register');

  const centre = await deskOf('dispatcher');
  await centre.choose('to-dispatch');
  await centre.press('dispatch');
  await expect(centre.file.locator('[data-advice]')).toBeVisible();
  await centre.file.locator('form select').selectOption(viewer.departmentCode);
  await centre.page.screenshot({ path: join(screenshots, 'desk-centre.png'), timeout: 60_000 });
  await centre.file.locator('form button[type=submit]').click();
  await centre.reaches('dispatched');
  await expect(centre.file.locator('[data-case-clock]')).toBeVisible();

  const department = await deskOf('department');
  await department.choose('to-sign');
  await department.press('sign');
  await department.reaches('processing');
  await department.press('ask-extension');
  const form = department.file.locator('form');
  await form.locator('textarea').fill('缺少备件');
  await form.locator('input[type=number]').fill('2');
  await department.page.screenshot({
    path: join(screenshots, 'desk-department.png'),
    timeout: 60_000,
  });
  // A reload loses nothing that was written.
  await department.page.reload();
  await expect(form.locator('textarea')).toHaveValue('缺少备件', { timeout: 30_000 });
  await form.locator('button[type=submit]').click();

  // The centre hears of it by itself.
  await expect(centre.file.locator('[data-request="extension"]')).toBeVisible({ timeout: 20_000 });
  await centre.press('grant-extension');
  await expect(department.file.locator('[data-request]')).toHaveCount(0, { timeout: 20_000 });
  await department.press('feed-back');
  await department.file.locator('input[type=file]').setInputFiles(photo);
  await expect(department.file.locator('[data-photo-field="1"]')).toBeVisible({ timeout: 20_000 });
  await form.locator('button[type=submit]').click();
  await department.reaches('feedback');
  await expect(department.file.locator('[data-photo-side="after"] img')).toHaveCount(1, {
    timeout: 20_000,
  });
  await byOthers('acceptor', 'send-to-check');
  await byOthers('acceptor', 'check-passed');
  await byOthers('shift-leader', 'close', { closingConditionMet: true });
  await centre.reaches('closed');
  await department.reaches('closed');

  // A list on each desk counts as many as it shows.
  for (const desk of [centre, department]) {
    const tab = desk.page.locator('[data-worklist="supervised"]');
    await tab.click();
    const count = Number(await tab.getAttribute('data-count'));
    const rows = desk.page.locator('[data-rows="supervised"]');
    if (count === 0) await expect(rows).toHaveCount(0);
    else await expect(rows).toHaveAttribute('data-row-count', String(count));
  }
});

/** Where a camera hangs there is ground of the county. */
async function somewhereIn(city: City) {
  const [camera] = await city.cameras();
  return camera!.position;
}
