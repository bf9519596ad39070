import {
  expect,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import type { StackAccount } from '../src/stack/stack.ts';
import type { Stack } from './hall.page.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type Held = { stack: Stack; at: { longitude: number; latitude: number } };

/** The phone of a grid worker, as a thumb uses it. */
export class FieldPage {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #stack: Stack;

  constructor(page: Page, stack: Stack) {
    this.page = page;
    this.#context = page.context();
    this.#stack = stack;
  }

  /** A phone of its own, which believes to stand there. */
  static async open(browser: Browser, { stack, at }: Held): Promise<FieldPage> {
    const geolocation = { ...at, accuracy: 8 };
    const permissions = ['geolocation'];
    const context = await browser.newContext({ ...phone, geolocation, permissions });
    return new FieldPage(await context.newPage(), stack);
  }

  async signIn(account: StackAccount, language = 'zh-CN'): Promise<void> {
    await this.page.goto(`${this.#stack.url}/field?lang=${language}`);
    await this.page.locator('input[name=name]').fill(account.name);
    await this.page.locator('input[name=password]').fill(account.password);
    await this.page.locator('button[type=submit]').click();
    await expect(this.unsent).toBeVisible();
  }

  /** Until the browser keeps the app. */
  async untilKept(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
      timeout: 60_000,
    });
  }

  async lineIs(there: boolean): Promise<void> {
    await this.#context.setOffline(!there);
  }

  get unsent(): Locator {
    return this.page.locator('[data-unsent]');
  }

  async unsentIs(count: number): Promise<void> {
    await expect(this.unsent).toHaveAttribute('data-unsent', String(count), { timeout: 60_000 });
  }

  async goTo(tab: 'report' | 'tasks' | 'checks' | 'news' | 'more' | 'help'): Promise<void> {
    await this.page.locator(`[data-tab-button="${tab}"]`).click();
    await expect(this.page.locator(`main[data-tab="${tab}"]`)).toBeVisible();
  }

  async takePhoto(jpeg: Buffer): Promise<void> {
    const photos = this.page.locator('[data-photo]');
    const before = await photos.count();
    const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg };
    await this.page.locator('input[capture]').setInputFiles(file);
    await expect(photos).toHaveCount(before + 1);
  }

  async chooseClass(code: string): Promise<void> {
    await this.page.locator(`[data-class="${code}"]`).click();
  }

  async send(): Promise<void> {
    await this.page.locator('main button[type=submit]').click();
  }
}
