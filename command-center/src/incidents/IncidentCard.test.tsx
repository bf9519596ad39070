import { MockedProvider } from '@apollo/client/testing/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { IncidentCardDocument } from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { alarmState } from './alarms.ts';
import { IncidentCard } from './IncidentCard.tsx';

vi.mock('#gis/use-viewer.ts', () => ({
  useViewer: () => ({ viewer: { permissions: ['incident.accept'] } }),
}));
vi.mock('./AlarmCameras.tsx', () => ({ AlarmCameras: () => null }));

const incident = {
  __typename: 'Incident' as const,
  id: 'i',
  caseNo: null,
  title: 'a fallen tree',
  state: 'reported',
  stage: 'reported',
  open: true,
  grade: 3,
  address: '1 Long Street',
  reportedAt: '2026-01-01T00:00:00Z',
  dueAt: null,
  overdue: false,
  acknowledgedAt: null,
  version: 1,
  position: { __typename: 'Position' as const, longitude: 111, latitude: 27 },
  area: { __typename: 'Area' as const, code: '990101', name: 'county' },
  class: {
    __typename: 'IncidentClass' as const,
    code: '0101',
    nameZh: '树',
    nameEn: 'tree',
    icon: 'tree',
  },
  description: null,
  source: 'citizen',
  departmentCode: null,
  registeredAt: null,
  dispatchedAt: null,
  closedAt: null,
  acknowledgedBy: null,
  unitGridCell: null,
  governanceGridCell: null,
  cityComponent: null,
  keyUnit: null,
  pictureReport: null,
  history: [],
};

const alarm = {
  incidentId: 'j',
  grade: 3,
  title: 'another',
  place: '2 Long Street',
  position: [111, 27] as const,
  reportedAt: '2026-01-01T00:00:00Z',
  fresh: true,
};

let root: Root;

beforeAll(() => startWords('en'));
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  alarmState.set({ alarms: [], refused: null });
});

async function open(): Promise<string[]> {
  const request = { query: IncidentCardDocument, variables: { id: 'i' } };
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <MockedProvider mocks={[{ request, result: { data: { incident } } }]}>
      <IncidentCard id="i" onClose={() => undefined} />
    </MockedProvider>,
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain(incident.title), 10_000);
  return [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent);
}

test('a card shows the keys that act on it', async () => {
  expect(await open()).toEqual(['A', 'F']);
});

test('beside an alarm a card shows no keys, for they act on the alarm', async () => {
  alarmState.set({ alarms: [alarm], refused: null });
  expect(await open()).toEqual([]);
});
