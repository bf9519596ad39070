import { randomUUID } from 'node:crypto';
import { SessionClient } from '../src/client/session-client.ts';
import { HallPage } from '../pages/hall.page.ts';
import { expect, test } from '../fixtures/test.ts';

const password = 'a password long enough';

test('an administrator creates an account on its page, and the account signs in', async ({
  hall,
  page,
  city,
  stack,
}) => {
  const area = await city.rootArea();
  const name = `new.${Date.now()}`;
  await hall.open('administrator', { path: '/accounts', layers: 'areas' });
  const panel = page.locator('section', { has: page.locator('input[type=search]') }).last();
  await panel
    .getByRole('button', { name: /新建|New|Create/ })
    .first()
    .click();
  const form = panel.locator('form');
  const field = (id: string) => form.locator(`[data-field="${id}"]`).locator('input, select');
  await field('name').fill(name);
  await field('displayName').fill('新来的值班员');
  await field('password').fill(password);
  await field('role').selectOption('duty-officer');
  await field('areaCode').fill(area.code);
  await form.locator('button[type=submit]').click();
  await expect(form).toBeHidden();
  await panel.locator('input[type=search]').fill(name);
  await expect(panel.getByRole('row').filter({ hasText: name })).toContainText('新来的值班员');
  const client = await SessionClient.signIn(stack.url, { name, password });
  const { viewer } = await client.get<{ viewer: { area: { code: string } } }>(
    '{ viewer { area { code } } }',
  );
  expect(viewer.area.code).toBe(area.code);
});

test('an administrator resets a password on its page: the old one fails, the running session ends', async ({
  hall,
  page,
  browser,
  city,
  stack,
}) => {
  const administrator = await city.as('administrator');
  const area = await city.rootArea();
  const name = `reset.${Date.now()}`;
  await administrator.get(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    {
      input: {
        commandId: randomUUID(),
        name,
        displayName: '重置测试',
        role: 'duty-officer',
        areaCode: area.code,
        password,
      },
    },
  );
  const running = await SessionClient.signIn(stack.url, { name, password });
  const theirs = new HallPage(await browser.newPage(), stack);
  await theirs.openAs({ name, password }, { layers: 'areas' });

  const renewed = 'another password long enough';
  await hall.open('administrator', { path: '/accounts', layers: 'areas' });
  await page.locator('input[type=search]').last().fill(name);
  const row = page.locator('tr', { hasText: '重置测试' }).first();
  await row.getByRole('button').click();
  const form = page.locator('form[data-edit="reset"]');
  await form.locator('input[type=password]').fill(renewed);
  await form.locator('button[type=submit]').click();
  await expect(form.getByRole('status')).toBeVisible();

  await expect(theirs.page.locator('input[name=password]')).toBeVisible({ timeout: 30_000 });
  expect((await running.ask('{ viewer { area { code } } }')).data).toEqual({ viewer: null });
  await expect(SessionClient.signIn(stack.url, { name, password })).rejects.toThrow('401');
  await SessionClient.signIn(stack.url, { name, password: renewed });
  await theirs.page.close();
});

test('a moved account loses its running picture and stands at its new area at once; a closed one is asked to sign in', async ({
  browser,
  city,
  stack,
}) => {
  const administrator = await city.as('administrator');
  const area = await city.rootArea();
  const name = `moved.${Date.now()}`;
  const { createAccount: account } = await administrator.get<{
    createAccount: { id: string; version: number };
  }>('mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id version } }', {
    input: {
      commandId: randomUUID(),
      name,
      displayName: '调动测试',
      role: 'duty-officer',
      areaCode: area.code,
      password,
    },
  });
  const camera = (await city.cameras()).find(
    ({ state, permitted, kind }) => state === 'online' && permitted && kind === 'fixed',
  );
  if (camera === undefined) throw new Error('no camera of the demo can be looked through');
  const hall = new HallPage(await browser.newPage(), stack);
  const { longitude, latitude } = camera.position;
  await hall.openAs(
    { name, password },
    { at: [longitude, latitude], metersPerPixel: 0.6, layers: 'cameras' },
  );
  const window = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(window);
  await hall.choosePurpose(window);
  await hall.untilMoving(window);

  const { area: whole } = await administrator.get<{
    area: { children: { code: string; name: string }[] };
  }>('{ area { children { code name } } }');
  const town = whole.children[0];
  const { moveAccount: moved } = await administrator.get<{ moveAccount: { version: number } }>(
    `mutation ($id: ID!, $version: Int!, $command: ID!, $town: String!) {
      moveAccount(id: $id, version: $version, commandId: $command, areaCode: $town, role: "duty-officer") { version } }`,
    { id: account.id, version: account.version, command: randomUUID(), town: town?.code },
  );
  await expect
    .poll(async () => (await city.views(camera.id))[0]?.closedAt ?? null, { timeout: 30_000 })
    .not.toBeNull();
  await expect(hall.areaName).toContainText(town?.name ?? '', { timeout: 30_000 });

  await administrator.get(
    'mutation ($id: ID!, $version: Int!, $command: ID!) { closeAccount(id: $id, version: $version, commandId: $command) { closedAt } }',
    { id: account.id, version: moved.version, command: randomUUID() },
  );
  await expect(hall.page.locator('input[name=password]')).toBeVisible({ timeout: 30_000 });
  await hall.page.close();
});
