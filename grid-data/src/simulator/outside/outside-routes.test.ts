import { expect, test } from 'vitest';
import { themeDocument, withheldAreas } from '#domain/outside/theme-document.ts';
import { weatherDocument } from '#domain/outside/weather.ts';
import { outsideRoutes } from './outside-routes.ts';

const ask = async (document: string, now: string): Promise<unknown> => {
  const route = outsideRoutes(() => new Date(now)).find(
    ({ prefix }) => prefix === `/outside/${document}`,
  )!;
  const request = { method: 'GET', target: route.prefix, headers: {}, body: '' };
  const answer = await route.answer(request);
  return answer.kind === 'json' ? answer.value : null;
};

test('the demo’s weather has the declared form at each hour, and is marked as made up', async () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const now = `2026-01-15T${String(hour).padStart(2, '0')}:05:00Z`;
    const weather = weatherDocument.parse(await ask('weather', now));
    expect(weather.illustrative).toBe(true);
    for (const { until } of weather.warnings) {
      expect(Date.parse(until!)).toBeGreaterThan(Date.parse(weather.observedAt));
    }
  }
});

test.each(['civil-affairs', 'food-and-drug'])(
  'the demo’s theme %s has the declared form and is marked as made up',
  async (name) => {
    const theme = themeDocument.parse(await ask(name, '2026-01-15T03:00:00Z'));
    expect(theme.illustrative).toBe(true);
    expect(Date.parse(theme.asOf)).toBe(Date.parse('2026-01-14T16:00:00Z'));
  },
);

test('the demo has numbers too small to be told', async () => {
  const theme = themeDocument.parse(await ask('civil-affairs', '2026-01-15T03:00:00Z'));
  const orphans = theme.indicators.find(({ code }) => code === 'orphans')!;
  expect(withheldAreas(orphans.areas!).size).toBeGreaterThan(0);
});
