import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { routeState } from '#sights/route-state.ts';
import { hallPanels, showPanel } from './hall-panels.ts';
import { MapTools } from './MapTools.tsx';

const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new ApolloLink(() => new Observable(() => undefined)),
});
let root: Root;
const button = (name: string) => document.querySelector<HTMLButtonElement>(`[data-${name}]`);

beforeAll(async () => {
  await startWords('zh-CN');
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterEach(() => {
  act(() => root.unmount());
  showPanel(null);
});

test('one menu holds the tools of the map; a tool opens what it says, and the menu leaves', () => {
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  act(() =>
    root.render(
      <ApolloProvider client={client}>
        <MapTools />
      </ApolloProvider>,
    ),
  );
  act(() => button('tool="map-tools"')?.click());
  expect(hallPanels.get().open).toBe('map-tools');
  expect(document.activeElement?.getAttribute('data-map-tool')).toBe('within');
  act(() => button('map-tool="route"')?.click());
  expect(routeState.get().open).toBe(true);
  expect(button('map-tool="route"')).toBeNull();
});
