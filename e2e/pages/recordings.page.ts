import { expect, type Locator, type Page } from '@playwright/test';
import type { CityCamera } from '../src/client/city.ts';

export type Asked = {
  cameras: readonly CityCamera[];
  from: Date;
  to: Date;
  caseNo: string;
  sound?: boolean;
};

/** The page where recordings are asked for, decided on and played. */
export class RecordingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Files a request and answers its id. */
  async ask({ cameras, from, to, caseNo, sound = false }: Asked): Promise<string> {
    await this.page.getByRole('button', { name: /申请调阅|Ask to view/ }).click();
    const form = this.page.locator('form', { has: this.page.locator('[name=legalBasis]') });
    await form.locator('[name=caseNo]').fill(caseNo);
    await form.locator('[name=reason]').fill('电动车被盗,查看沿途录像');
    await form.locator('[name=windowFrom]').fill(inCityTime(from));
    await form.locator('[name=windowTo]').fill(inCityTime(to));
    if (sound) await form.locator('[name=sound]').check();
    const finder = form.locator('[data-finder=camera]');
    for (const { id, name } of cameras) {
      await finder.locator('input').fill(name);
      await finder.locator(`[data-offer="${id}"]`).click();
    }
    await form.locator('button[type=submit]').click();
    const card = this.page.locator('[data-request-card]');
    await expect(card).toBeVisible();
    return (await card.getAttribute('data-request-card')) ?? '';
  }

  async choose(requestId: string): Promise<Locator> {
    await this.page.locator(`[data-request="${requestId}"]`).click();
    const card = this.page.locator(`[data-request-card="${requestId}"]`);
    await expect(card).toBeVisible();
    return card;
  }

  get playback(): Locator {
    return this.page.locator('[data-spread-ms]');
  }

  tile(cameraId: string): Locator {
    return this.page.locator(`[data-tile="${cameraId}"]`);
  }

  async positionMs(): Promise<number> {
    return Number(await this.playback.getAttribute('data-position-ms'));
  }

  async goTo(at: Date): Promise<void> {
    const input = this.playback.locator('input[type=datetime-local]');
    await input.fill(inCityTime(at));
    await input.press('Enter');
  }

  play(): Promise<void> {
    return this.playback.locator('[data-play]').click();
  }

  /**
   * How far apart the tiles show their pictures, in recorded milliseconds, read from the pictures' own times: the most
   * of some moments, for two that drift apart meet now and then.
   */
  async apartMs(): Promise<number> {
    return this.page.locator('[data-tile] video').evaluateAll(async (videos) => {
      let most = 0;
      for (let moment = 0; moment < 5; moment += 1) {
        const times = videos.map((video) => (video as HTMLVideoElement).currentTime);
        most = Math.max(most, Math.max(...times) - Math.min(...times));
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      return most * 1000;
    });
  }
}

function inCityTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
}
