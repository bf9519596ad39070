import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ScreenIdentity, WallPanel } from 'grid-data';
import { keyFields } from '#gis/key-fields.ts';
import { startWords } from '#words/i18n.ts';
import { ScreenPanel } from './ScreenPanel.tsx';

const screen = { areaCode: '990101', areaName: 'Oakham' } as ScreenIdentity;

const theme = {
  __typename: 'CityTheme',
  ...{ code: 'civil', name: 'Civil affairs', source: 'Civil affairs bureau' },
  ...{ illustrative: false, asOf: '2026-01-01T00:00:00Z', stale: true, failure: null },
  ...{ rejects: [], rejected: 0 },
  indicators: [
    {
      ...{ __typename: 'ThemeIndicator', code: 'homes', name: 'Homes', unit: '' },
      ...{ sensitive: false, places: true, value: 12 },
    },
  ],
};
const weather = {
  __typename: 'Weather',
  ...{ heardAt: '2026-01-01T00:00:00Z', failure: null, stale: false },
  report: {
    ...{ __typename: 'WeatherReport', source: 'Weather bureau', illustrative: false },
    ...{ observedAt: '2026-01-01T00:00:00Z', sky: 'rain', temperatureC: 4 },
    ...{ windMetersPerSecond: 6, windFromDeg: 0, rainMmPerHour: null },
    warnings: [{ __typename: 'WeatherWarning', title: 'Heavy rain', level: 'red', until: null }],
  },
};

let root: Root;

function show(panel: WallPanel, data: object): void {
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next({ data });
        observer.complete();
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache({ typePolicies: keyFields }) });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root.render(
      <ApolloProvider client={client}>
        <ScreenPanel panel={panel} screen={screen} />
      </ApolloProvider>,
    ),
  );
}

beforeAll(() => startWords('en'));
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const words = () => document.querySelector('[data-wall-card]')?.textContent ?? '';

test('a screen shows what other systems count, with whose word it is and that it is old', async () => {
  show('city-themes', { cityThemes: [theme] });
  await vi.waitFor(() => expect(words()).toContain('12'));
  for (const part of ['Civil affairs', 'Civil affairs bureau', 'out of date']) {
    expect(words()).toContain(part);
  }
});

test('a screen shows the weather with its warnings', async () => {
  show('weather', { weather });
  await vi.waitFor(() => expect(words()).toContain('Rain'));
  for (const part of ['4 °C', 'north wind, force 4', 'Heavy rain', 'Weather bureau']) {
    expect(words()).toContain(part);
  }
});

test('where nothing is connected a screen says so and is not blank', async () => {
  show('weather', { weather: null });
  await vi.waitFor(() => expect(words()).toContain('No source of the weather is connected.'));
  flushSync(() => root.unmount());
  document.body.replaceChildren();
  show('city-themes', { cityThemes: [] });
  await vi.waitFor(() => expect(words()).toContain('No other system is connected.'));
});
