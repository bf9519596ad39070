import { anyPhoto, expect, keepPicture, test } from '../fixtures/test.ts';

test('a call is written down at the seat and names nobody to those who need no name', async ({
  hall,
  page,
  city,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await hall.open('acceptor', { path: '/desk', language: 'zh-CN', layers: 'areas' });
  await page.locator('[data-desk-side="new-case"]').click();
  const form = page.locator('form[data-new-case]');
  const order = `GD${Date.now()}`;
  await form.getByLabel('工单编号').fill(order);
  await form.getByLabel('姓名').fill('欧阳明');
  await form.getByLabel('电话').fill('13812345678');
  await form.getByLabel('要求回访').check();
  await form.getByLabel('类别').fill('路灯');
  await form.locator('[data-offer]').first().click();
  await form.getByLabel('地点').fill('学校');
  await form.locator('[data-place-offer]').first().click();
  await form.getByLabel('情况描述').fill('校门口路灯不亮');

  await page.reload(); // what was written survives it
  await page.locator('[data-desk-side="new-case"]').click();
  await expect(form.getByLabel('工单编号')).toHaveValue(order);
  await expect(form.locator('[data-position="set"]')).toBeVisible();
  await keepPicture(page, 'new-case.png');
  // A picture of the caller's goes with it; what is none is refused by name.
  const photos = form.locator('[data-photo-field]');
  await photos.locator('input[type=file]').setInputFiles({
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg/>'),
  });
  await expect(photos.getByRole('alert')).toContainText('JPEG');
  await photos.locator('input[type=file]').setInputFiles(anyPhoto);
  await expect(photos).toHaveAttribute('data-photo-field', '1');
  await form.locator('button[type=submit]').click();

  const card = page.locator('[data-reporter]');
  await expect(card).toContainText('欧**', { timeout: 20_000 });
  await expect(card).toContainText('138****5678');
  await expect(card).toContainText(order);
  await expect(page.locator('[data-photos]')).toHaveAttribute('data-photos', '1');
  await expect(page.locator('[data-desk]')).not.toContainText('欧阳明');
  await card.getByRole('button', { name: '查看完整信息' }).click();
  await card.getByLabel('查看理由').fill('核对地点');
  await card.getByRole('button', { name: '查看', exact: true }).click();
  await expect(card).toContainText('欧阳明');
  await keepPicture(page, 'reporter.png');
  const auditor = await city.as('auditor');
  const { journal } = await auditor.get<{ journal: { kind: string; payload: object }[] }>(
    '{ journal(first: 20) { kind payload } }',
  );
  expect(journal).toContainEqual(
    expect.objectContaining({
      kind: 'incident.reporter-unmasked',
      payload: expect.objectContaining({ note: '核对地点' }),
    }),
  );

  // The next call about the same lamp is told before it is sent, by its number and by its place.
  await page.locator('[data-desk-side="new-case"]').click();
  await form.getByLabel('工单编号').fill(order);
  await expect(form.locator('[data-known-order]')).toBeVisible({ timeout: 20_000 });
  await form.getByLabel('工单编号').fill('');
  await expect(form.locator('[data-known-order]')).toHaveCount(0);
  await form.getByLabel('类别').fill('路灯');
  await form.locator('[data-offer]').first().click();
  await form.getByLabel('地点').fill('学校');
  await form.locator('[data-place-offer]').first().click();
  await expect(form.locator('[data-likely-same]')).toBeVisible({ timeout: 20_000 });

  // A component that is named as the place goes with the case.
  const seat = await city.as('acceptor');
  const { area } = await seat.get<{ area: { code: string } }>('{ area { code } }');
  const { cityComponents } = await seat.get<{ cityComponents: { nodes: { code: string }[] } }>(
    'query ($areaCode: String!) { cityComponents(within: { areaCode: $areaCode }, classCodes: ["0102"], first: 1) { nodes { code } } }',
    { areaCode: area.code },
  );
  const component = cityComponents.nodes[0]!.code;
  await form.getByLabel('地点').fill(component);
  await form.locator(`[data-place-offer="${component}"]`).click();
  await expect(form.locator('[data-about-component]')).toBeVisible();
  await form.locator('button[type=submit]').click();
  await expect(page.locator(`[data-case-component="${component}"]`)).toBeVisible({
    timeout: 20_000,
  });
});

test('a citizen reports by phone without an account, and asks what came of it', async ({
  browser,
  stack,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${stack.url}/citizen?lang=zh-CN`);
  const send = page.getByRole('button', { name: '提交', exact: true });
  await page.getByLabel('问题类别').selectOption({ index: 1 });
  await page.getByLabel('情况说明').fill('垃圾没有清走');
  await page.getByLabel('地点').fill('学校');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.locator('[data-place]').first().click();
  await expect(page.locator('[data-picked]')).toBeVisible();
  await page.getByLabel('照片').setInputFiles({
    name: 'notes.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('no picture at all'),
  });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('JPEG', { timeout: 30_000 });
  await page.getByLabel('照片').setInputFiles(anyPhoto);
  await keepPicture(page, 'citizen.png');
  await send.click();
  await expect(page.locator('[data-receipt]')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.locator('[data-came="report"]')).toBeVisible();
  await keepPicture(page, 'citizen-receipt.png');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await context.close();
});
