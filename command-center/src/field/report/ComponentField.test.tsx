import 'fake-indexeddb/auto';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { ComponentField } from './ComponentField.tsx';
import type { DraftComponent } from './report-draft.ts';

beforeAll(() => startWords('zh-CN'));
afterEach(() => vi.unstubAllGlobals());

const place = { longitude: 111.67, latitude: 27.69 };
const code = '4313820102000007';

function shown(chosen: DraftComponent | null, onChoose: (chosen: DraftComponent | null) => void) {
  const page = document.createElement('div');
  const root = createRoot(page);
  const said = { componentClass: '0102', place, chosen, onChoose };
  root.render(<ComponentField {...said} />);
  return { page, root };
}

test('a component near the place is chosen by a tap and left by another, and still there without a line', async () => {
  const nodes = [{ code, name: '污水井盖', state: 'damaged', position: place }];
  vi.stubGlobal('fetch', async () => Response.json({ data: { cityComponents: { nodes } } }));
  const onChoose = vi.fn<(chosen: DraftComponent | null) => void>();
  const first = shown(null, onChoose);
  const tile = (page: HTMLElement) => page.querySelector<HTMLElement>(`[data-component="${code}"]`);
  await vi.waitFor(() => expect(tile(first.page)).not.toBeNull());
  expect(tile(first.page)?.textContent).toContain('破损');
  tile(first.page)?.click();
  expect(onChoose).toHaveBeenLastCalledWith({ code, name: '污水井盖' });
  first.root.unmount();

  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')));
  const later = shown({ code, name: '污水井盖' }, onChoose);
  await vi.waitFor(() => expect(tile(later.page)?.textContent).toContain('米'));
  tile(later.page)?.click();
  expect(onChoose).toHaveBeenLastCalledWith(null);
  later.root.unmount();
});
