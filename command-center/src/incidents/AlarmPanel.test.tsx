import { MockedProvider } from '@apollo/client/testing/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { IncidentClassesDocument } from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { AlarmPanel } from './AlarmPanel.tsx';
import { alarmState } from './alarms.ts';

vi.mock('#gis/use-viewer.ts', () => ({
  useViewer: () => ({ viewer: { permissions: ['incident.accept'] } }),
}));
vi.mock('./AlarmCameras.tsx', () => ({ AlarmCameras: () => null }));

const data = {
  incidentClasses: [
    {
      __typename: 'IncidentClass' as const,
      ...{ code: '0101', kind: 'component', nameZh: '井盖丢失', nameEn: 'Manhole cover missing' },
      icon: 'manhole',
    },
  ],
};

let root: Root;

beforeAll(() => startWords('en'));
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root.render(
      <MockedProvider mocks={[{ request: { query: IncidentClassesDocument }, result: { data } }]}>
        <AlarmPanel />
      </MockedProvider>,
    ),
  );
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  alarmState.set({ alarms: [], refused: null });
});

test('an alarm is named in the language of the page, with its place under it', async () => {
  flushSync(() =>
    alarmState.set({
      alarms: [
        {
          incidentId: 'i',
          grade: 3,
          title: '井盖丢失',
          place: '1 Long Street',
          position: [111, 27],
          reportedAt: '2026-01-01T00:00:00Z',
          fresh: true,
        },
      ],
    }),
  );
  await vi.waitFor(() =>
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Manhole cover missing'),
  );
  expect(document.querySelector('[data-place]')?.textContent).toBe('1 Long Street');
});
