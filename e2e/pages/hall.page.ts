import { expect, type Locator, type Page } from '@playwright/test';
import { accountOf, type RunningStack, type StackAccount } from '../src/stack/stack.ts';

export type Stack = Pick<RunningStack, 'url' | 'accounts' | 'addresses'>;

export type HallView = {
  at?: readonly [longitude: number, latitude: number];
  metersPerPixel?: number;
  layers?: string;
  language?: string;
  /** Kind and id of what is selected, such as `incident:1`. */
  selected?: string;
  path?: string;
};

type Credentials = Pick<StackAccount, 'name' | 'password'>;

/** The hall as a person uses it. */
export class HallPage {
  readonly page: Page;
  readonly stack: Stack;

  constructor(page: Page, stack: Stack) {
    this.page = page;
    this.stack = stack;
  }

  async open(role: string, view: HallView = {}): Promise<void> {
    await this.openAs(accountOf(this.stack, role), view);
  }

  async openAs(account: Credentials, view: HallView = {}): Promise<void> {
    await this.signIn(account, view);
    const map = this.page.getByRole('application', { includeHidden: true });
    // A page that fills the screen has the hall under it, unseen.
    if ((view.path ?? '/') === '/') await expect(map).toBeVisible();
    else await expect(map).toBeAttached();
  }

  /** Signs in; what stands there then depends on the account and on what is in the city. */
  async signIn(account: Credentials, view: HallView = {}): Promise<void> {
    await this.signInAt(`${view.path ?? '/'}${query(view)}`, account);
  }

  async signInAt(address: string, account: Credentials): Promise<void> {
    await this.page.goto(`${this.stack.url}${address}`);
    await this.page.locator('input[name=name]').fill(account.name);
    await this.page.locator('input[name=password]').fill(account.password);
    await this.page.locator('button[type=submit]').click();
  }

  get areaName(): Locator {
    return this.page.locator('header h1');
  }

  cameraWindow(id: string): Locator {
    return this.page.locator(`section[data-camera="${id}"]`);
  }

  alarm(incidentId: string): Locator {
    return this.page.locator(`[data-alarm="${incidentId}"]`);
  }

  pulse(incidentId: string): Locator {
    return this.page.locator(`[data-pulse="${incidentId}"]`);
  }

  /** A number of the counts at the left; a click opens the rows it counts. */
  figure(name: string): Locator {
    return this.page.locator(`[data-figure="${name}"]`);
  }

  async figureValue(name: string): Promise<number> {
    return Number(await this.figure(name).locator('[data-value]').getAttribute('data-value'));
  }

  /** The rows of the open list, page after page, as many as there are in the end. */
  async listedIncidents(): Promise<string[]> {
    const list = this.page.locator('[data-list="incidents"]');
    await expect(list).toBeVisible();
    const more = this.page.locator('[data-more]');
    const rows = list.locator('[data-incident]');
    while (await more.isVisible()) {
      const before = await rows.count();
      await more.click();
      await expect.poll(() => rows.count()).toBeGreaterThan(before);
    }
    return rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-incident') ?? ''));
  }

  /** Chooses an area by its name in the tree that opens from the area's name. */
  async chooseArea(name: string): Promise<void> {
    await this.areaName.getByRole('button').click();
    await this.page.locator('header li').getByRole('button', { name, exact: true }).click();
    await expect(this.areaName).toContainText(name);
  }

  /** Waits until the map says that shapes of the page stand in its picture: they are drawn when their turn comes. */
  async untilDrawn(...shapes: string[]): Promise<void> {
    for (const id of shapes) {
      const drawn = this.page.locator(`[data-engine][data-shapes~="${id}"]`);
      await expect(drawn).toBeAttached({ timeout: 90_000 });
    }
  }

  get connectionLost(): Locator {
    return this.page.locator('[data-connection="lost"]');
  }

  /** A camera as it is offered for an incident, beside it or in its card. */
  offered(cameraId: string): Locator {
    return this.page.locator(`[data-offered="${cameraId}"]`).first();
  }

  /** Why cameras offered for an incident may not be opened. */
  get refusals(): Locator {
    return this.page.locator('[data-refusal]');
  }

  /** How the foot says that the page stands to the journal. */
  connection(status: 'live' | 'connecting' | 'lost'): Locator {
    return this.page.locator(`[data-status="${status}"]`);
  }

  /** The age of what is on screen, as the banner says it in Chinese or English. */
  async silentSeconds(): Promise<number> {
    const words = await this.connectionLost.locator('time').innerText();
    const [, number, unit] = /(\d+)\s*(秒|s|分钟|min)/.exec(words) ?? [];
    return Number(number) * (unit === '分钟' || unit === 'min' ? 60 : 1);
  }

  /** The open incidents at the left. */
  get column(): Locator {
    return this.page.locator('section', { has: this.page.locator('[data-incident]') }).first();
  }

  /** Clicks the middle of the map until what lies there opens: tiles come when they come. */
  async clickMiddleUntil(shown: Locator): Promise<void> {
    const box = await this.page.getByRole('application').boundingBox();
    if (box === null) throw new Error('the map has no place on the page');
    await expect(async () => {
      await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect(shown).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
  }

  /** Answers the question for the purpose where it is asked. */
  async choosePurpose(window: Locator): Promise<void> {
    const purpose = window.locator('[data-purpose]').first();
    // The purpose stands in the foot once a ticket rests on it; a reason stands where none is given.
    const answered = window.locator('[data-fact="purpose"], [data-reason]').first();
    await expect(async () => {
      if (await purpose.isVisible()) await purpose.click({ timeout: 2_000 });
      await expect(answered).toBeAttached({ timeout: 2_000 });
    }).toPass();
  }

  /** Waits until the picture in a window moves; returns its width in pixels. */
  async untilMoving(window: Locator): Promise<number> {
    await expect(window.locator('[data-picture-state="live"]')).toBeVisible({ timeout: 60_000 });
    const stage = window.locator('[data-transport]');
    if ((await stage.getAttribute('data-transport')) === 'webcodecs') return decodedWidth(window);
    const video = window.locator('video');
    const time = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
    const before = await time();
    await expect.poll(time, { timeout: 60_000 }).toBeGreaterThan(before + 0.5);
    return video.evaluate((element: HTMLVideoElement) => element.videoWidth);
  }
}

/** A canvas tells nothing of itself: the figures say what reached it. */
async function decodedWidth(window: Locator): Promise<number> {
  const figure = (name: string) => window.locator(`[data-figure="${name}"] dd`);
  await window.locator('[data-act="figures"]').click();
  const shown = async () => Number(await figure('frames').textContent());
  const before = await shown();
  await expect.poll(shown, { timeout: 60_000 }).toBeGreaterThan(before + 2);
  const size = await figure('size').textContent();
  await window.locator('[data-act="figures"]').click();
  return Number.parseInt(size ?? '', 10);
}

function query({ at, metersPerPixel, layers, language, selected }: HallView): string {
  const parts = new URLSearchParams();
  if (at !== undefined) parts.set('at', at.join(','));
  if (metersPerPixel !== undefined) parts.set('mpp', String(metersPerPixel));
  if (layers !== undefined) parts.set('layers', layers);
  if (language !== undefined) parts.set('lang', language);
  if (selected !== undefined) parts.set('sel', selected);
  return `?${parts}`;
}
