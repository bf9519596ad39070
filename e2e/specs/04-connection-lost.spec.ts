import { HallPage } from '../pages/hall.page.ts';
import { breakableLine } from '../src/client/breakable-line.ts';
import { expect, test } from '../fixtures/test.ts';

test('when the line breaks the hall says so and how old its data grows; when it is back, nothing is missing', async ({
  page,
  city,
  stack,
}) => {
  const line = await breakableLine(stack.url);
  try {
    const hall = new HallPage(page, { ...stack, url: line.url });
    await hall.open('duty-officer', { layers: 'areas,incidents' });
    await expect(hall.connection('live')).toBeVisible();
    const before = await hall.figureValue('open');
    const seen = await city.report('acceptor', await aPlace(0));
    await expect(hall.alarm(seen)).toBeVisible();

    line.cut();
    await expect(hall.connectionLost).toBeVisible({ timeout: 60_000 });
    const age = () => hall.silentSeconds();
    const first = await age();
    await expect.poll(age).toBeGreaterThan(first + 2);

    await city.acknowledge(seen);
    const missed: string[] = [];
    for (const index of [1, 2, 3]) missed.push(await city.report('acceptor', await aPlace(index)));
    await expect(hall.pulse(seen)).toBeVisible();
    for (const id of missed) await expect(hall.pulse(id)).toHaveCount(0);

    line.mend();
    await expect(hall.connectionLost).toBeHidden({ timeout: 60_000 });
    for (const id of missed) {
      await expect(hall.pulse(id)).toBeAttached();
      await expect(hall.column.locator(`[data-incident="${id}"]`)).toBeVisible();
    }
    await expect(hall.pulse(seen)).toHaveCount(0);
    await expect.poll(() => hall.figureValue('open')).toBe(before + 1 + missed.length);

    // A page that opens afterwards finds the same: nothing depends on having been there.
    await page.reload();
    for (const id of missed) await expect(hall.pulse(id)).toBeAttached();
    await expect(hall.pulse(seen)).toHaveCount(0);
    for (const id of missed) {
      await city.acknowledge(id);
      await expect(hall.pulse(id)).toHaveCount(0);
    }
  } finally {
    await line.close();
  }

  async function aPlace(index: number) {
    const [cameras, classes] = await Promise.all([city.cameras(), city.incidentClasses()]);
    const { longitude, latitude } = cameras[index]!.position;
    const classCode = classes.find(({ kind }) => kind === 'event')!.code;
    return { classCode, title: `测试:断线 ${index}`, longitude, latitude };
  }
});
