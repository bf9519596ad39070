import { ApolloProvider } from '@apollo/client/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { gisClient } from '#gis/client.ts';
import { startWords } from '#words/i18n.ts';
import { AccountsPage } from './AccountsPage.tsx';

let permissions: string[] = [];
let root: Root | null = null;

vi.mock('#gis/use-viewer.ts', () => ({ useViewer: () => ({ viewer: { permissions } }) }));

beforeAll(() => startWords('en'));
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** The page as somebody with these permissions sees it, and what it asked the server. */
function open(held: string[]) {
  permissions = held;
  const ask = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  vi.stubGlobal('fetch', ask);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root?.render(
      <ApolloProvider client={gisClient}>
        <AccountsPage onClose={() => undefined} />
      </ApolloProvider>,
    ),
  );
  return ask;
}

test('who may not manage accounts reads so, and is offered nothing that would be refused', () => {
  const ask = open(['map.read']);
  expect(document.body.textContent).toContain('Your post does not manage accounts.');
  expect(document.querySelectorAll('button')).toHaveLength(1);
  expect(ask).not.toHaveBeenCalled();
});

test('who may manage them is offered to create one', () => {
  open(['account.manage']);
  expect(document.body.textContent).toContain('New account');
});
