import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { Panel } from './Panel.tsx';
import { pastShown } from './past-shown.ts';

let root: Root;
const draw = (past: boolean) => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  return act(() =>
    root.render(
      <Panel title="cameras" past={past}>
        rows
      </Panel>,
    ),
  );
};
const marks = () => document.querySelectorAll('[data-now]').length;

beforeAll(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startWords('zh-CN');
});
afterEach(() => {
  act(() => root.unmount());
  pastShown.set({ shown: false });
});

test('while the past shows, each panel says that it is of now, and no longer than that', () => {
  draw(false);
  expect(marks()).toBe(0);
  act(() => pastShown.set({ shown: true }));
  expect(marks()).toBe(1);
  expect(document.body.textContent).toContain('实时');
  act(() => pastShown.set({ shown: false }));
  expect(marks()).toBe(0);
});

test('a panel that shows the moment itself does not say so', () => {
  draw(true);
  act(() => pastShown.set({ shown: true }));
  expect(marks()).toBe(0);
});
