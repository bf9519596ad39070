import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { keyFields } from '#gis/key-fields.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { mapModel, select, selectArea } from '#map/map-model.ts';
import { startWords } from '#words/i18n.ts';
import { situationFigures } from 'grid-data';
import { closeRows } from './situation-state.ts';
import { SituationBoard } from './SituationBoard.tsx';

const viewer = {
  userId: 'u',
  role: 'leader',
  permissions: ['map.read', 'incident.instruct'],
  area: { code: '990101', name: 'Oakham', bbox: [9, 49, 11, 51] },
} as unknown as Viewer;

let root: Root | null = null;
let panels = ['limits', 'grades'];
/** What the server counts now; the rows behind a number are counted anew when they are asked for. */
let open = 3;
const asked: { name: string; variables: Record<string, unknown> }[] = [];

function situationOf({ areaCode, incidentId }: Record<string, unknown>) {
  return {
    __typename: 'Situation',
    asOf: '2026-01-01T00:00:00Z',
    asOfSeq: 40 + open,
    radiusMeters: incidentId ? 1000 : null,
    area: incidentId ? null : { __typename: 'Area', code: areaCode, name: 'here', bbox: [] },
    incident: incidentId
      ? {
          __typename: 'Incident',
          id: incidentId,
          title: 'a fallen tree',
          position: { __typename: 'Position', longitude: 10, latitude: 50 },
        }
      : null,
    figures: Object.entries(situationFigures).map(([id, subject]) => ({
      __typename: 'SituationFigure',
      id,
      subject,
      count: id === 'open' ? open : 1,
    })),
    openByArea: [],
  };
}

function answer(name: string, variables: Record<string, unknown>): Record<string, unknown> {
  switch (name) {
    case 'Situation':
      return { situation: situationOf(variables) };
    case 'SituationRows':
      return {
        situationRows: {
          __typename: 'SituationRows',
          figure: variables['figure'],
          subject: 'duties',
          count: open,
          situation: situationOf(variables),
          incidents: [],
          cameras: [],
          units: [],
          cityComponents: [],
          duties: Array.from({ length: open }, (_, n) => ({
            __typename: 'Duty',
            id: `d${n}`,
            post: 'LEADER',
            displayName: `Person ${n}`,
            signedInAt: '2026-01-01T00:00:00Z',
            area: { __typename: 'Area', code: '990101', name: 'Oakham' },
          })),
          pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
        },
      };
    case 'PanelArrangement':
      return {
        panelArrangement: {
          __typename: 'PanelArrangement',
          role: 'leader',
          panels,
          changedBy: null,
          changedAt: null,
          version: 0,
        },
      };
    case 'CityThemes':
      return {
        cityThemes: [
          {
            __typename: 'CityTheme',
            ...{ code: 'civil', name: 'Civil affairs', source: 'Civil affairs bureau' },
            ...{ illustrative: false, asOf: '2026-01-01T00:00:00Z', stale: false, failure: null },
            ...{ rejects: [], rejected: 0 },
            indicators: [
              {
                ...{ __typename: 'ThemeIndicator', code: 'homes', name: 'Homes', unit: '' },
                ...{ sensitive: false, places: true, value: 12 },
              },
            ],
          },
        ],
      };
    default:
      return { viewer: null, instructions: [], viewRequests: null, incidentClasses: [] };
  }
}

const link = new ApolloLink(
  ({ operationName, variables }) =>
    new Observable((observer) => {
      asked.push({ name: operationName ?? '', variables });
      observer.next({ data: answer(operationName ?? '', variables) });
      observer.complete();
    }),
);

beforeAll(() => startWords('en'));
function openBoard(): void {
  const client = new ApolloClient({ link, cache: new InMemoryCache({ typePolicies: keyFields }) });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root?.render(
      <ApolloProvider client={client}>
        <SituationBoard viewer={viewer} onOpenRequests={() => {}} onClose={() => {}} />
      </ApolloProvider>,
    ),
  );
}
beforeEach(() => {
  open = 3;
  panels = ['limits', 'grades'];
  asked.length = 0;
  openBoard();
});
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  select(null);
  selectArea(null);
  closeRows();
});

const number = (id: string) => document.querySelector<HTMLElement>(`[data-number="${id}"]`);

test('panels stand in the order of the role, each with an action', async () => {
  await vi.waitFor(() => expect(number('open')).not.toBeNull());
  const shown = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  expect(shown.map(({ dataset }) => dataset['panel'])).toEqual(['limits', 'grades']);
  for (const panel of shown) {
    expect(panel.querySelector('[data-act^="panel-"]')?.textContent).not.toBe('');
  }
});

test('a number changes to that of its rows when they open, for both are of one moment', async () => {
  await vi.waitFor(() => expect(number('open')?.dataset['count']).toBe('3'));
  open = 4;
  number('open')?.click();
  await vi.waitFor(() =>
    expect(document.querySelectorAll('[data-list="situation"] [data-row]')).toHaveLength(4),
  );
  await vi.waitFor(() => expect(number('open')?.dataset['count']).toBe('4'));
  expect(asked.filter(({ name }) => name === 'Situation')).toHaveLength(1);
});

test('a selected incident re-scopes all panels and draws its circle; the chip undoes both', async () => {
  select({ kind: 'incident', id: 'i', position: [10, 50] });
  await vi.waitFor(() => expect(document.querySelector('[data-chip="incident"]')).not.toBeNull());
  expect(asked.at(-1)?.variables ?? {}).not.toHaveProperty('areaCode');
  expect(asked.some(({ variables }) => variables['incidentId'] === 'i')).toBe(true);
  expect(mapModel.get().shapes.map(({ id }) => id)).toContain('situation-scope');
  document.querySelector<HTMLElement>('[data-chip="incident"]')?.click();
  await vi.waitFor(() => expect(mapModel.get().selection).toBeNull());
  await vi.waitFor(() => expect(document.querySelector('[data-chip="incident"]')).toBeNull());
  expect(mapModel.get().shapes.map(({ id }) => id)).not.toContain('situation-scope');
});

test('a chosen area re-scopes them too', async () => {
  selectArea('990101001');
  await vi.waitFor(() => expect(document.querySelector('[data-chip="area"]')).not.toBeNull());
  document.querySelector<HTMLElement>('[data-chip="area"]')?.click();
  await vi.waitFor(() => expect(document.querySelector('[data-chip="area"]')).toBeNull());
});

test('of a selected incident wait its own instructions; what is counted by area alone says so', async () => {
  root?.unmount();
  panels = ['decisions', 'city-themes'];
  openBoard();
  const lastAsked = () => asked.findLast(({ name }) => name === 'Instructions')?.variables;
  await vi.waitFor(() =>
    expect(document.querySelector('[data-panel="city-themes"]')).not.toBeNull(),
  );
  await vi.waitFor(() => expect(lastAsked()).toEqual({ areaCode: '990101', waitingOnly: true }));
  expect(document.querySelector('[data-wider]')).toBeNull();
  select({ kind: 'incident', id: 'i', position: [10, 50] });
  await vi.waitFor(() => expect(lastAsked()).toEqual({ incidentId: 'i', waitingOnly: true }));
  await vi.waitFor(() => expect(document.querySelector('[data-wider]')?.textContent).not.toBe(''));
  expect(document.querySelector('[data-wider]')).not.toBeNull();
});
