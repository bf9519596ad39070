/** Other systems of the made-up county, as if they had just answered. */
import { themeDocument, weatherDocument, type Clock } from 'grid-data';
import type { OutsideSources } from '../open-sources.ts';

const at = '2026-01-01T00:00:00Z';

export const madeUpTheme = themeDocument.parse({
  theme: 'civil',
  name: 'Civil affairs',
  source: 'Civil affairs bureau',
  asOf: at,
  goodForHours: 24,
  indicators: [
    {
      code: 'homes',
      name: 'Homes',
      unit: '',
      places: [
        ...[1, 2].map((n) => ({
          ...{ id: `home-${n}`, name: `Home ${n}` },
          ...{ areaCode: `99010100${n}001`, longitude: 9.93, latitude: 50 },
        })),
      ],
    },
    {
      code: 'allowances',
      name: 'Allowances',
      unit: '',
      sensitive: true,
      areas: [
        { areaCode: '990101001', value: 3 },
        { areaCode: '990101002', value: 9 },
        { areaCode: '990101003', value: 60 },
      ],
    },
  ],
});

export const madeUpWeather = weatherDocument.parse({
  source: 'Weather bureau',
  observedAt: at,
  sky: 'rain',
  temperatureC: 4,
  windMetersPerSecond: 6,
  warnings: [
    { title: 'Heavy rain', level: 'yellow', until: null },
    { title: 'over', level: 'blue', until: '2025-12-31T00:00:00Z' },
  ],
});

export function madeUpSources(clock: Clock): OutsideSources {
  const heard = <Value>(value: Value) => ({
    latest: () => ({ heard: { value, at: clock.now() }, failure: null, rejects: [] }),
  });
  return { weather: heard(madeUpWeather), themes: [heard(madeUpTheme)] };
}
