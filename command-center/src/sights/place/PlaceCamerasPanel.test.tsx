import { MockedProvider } from '@apollo/client/testing/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PlaceCamerasDocument } from '#gis/generated/graphql.ts';
import { mapModel } from '#map/map-model.ts';
import { startWords } from '#words/i18n.ts';
import { askPlaceCameras, closePlaceCameras } from './place-cameras.ts';
import { PlaceCamerasPanel } from './PlaceCamerasPanel.tsx';

const position = { longitude: 111.5, latitude: 27.5 };
const variables = { position, withinMeters: 3_000, first: 20 };
const nearestCameras = [
  {
    __typename: 'RankedCamera' as const,
    relation: 'near',
    reason: 'building',
    distanceMeters: 80,
    permitted: true,
    refusal: null,
    camera: {
      __typename: 'Camera' as const,
      id: 'c1',
      name: 'at the corner',
      kind: 'fixed',
      state: 'online',
      owner: 'city-management',
      position: { __typename: 'Position' as const, longitude: 111.5, latitude: 27.501 },
    },
  },
];

let root: Root;

beforeAll(() => startWords('en'));
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  closePlaceCameras();
  mapModel.set({ openCameras: [] });
});

function open(onLookHere: ((place: readonly [number, number]) => void) | null): void {
  const request = { query: PlaceCamerasDocument, variables };
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root.render(
      <MockedProvider mocks={[{ request, result: { data: { nearestCameras } } }]}>
        <PlaceCamerasPanel onLookHere={onLookHere} />
      </MockedProvider>,
    ),
  );
}

test('any place of the map has its cameras listed, with what stands in the way, and its window asks what for', async () => {
  open(null);
  expect(document.querySelector('[data-place-cameras]')).toBeNull();
  flushSync(() => askPlaceCameras([111.5, 27.5]));
  expect(mapModel.get().shapes.map(({ id }) => id)).toContain('place-cameras');
  const row = await vi.waitFor(() => {
    const found = document.querySelector('[data-offered="c1"]');
    expect(found?.querySelector('[data-sight="building"]')).toBeTruthy();
    return found;
  }, 10_000);
  expect(document.querySelector('[data-act="look-here"]')).toBeNull();
  flushSync(() =>
    row?.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
  );
  expect(mapModel.get().openCameras).toMatchObject([{ cameraId: 'c1', basis: null }]);
  flushSync(() => closePlaceCameras());
  expect(mapModel.get().shapes.map(({ id }) => id)).not.toContain('place-cameras');
});

test('whoever may turn cameras goes on from the list to turn them there', () => {
  const onLookHere = vi.fn();
  open(onLookHere);
  flushSync(() => askPlaceCameras([111.5, 27.5]));
  document
    .querySelector('[data-act="look-here"]')
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(onLookHere).toHaveBeenCalledWith([111.5, 27.5]);
});
