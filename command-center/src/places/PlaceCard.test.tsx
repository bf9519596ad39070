import { MockedProvider } from '@apollo/client/testing/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PlaceCamerasDocument, PlaceCardDocument } from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { PlaceCard } from './PlaceCard.tsx';

const at = { longitude: 111.5, latitude: 27.5 };
const place = {
  __typename: 'Place' as const,
  ...{ id: 'school', name: 'First School', kind: 'school', address: null, capacity: null },
  position: { __typename: 'Position' as const, ...at },
  area: { __typename: 'Area' as const, code: '990101', name: 'county' },
};
const camera = {
  __typename: 'Camera' as const,
  ...{ id: 'c1', name: 'at the gate', kind: 'fixed', state: 'offline', owner: 'school' },
  position: { __typename: 'Position' as const, longitude: 111.5, latitude: 27.501 },
};
const ranked = {
  __typename: 'RankedCamera' as const,
  ...{ relation: 'sees', reason: 'clear', distanceMeters: 80, permitted: true, refusal: null },
  camera,
};

let root: Root;

beforeAll(() => startWords('en'));
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

test('the card of a place lists the cameras for it, and says which is offline', async () => {
  const mocks = [
    {
      request: { query: PlaceCardDocument, variables: { id: 'school' } },
      result: { data: { place } },
    },
    {
      request: {
        query: PlaceCamerasDocument,
        variables: { position: at, withinMeters: 3_000, first: 20 },
      },
      result: { data: { nearestCameras: [ranked] } },
    },
  ];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <MockedProvider mocks={mocks}>
      <PlaceCard id="school" onClose={() => undefined} />
    </MockedProvider>,
  );
  await vi.waitFor(() => {
    const row = document.querySelector('[data-offered="c1"]');
    expect(row?.textContent).toBe('at the gateoffline · sees it · 80 m');
  }, 10_000);
});
