import { act } from 'react';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  DuplicatesAtDocument,
  IncidentClassesDocument,
  KnownOrderDocument,
  ReportIncidentDocument,
} from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { askNewCase, forgetAskedCase } from './asked-case.ts';
import { emptyCase, keepCaseDraft, readCaseDraft } from './case-draft.ts';
import { NewCase } from './NewCase.tsx';

vi.mock('#gis/use-viewer.ts', () => ({ useViewer: () => ({ viewer: { permissions: [] } }) }));
vi.mock('#desk/PhotoField.tsx', () => ({ PhotoField: () => null }));

const position = { longitude: 111.7, latitude: 27.7 };
const cityComponent = { code: '4313820102000001', name: '井盖 1' };
const classes = ['C0102', 'C0103'].map((code) => ({
  __typename: 'IncidentClass' as const,
  ...{ code, kind: 'component', nameZh: code, nameEn: code, icon: 'x' },
}));

let root: Root;
/** What was reported, as it was sent. */
let sent: Record<string, unknown>[] = [];

beforeAll(() => startWords('en'));
beforeEach(() => {
  sent = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  forgetAskedCase();
  keepCaseDraft(null);
  document.body.replaceChildren();
});

async function show(more: MockLink.MockedResponse[] = []): Promise<void> {
  const mocks: MockLink.MockedResponse[] = [
    {
      request: { query: IncidentClassesDocument },
      result: { data: { incidentClasses: classes } },
      maxUsageCount: Infinity,
    },
    {
      request: { query: DuplicatesAtDocument, variables: () => true },
      result: { data: { duplicatesAt: [] } },
      maxUsageCount: Infinity,
    },
    {
      request: { query: ReportIncidentDocument, variables: () => true },
      result: ({ input }: Record<string, unknown>) => {
        sent.push(input as Record<string, unknown>);
        return { errors: [{ message: 'not today', extensions: { reason: 'unreachable' } }] };
      },
      maxUsageCount: Infinity,
    },
    ...more,
  ];
  await act(async () =>
    root.render(
      <MockedProvider mocks={mocks}>
        <NewCase onClose={() => {}} />
      </MockedProvider>,
    ),
  );
  await act(async () => new Promise((done) => setTimeout(done, 50)));
}

const submit = () =>
  act(async () => {
    document.querySelector('form')!.requestSubmit();
    await new Promise((done) => setTimeout(done, 50));
  });

test('what the map asks to take down fills the form, its component goes along, and a failure keeps it', async () => {
  askNewCase({ cityComponent, position, address: '北路 3' });
  await show();
  const about = document.querySelector('[data-about-component]');
  expect(about?.getAttribute('data-about-component')).toBe(cityComponent.code);
  // Its own classes are offered before anybody searches.
  const offers = [...document.querySelectorAll<HTMLButtonElement>('[data-offer]')];
  expect(offers.map((offer) => offer.dataset['offer'])).toEqual(['C0102']);
  await act(async () => offers[0]!.click());
  await submit();
  expect(sent).toMatchObject([
    { cityComponentCode: cityComponent.code, classCode: 'C0102', position, address: '北路 3' },
  ]);
  expect(readCaseDraft()).toMatchObject({ cityComponent });
});

const knownCase = {
  __typename: 'Incident' as const,
  ...{ id: 'i', caseNo: null, title: '路灯不亮', state: 'reported', description: '一盏' },
  ...{ address: '南路 1', reportedAt: '2026-01-01T00:00:00Z' },
  position: { __typename: 'Position' as const, ...position },
};

const knows = (incident: object | null): MockLink.MockedResponse => ({
  request: { query: KnownOrderDocument, variables: () => true },
  result: { data: { knownOrder: { __typename: 'KnownOrder', revision: 3, incident } } },
  maxUsageCount: Infinity,
});

const written = { ...emptyCase, externalId: 'GD-1', classCode: 'C0102', position };

test('a known number is said before it is sent, and goes as the next revision once that is wanted', async () => {
  keepCaseDraft({ ...written, description: '两盏' });
  await show([knows(knownCase)]);
  expect(document.querySelector('[data-known-order="i"]')).not.toBeNull();
  const send = document.querySelector<HTMLButtonElement>('button[type=submit]')!;
  expect(send.disabled).toBe(true);
  await submit();
  expect(sent).toEqual([]);
  await act(async () =>
    document.querySelector<HTMLInputElement>('[data-known-order] input')!.click(),
  );
  expect(send.disabled).toBe(false);
  await submit();
  expect(sent).toMatchObject([
    {
      order: { externalId: 'GD-1', revision: 4, refuseKnown: true },
      ...{ description: '两盏', address: '南路 1' },
    },
  ]);
  // Nothing was stored: nothing is thrown away.
  expect(readCaseDraft()).toMatchObject({ description: '两盏', externalId: 'GD-1' });
});

test.each([
  ['has ended', { ...knownCase, state: 'closed' }],
  ['lies elsewhere', null],
])('an order whose case %s is not sent', async (_, incident) => {
  keepCaseDraft({ ...written, asRevision: true });
  await show([knows(incident)]);
  expect(document.querySelector('[data-known-order]')).not.toBeNull();
  expect(document.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled).toBe(true);
});

test('a call that is half written is not thrown away by what the map asks', async () => {
  keepCaseDraft({ ...emptyCase, name: '张三' });
  askNewCase({ cityComponent, position });
  await show();
  expect(document.querySelector('[data-asked-case]')).not.toBeNull();
  expect(document.querySelector('[data-about-component]')).toBeNull();
  const [take] = document.querySelectorAll<HTMLButtonElement>('[data-asked-case] button');
  await act(async () => take!.click());
  expect(document.querySelector('[data-about-component]')).not.toBeNull();
  expect(readCaseDraft()).toMatchObject({ name: '', cityComponent });
});
