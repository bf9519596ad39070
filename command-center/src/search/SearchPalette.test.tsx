import { MockedProvider } from '@apollo/client/testing/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { SearchDocument } from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { SearchPalette } from './SearchPalette.tsx';

beforeAll(async () => {
  await startWords('en');
  // What cmdk asks of a browser and jsdom lacks.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

let root: Root | null = null;

function type(input: HTMLInputElement, text: string): void {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  flushSync(() => {
    write?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(input: HTMLInputElement, key: string): void {
  flushSync(() => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
}

const shown = (text: string) =>
  vi.waitFor(() => {
    expect(document.body.textContent).toContain(text);
  });

const hit = (kind: string, id: string, title: string) => ({
  __typename: 'SearchHit' as const,
  kind,
  id,
  title,
  detail: '',
  post: null,
  position: null,
});

const answers = [
  ...['工作台', 'gzt', 'gongzuotai', 'desk'].map((text) => ({
    request: { query: SearchDocument, variables: { text } },
    result: { data: { search: [] } },
  })),
  {
    request: { query: SearchDocument, variables: { text: 'lee' } },
    result: {
      data: {
        search: [{ ...hit('person', 'duty:1:leader', 'Lee'), post: 'leader', detail: 'Oakham' }],
      },
    },
  },
  {
    request: { query: SearchDocument, variables: { text: 'oa' } },
    result: { data: { search: [hit('road', 'r1', 'Oak Road'), hit('area', 'a1', 'Oakham')] } },
  },
  {
    request: { query: SearchDocument, variables: { text: 'oakham' } },
    result: {
      data: { search: [hit('area', 'a1', 'Oakham'), hit('place', 'p1', 'Oakham School')] },
    },
  },
];

function open() {
  const onHit = vi.fn();
  const run = vi.fn();
  const openPage = vi.fn();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root?.render(
      <MockedProvider mocks={answers}>
        <SearchPalette
          commands={[
            {
              ...{ id: 'mute', kind: 'command', words: 'Sound', shortcut: 'm', run },
              ...{ names: ['提示音', 'Sound'], pinyin: 'ti shi yin' },
            },
            {
              ...{ id: 'desk', kind: 'page', words: 'Desk', shortcut: '', run: openPage },
              ...{ names: ['工作台', 'Desk'], pinyin: 'gong zuo tai' },
            },
          ]}
          onHit={onHit}
          onClose={() => undefined}
        />
      </MockedProvider>,
    ),
  );
  const input = document.querySelector<HTMLInputElement>('input[role=combobox]');
  if (!input) throw new Error('no input');
  return { onHit, run, openPage, input };
}

test('Enter opens the first hit of what stands there now, not of an earlier search', async () => {
  const { onHit, run, input } = open();
  type(input, 'oa');
  await shown('Oak Road');
  type(input, 'oakham');
  await shown('Oakham School');
  press(input, 'Enter');
  expect(onHit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'a1' }));
  expect(run).not.toHaveBeenCalled();
});

test('the arrow marks the next hit', async () => {
  const { onHit, input } = open();
  type(input, 'oakham');
  await shown('Oakham School');
  press(input, 'ArrowDown');
  press(input, 'Enter');
  expect(onHit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'p1' }));
});

test('a command is found by its words', () => {
  const { run, input } = open();
  press(input, 'Enter');
  expect(run).toHaveBeenCalledOnce();
});

test.each(['工作台', 'gzt', 'gongzuotai', 'desk'])(
  'a page is found by %s and opened',
  async (typed) => {
    const { run, openPage, input } = open();
    type(input, typed);
    await vi.waitFor(() => {
      expect(document.querySelectorAll('[role=option]')).toHaveLength(1);
    });
    expect(document.querySelector('[role=option]')?.textContent).toContain('page');
    press(input, 'Enter');
    expect(openPage).toHaveBeenCalledOnce();
    expect(run).not.toHaveBeenCalled();
  },
);

test('of somebody on duty the post and the area are told', async () => {
  const { onHit, input } = open();
  type(input, 'lee');
  await shown('leader on duty · Oakham');
  press(input, 'Enter');
  expect(onHit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'person' }));
});
