import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { CameraUse } from './CameraUse.tsx';
import type { BehindUseProps } from './opened-use.ts';

let root: Root | null = null;
const asked: Record<string, unknown>[] = [];
beforeAll(() => startWords('en'));
beforeEach(() => (asked.length = 0));
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

const group = (key: string | null, name: string | null) => ({
  __typename: 'CameraUseGroup',
  ...{ key, name, cameras: 5, unwatched: 3, looks: 4, minutes: 9.5 },
  purposes: [{ __typename: 'PurposeUse', purpose: 'traffic', looks: 4, minutes: 9.5 }],
});
const answers: Record<string, object> = {
  CameraUse: {
    cameraUse: {
      __typename: 'CameraUse',
      whole: group(null, null),
      groups: [group('990101001', 'Oakham')],
    },
  },
  UnwatchedCameras: {
    unwatchedCameras: {
      __typename: 'UnwatchedCameras',
      total: 3,
      nodes: [
        {
          __typename: 'Camera',
          ...{ id: 'c1', name: 'Gate', state: 'online', owner: 'traffic' },
          position: { __typename: 'Position', longitude: 10, latitude: 50 },
        },
      ],
    },
  },
};

function show(LooksBehind: ((props: BehindUseProps) => null) | null) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(
      ({ operationName, variables }) =>
        new Observable((observer) => {
          asked.push({ name: operationName, ...variables });
          observer.next({ data: answers[operationName ?? ''] ?? {} });
          observer.complete();
        }),
    ),
  });
  const onCamera = vi.fn();
  const stretch = { areaCode: '990101', from: '2026-01-01', to: '2026-02-01' };
  root = createRoot(document.body.appendChild(document.createElement('main')));
  flushSync(() =>
    root?.render(
      <ApolloProvider client={client}>
        <CameraUse {...{ stretch, onCamera, LooksBehind }} />
      </ApolloProvider>,
    ),
  );
  return onCamera;
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

test('the cameras that nobody looked through open beside their number and lead to the map', async () => {
  const onCamera = show(null);
  await vi.waitFor(() => expect(find('[data-use="990101001"]')).not.toBeNull());
  find('[data-use="990101001"] [data-count="unwatched"] button')!.click();
  await vi.waitFor(() => expect(find('[data-row="c1"] button')).not.toBeNull());
  expect(asked.at(-1)).toMatchObject({ by: 'area', group: '990101001' });
  expect(find('[data-unwatched]')?.dataset['unwatched']).toBe('3');
  find('[data-row="c1"] button')!.click();
  expect(onCamera).toHaveBeenCalledExactlyOnceWith('c1', [10, 50]);
});

test('a number of looks opens for who reads the register, and for nobody else', async () => {
  show(null);
  await vi.waitFor(() => expect(find('[data-use="whole"]')).not.toBeNull());
  expect(find('[data-count="looks"] button')).toBeNull();
  expect(find('[data-purpose="traffic"] button')).toBeNull();
  root?.unmount();
  document.body.replaceChildren();

  const looksBehind = vi.fn<(props: BehindUseProps) => null>(() => null);
  show(looksBehind);
  await vi.waitFor(() => expect(find('[data-use="990101001"]')).not.toBeNull());
  find('[data-use="990101001"] [data-purpose="traffic"] button')!.click();
  await vi.waitFor(() => expect(looksBehind).toHaveBeenCalled());
  expect(looksBehind.mock.calls.at(-1)?.[0].opened).toMatchObject({
    ...{ rows: 'looks', purpose: 'traffic' },
    ...{ by: 'area', group: '990101001' },
  });
});
