import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { HallPage, type Stack } from './hall.page.ts';

type Seat = { stack: Stack; role: string; language?: string };

/** The desk as a person uses it: a list, a case, and the keys. */
export class DeskPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, { stack, role, language = 'zh-CN' }: Seat) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await new HallPage(page, stack).open(role, { path: '/desk', language, layers: 'areas' });
    return new DeskPage(page);
  }

  file(id: string): Locator {
    return this.page.locator(`[data-case="${id}"]`);
  }

  row(id: string): Locator {
    return this.page.locator(`[data-case-row="${id}"]`);
  }

  async openList(list: string): Promise<void> {
    const tab = this.page.locator(`[data-worklist="${list}"]`);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-current', 'true');
    await expect(this.page.locator(`[data-rows="${list}"]`)).toBeVisible({ timeout: 20_000 });
  }

  /** Scrolls until it is drawn: only what can be seen is. */
  async find(id: string): Promise<Locator> {
    const row = this.row(id);
    const frame = this.page.locator('[data-rows]').locator('..');
    await expect(async () => {
      if (!(await row.isVisible())) {
        await frame.evaluate((element) => {
          const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
          element.scrollTop = isAtEnd ? 0 : element.scrollTop + element.clientHeight;
        });
      }
      await expect(row).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    return row;
  }

  /** Marks a row for an act on many; a row that comes meanwhile may push it out of sight. */
  async pick(id: string): Promise<void> {
    const box = this.page.locator(`[data-pick="${id}"]`);
    await expect(async () => {
      await this.find(id);
      await box.check({ timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
  }

  async choose(list: string, id: string): Promise<void> {
    await this.openList(list);
    await (await this.find(id)).click();
    await expect(this.file(id)).toBeVisible();
  }

  /** The button says its key; the key does it. */
  async press(id: string, move: string): Promise<void> {
    const button = this.file(id).locator(`[data-move="${move}"]`);
    await expect(button).toBeEnabled({ timeout: 20_000 });
    await this.page.keyboard.press((await button.locator('kbd').textContent()) ?? '');
  }

  async reaches(id: string, state: string): Promise<void> {
    await expect(this.file(id)).toHaveAttribute('data-case-state', state, { timeout: 20_000 });
  }
}
