import 'fake-indexeddb/auto';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import type { Worker } from '../session/worker-session.ts';
import { askCasesAhead } from './case-lists.ts';
import { ChecksTab } from './ChecksTab.tsx';
import { TasksTab } from './TasksTab.tsx';

beforeAll(() => startWords('zh-CN'));
afterEach(() => vi.unstubAllGlobals());

const worker = {
  ...{ userId: 'w1', permissions: ['incident.dispose'] },
  area: { code: '431382101', name: '村', center: { longitude: 111.6, latitude: 27.6 } },
} as unknown as Worker;

const photo = (id: string) => ({
  ...{ id, move: 'feed-back', addedAt: '2026-11-27T09:00:00Z', addedBy: '张三' },
  ...{ width: 4, height: 3 },
});
const aCase = (id: string, state: string) => ({
  ...{ id, state, title: id, area: { code: '431382101', name: '村' }, permittedMoves: [] },
  ...{ reportedAt: '2026-11-27T08:00:00Z', history: [], photos: [photo(id)] },
});
const page = (...nodes: object[]) => ({ nodes, pageInfo: { hasNextPage: false } });

/** Answers by what is asked for. */
const answerTo = (body: string): object => {
  if (body.includes('FieldMyReports')) return { myReports: page(aCase('reported', 'closed')) };
  if (body.includes('"verifying"')) return { incidents: page(aCase('to-check', 'checking')) };
  return { incidents: page(aCase('in-hand', 'processing')) };
};

test('whoever never opened a list has it, with its pictures, once the line is gone', async () => {
  const kept: string[] = [];
  const cache = { keys: async () => [], add: async (path: string) => void kept.push(path) };
  vi.stubGlobal('caches', { open: async () => cache });
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) =>
    Response.json({ data: answerTo(String(init?.body)) }),
  );
  await askCasesAhead(worker);
  expect(kept.sort()).toEqual(
    ['in-hand', 'reported', 'to-check'].map((id) => `/photos/${id}/preview`),
  );

  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')));
  const container = document.createElement('div');
  const root = createRoot(container);
  root.render(
    <>
      <ChecksTab worker={worker} />
      <TasksTab worker={worker} />
    </>,
  );
  for (const shown of [
    '[data-case-row="to-check"]',
    '[data-case-row="in-hand"]',
    '[data-my-report]',
  ]) {
    await vi.waitFor(() => expect(container.querySelector(shown), shown).not.toBeNull());
  }
  root.unmount();
});
