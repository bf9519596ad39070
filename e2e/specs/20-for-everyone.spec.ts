import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { accountOf } from '../src/stack/stack.ts';

// A busy machine takes minutes to judge the colours of a page that a map moves behind.
test.setTimeout(300_000);

/** The map is not judged; without a graphics card each of its marks costs. */
const layers = 'areas,incidents';

/** Words differ by language, colours by face: two pages show each of them once. */
const looks = [
  { language: 'zh-CN', face: 'wall', cardTitle: '问题' },
  { language: 'en', face: 'desk', cardTitle: 'Incident' },
] as const;

/**
 * What axe finds wrong, one line each: the rule, and where. A mark on the time line is as narrow as its moment, and a
 * pulse on the map may lie half under a panel, for both stand where they must, which WCAG 2.5.8 allows; what they open
 * stands in the list as well.
 */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-engine]')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'target-size' || !/data-(report-tick|pulse)/.test(html))
      .map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}

for (const { language, face, cardTitle } of looks) {
  test(`the hall is open to everyone: ${language}, ${face}`, async ({ hall, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await hall.signInAt(
      `/?lang=${language}&face=${face}&layers=${layers}`,
      accountOf(hall.stack, 'duty-officer'),
    );
    await expect(page.locator('[data-engine="flat"][data-ready]')).toBeVisible();
    await expect(hall.column).toBeVisible();
    expect(await faultsOf(page), 'the hall').toEqual([]);
    await hall.column.locator('[data-incident]').first().click();
    await expect(page.getByRole('heading', { name: cardTitle, exact: true })).toBeVisible();
    expect(await faultsOf(page), 'an incident').toEqual([]);
    for (const key of ['?', 'y', 'd', 'r', '/']) {
      await page.keyboard.press('Escape');
      await page.getByRole('application').press(key);
      expect(await faultsOf(page), `what ${key} opens`).toEqual([]);
    }
  });
}

for (const [role, path, { language, face }] of [
  ['administrator', '/accounts', looks[1]],
  ['administrator', '/case-rules', looks[0]],
  ['auditor', '/', looks[0]],
  ['leader', '/recordings', looks[0]],
  ['duty-officer', '/wall', looks[1]],
  ['shift-leader', '/wall-designer', looks[0]],
  ['shift-leader', '/desk', looks[0]],
  ['department', '/desk', looks[1]],
  ['shift-leader', '/records', looks[1]],
  ['leader', '/evaluation', looks[0]],
  ['town-monitor', '/evaluation', looks[1]],
] as const) {
  test(`${path} of the ${role} is open to everyone`, async ({ hall, page }) => {
    await hall.signInAt(
      `${path}?lang=${language}&face=${face}&layers=${layers}`,
      accountOf(hall.stack, role),
    );
    await expect(page.locator('input[name=password]')).toHaveCount(0);
    await expect(page.locator('h1:visible, h2:visible').first()).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    expect(await faultsOf(page)).toEqual([]);
  });
}
