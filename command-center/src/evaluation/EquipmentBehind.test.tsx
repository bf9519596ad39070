import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { EquipmentBehind } from './EquipmentBehind.tsx';

let root: Root | null = null;
beforeAll(() => startWords('en'));
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

const position = { __typename: 'Position', longitude: 10, latitude: 50 };
const answers: Record<string, object> = {
  EvaluatedComponents: {
    evaluatedComponents: {
      __typename: 'EvaluatedComponents',
      total: 1,
      nodes: [
        {
          __typename: 'CityComponent',
          code: '9901010102000001',
          name: 'manhole 1',
          state: 'lost',
          address: null,
          position,
          area: { __typename: 'Area', code: '990101', name: 'Oakham' },
          class: {
            __typename: 'CityComponentClass',
            code: '0102',
            nameZh: '井盖',
            nameEn: 'Manhole',
          },
        },
      ],
    },
  },
  EvaluatedCameras: {
    evaluatedCameras: {
      __typename: 'EvaluatedCameras',
      total: 2,
      nodes: [
        cameraRow('here', { __typename: 'Camera', id: 'here', name: 'Gate', position }),
        cameraRow('elsewhere', null),
      ],
    },
  },
};

function cameraRow(cameraId: string, camera: object | null) {
  const minutes = { onlineMinutes: 30, plannedMinutes: 60 };
  return { __typename: 'EvaluatedCamera', cameraId, camera, ...minutes };
}

function open(rowsAre: string) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(
      ({ operationName }) =>
        new Observable((observer) => {
          observer.next({ data: answers[operationName ?? ''] ?? {} });
          observer.complete();
        }),
    ),
  });
  const onThing = vi.fn();
  root = createRoot(document.body.appendChild(document.createElement('main')));
  const opened = { key: 'k', rowsAre, counted: false, by: null, group: null, title: 'Figure' };
  const stretch = { areaCode: '990101', from: '2026-01-01', to: '2026-02-01' };
  flushSync(() =>
    root?.render(
      <ApolloProvider client={client}>
        <EquipmentBehind {...{ opened, stretch, onThing }} onClose={() => {}} />
      </ApolloProvider>,
    ),
  );
  return onThing;
}

const row = (id: string) => document.querySelector(`[data-row="${id}"]`);

test.each([
  ['city-component', '9901010102000001'],
  ['camera', 'here'],
])('a %s behind a figure leads to its place on the map', async (kind, id) => {
  const onThing = open(kind);
  await vi.waitFor(() => expect(row(id)).not.toBeNull());
  row(id)!.querySelector('button')!.click();
  expect(onThing).toHaveBeenCalledExactlyOnceWith(kind, id, [10, 50]);
});

test('a camera that has left the scope since leads nowhere', async () => {
  open('camera');
  await vi.waitFor(() => expect(row('elsewhere')).not.toBeNull());
  expect(row('elsewhere')!.querySelector('button')).toBeNull();
});
