import { randomUUID } from 'node:crypto';
import type { City } from '../src/client/city.ts';
import { DeskPage } from '../pages/desk.page.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

test('two at one desk lose nothing: doubles, conflicts, many at once, handover, and a leader’s word', async ({
  browser,
  city,
  stack,
}) => {
  test.setTimeout(240_000);
  const place = await somewhereIn(city);
  const near = { ...place, latitude: place.latitude + 0.0002 };
  const classCode = 'E0508';
  const mark = Date.now() % 100_000;
  const report = (title: string, at = place) =>
    city.report('duty-officer', { classCode, title: `${title}${mark}`, ...at });
  const [one, other] = [await report('烧烤扰民'), await report('夜市烧烤', near)];

  const officer = await DeskPage.open(browser, { stack, role: 'duty-officer' });
  const shift = await DeskPage.open(browser, { stack, role: 'shift-leader' });

  // Doubles are said before anybody works on one thing twice; a merge is undone where it is seen.
  await officer.choose('to-accept', other);
  const warning = officer.file(other).locator('[data-duplicates]');
  await expect(warning).toBeVisible({ timeout: 20_000 });
  await expect(warning.locator('[data-near-plan]')).toBeVisible();
  await warning.locator(`[data-merge-into="${one}"]`).click();
  const merging = officer.file(other).locator('form');
  await expect(merging.locator('input[type=radio]:checked')).toHaveCount(1);
  await keepPicture(officer.page, 'desk-double.png');
  await merging.locator('button[type=submit]').click();
  await officer.reaches(other, 'rejected');
  await officer.choose('to-accept', one);
  const merged = officer.file(one).locator('[data-merged-cases="1"]');
  await expect(merged).toBeVisible({ timeout: 20_000 });
  await merged.locator('button').click();
  await expect(merged).toHaveCount(0, { timeout: 20_000 });

  // One writes, the other is faster: both versions stand, what was written stays.
  await officer.press(one, 'refuse');
  const refusing = officer.file(one).locator('form');
  await refusing.locator('textarea').fill('不属城管职责');
  const letThrough = await holdFile(officer);
  await shift.choose('to-accept', one);
  await shift.press(one, 'send-to-verify');
  await shift.reaches(one, 'verifying');
  // The live feed has moved the case on under the form; what was begun is still about what was seen.
  await officer.reaches(one, 'verifying');
  await refusing.locator('button[type=submit]').click();
  const conflict = officer.file(one).locator('[data-conflict]');
  await expect(conflict).toBeVisible({ timeout: 20_000 });
  await expect(conflict).toContainText('不属城管职责');
  await keepPicture(officer.page, 'desk-conflict.png');
  await letThrough();

  // Many at once, and back.
  const many = [await report('占道烧烤甲'), await report('占道烧烤乙')];
  await officer.openList('to-accept');
  for (const id of many) await officer.pick(id);
  await officer.page.locator('[data-bulk="2"] [data-bulk-move="accept"]').click();
  await expect(officer.page.locator('[data-bulk-done="2"]')).toBeVisible({ timeout: 20_000 });
  await keepPicture(officer.page, 'desk-bulk.png');
  await officer.page.locator('[data-bulk-undo]').click();
  await expect(officer.page.locator('[data-bulk-undo]')).toHaveCount(0, { timeout: 20_000 });
  expect(await stateOf(city, many[0]!)).toBe('reported');

  // What one shift leaves the next takes.
  await officer.page.locator('[data-desk-side="notes"]').click();
  const words = `桥头河水位再看${mark}`;
  const written = officer.page.getByRole('form', { name: '新交班记录' });
  await written.locator('textarea').fill(words);
  await written.locator('button[type=submit]').click();
  await shift.page.locator('[data-desk-side="notes"]').click();
  const note = shift.page.locator('[data-shift-note]', { hasText: words });
  await note.locator('[data-take-note]').click({ timeout: 20_000 });
  await expect(note).toContainText('已接班', { timeout: 20_000 });
  await keepPicture(shift.page, 'desk-handover.png');
});

test('the rule of the city says where a case goes, one key obeys it, and its cameras are live beside it', async ({
  browser,
  city,
  stack,
}) => {
  test.setTimeout(240_000);
  const place = await somewhereIn(city);
  const title = `露天烧烤${Date.now() % 100_000}`;
  const id = await city.report('duty-officer', { classCode: 'E0508', title, ...place });
  await moveBy(city, 'acceptor', id, 'accept');
  await moveBy(city, 'shift-leader', id, 'register');

  const shift = await DeskPage.open(browser, { stack, role: 'shift-leader', language: 'en' });
  await shift.page.locator('[data-desk-side="rules"]').click();
  const rule = shift.page.getByRole('form', { name: 'New rule' });
  await rule.getByLabel('Class').selectOption('E0508');
  await rule.getByLabel('Goes to').selectOption('sanitation');
  await rule.locator('button[type=submit]').click();
  await expect(shift.page.locator('[data-dispatch-rules]')).toContainText('Sanitation', {
    timeout: 20_000,
  });
  await keepPicture(shift.page, 'desk-rules.png');
  await shift.page.close(); // each page draws a map of its own

  const dispatcher = await DeskPage.open(browser, { stack, role: 'dispatcher' });
  await dispatcher.choose('to-dispatch', id);
  const file = dispatcher.file(id);
  await expect(file.locator('[data-advice="dispatch-rule"]')).toBeVisible({ timeout: 20_000 });
  await dispatcher.press(id, 'dispatch');
  await expect(file.locator('[data-advised-units]')).toBeVisible({ timeout: 20_000 });
  await keepPicture(dispatcher.page, 'desk-units.png');
  await dispatcher.page.keyboard.press('Escape');
  await file.locator('[data-offered] button:not(:disabled)').first().click();
  await expect(file.locator('[data-case-cameras] [data-picture-state="live"]')).toBeVisible({
    timeout: 60_000,
  });
  await keepPicture(dispatcher.page, 'desk-live.png');
  await file.locator('[data-quick-dispatch]').focus();
  await dispatcher.page.keyboard.press('0');
  await dispatcher.reaches(id, 'dispatched');
  await dispatcher.page.close();

  // A leader's word is an act of its own, with its reason in the history.
  const leader = await DeskPage.open(browser, { stack, role: 'leader' });
  await leader.choose('open', id);
  await leader.file(id).locator('[data-force]').click();
  const force = leader.file(id).locator('form');
  await force.locator('select').selectOption('closed');
  await force.locator('textarea').fill('群众已确认恢复');
  await keepPicture(leader.page, 'desk-force.png');
  await force.locator('button[type=submit]').click();
  await leader.reaches(id, 'closed');
  await expect(leader.file(id)).toContainText('群众已确认恢复', { timeout: 20_000 });
});

/** Before a camera that may look at what the city's management is about. */
async function somewhereIn(city: City) {
  const camera = (await city.cameras('dispatcher')).find(
    ({ state, kind, purposes }) =>
      state === 'online' && kind === 'fixed' && purposes.includes('city-management'),
  );
  return camera!.position;
}

async function stateOf(city: City, id: string): Promise<string> {
  const client = await city.as('duty-officer');
  return (
    await client.get<{ incident: { state: string } }>(
      'query ($id: ID!) { incident(id: $id) { state } }',
      { id },
    )
  ).incident.state;
}

async function moveBy(city: City, ...[role, id, move]: [string, string, string]) {
  const client = await city.as(role);
  const { incident } = await client.get<{ incident: { version: number } }>(
    'query ($id: ID!) { incident(id: $id) { version } }',
    { id },
  );
  const input = { commandId: randomUUID(), id, version: incident.version, move };
  await client.get('mutation ($i: MoveIncidentInput!) { moveIncident(input: $i) { id } }', {
    i: input,
  });
}

/** The feed says that the case has moved on; the file, and with it what leads on from there, comes late as over a slow line. */
async function holdFile({ page }: DeskPage) {
  await page.route('**/graphql', async (route) => {
    const isFile = route.request().postData()?.includes('query CaseFile') === true;
    await (isFile ? route.abort() : route.continue());
  });
  return () => page.unroute('**/graphql');
}
