import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { Guarded } from './Guarded.tsx';
import { Panel } from './Panel.tsx';

let root: Root;
let breaks = true;

function Part() {
  if (breaks) throw new Error('a number that is none');
  return <b>whole</b>;
}

beforeAll(() => startWords('en'));
beforeEach(() => {
  breaks = true;
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  root = createRoot(document.body.appendChild(document.createElement('div')), {
    onCaughtError: () => {},
  });
});
afterEach(() => {
  flushSync(() => root.unmount());
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const broken = () => document.querySelectorAll('[data-broken]').length;

test('a part that breaks says so in its place, what stands beside it goes on', () => {
  flushSync(() =>
    root.render(
      <>
        <Guarded>
          <Part />
        </Guarded>
        <p>beside</p>
      </>,
    ),
  );
  expect(broken()).toBe(1);
  expect(document.body.textContent).toContain('beside');
});

test('it comes back by itself once it can, and is tried less and less often until then', () => {
  flushSync(() =>
    root.render(
      <Guarded>
        <Part />
      </Guarded>,
    ),
  );
  flushSync(() => vi.advanceTimersByTime(5_000));
  expect(broken()).toBe(1);
  breaks = false;
  flushSync(() => vi.advanceTimersByTime(14_000));
  expect(broken()).toBe(1);
  flushSync(() => vi.advanceTimersByTime(1_000));
  expect([broken(), document.body.textContent]).toEqual([0, 'whole']);
});

test('each panel keeps its own breakage inside its frame', () => {
  flushSync(() =>
    root.render(
      <>
        <Panel title="one">
          <Part />
        </Panel>
        <Panel title="two">fine</Panel>
      </>,
    ),
  );
  expect(broken()).toBe(1);
  for (const words of ['one', 'two', 'fine']) expect(document.body.textContent).toContain(words);
});

test('what is shown next in the place of what broke is shown at once', () => {
  const show = (of: string) =>
    flushSync(() =>
      root.render(
        <Guarded of={of}>
          <Part />
        </Guarded>,
      ),
    );
  show('one scene');
  expect(broken()).toBe(1);
  breaks = false;
  show('one scene');
  expect(broken()).toBe(1);
  show('the next');
  expect(broken()).toBe(0);
});
