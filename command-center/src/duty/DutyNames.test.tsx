import { MockedProvider } from '@apollo/client/testing/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DutiesNowDocument, ViewerDocument } from '#gis/generated/graphql.ts';
import { tellEntry, type JournalEntry } from '#journal/journal-state.ts';
import { startWords } from '#words/i18n.ts';
import { DutyNames } from './DutyNames.tsx';

const area = { __typename: 'Area' as const, code: '990101', name: 'county' };
const center = { __typename: 'Position' as const, longitude: 10, latitude: 50 };
const viewer = {
  viewer: {
    __typename: 'Viewer',
    userId: 'u',
    name: 'wall',
    displayName: 'wall',
    role: 'wall',
    permissions: [],
    departmentCode: null,
    area: { ...area, level: 'county', bbox: [9, 49, 11, 51], center },
    duty: null,
  },
};

const onDuty = (displayName: string) => ({
  request: { query: DutiesNowDocument, variables: { areaCode: area.code } },
  result: {
    data: {
      duties: [
        {
          __typename: 'Duty' as const,
          id: displayName,
          post: 'SHIFT_LEADER' as const,
          displayName,
          userId: displayName,
          signedInAt: '2026-05-04T00:00:00.000Z',
          area,
        },
      ],
    },
  },
});

let root: Root | null = null;
beforeAll(() => startWords('en'));
afterEach(() => root?.unmount());

test('at a handover the successor’s name stands at once', async () => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <MockedProvider
      mocks={[
        { request: { query: ViewerDocument }, result: { data: viewer } },
        onDuty('Mr Before'),
        onDuty('Ms After'),
      ]}
    >
      <DutyNames />
    </MockedProvider>,
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain('Mr Before'), 10_000);
  tellEntry({ kind: 'duty.signed-in' } as JournalEntry);
  await vi.waitFor(() => expect(document.body.textContent).toContain('Ms After'), 10_000);
});
