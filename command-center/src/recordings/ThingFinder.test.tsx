import { useState } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SearchDocument } from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { ThingFinder, type FoundThing } from './ThingFinder.tsx';

let root: Root | null = null;

beforeAll(() => startWords('en'));
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root?.render(<Finder />));
});
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

const twin = (id: string, detail: string) => ({
  __typename: 'SearchHit' as const,
  kind: 'camera',
  id,
  title: 'Bridge',
  detail,
  position: null,
});
const found = {
  request: { query: SearchDocument, variables: { text: 'b' } },
  result: { data: { search: [twin('c-1', 'Mill Lane'), twin('c-2', 'Quay')] } },
};

function Finder() {
  const [chosen, setChosen] = useState<readonly FoundThing[]>([]);
  return (
    <MockedProvider mocks={[found]}>
      <ThingFinder kind="camera" label="Cameras" chosen={chosen} atMost={9} onChange={setChosen} />
    </MockedProvider>
  );
}

const one = (selector: string) => document.querySelector<HTMLElement>(selector);

async function findBoth(): Promise<void> {
  const input = one('input') as HTMLInputElement;
  flushSync(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, 'b');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await vi.waitFor(() => expect(one('[data-offer="c-2"]')).not.toBeNull());
}

test('cameras of one name are told apart by address and number', async () => {
  await findBoth();
  expect(one('[data-offer="c-1"]')?.textContent).toBe('BridgeMill Lane · c-1');
  expect(one('[data-offer="c-2"]')?.textContent).toBe('BridgeQuay · c-2');
});

test('a chosen camera goes by its cross alone', async () => {
  await findBoth();
  flushSync(() => one('[data-offer="c-2"]')?.click());
  const chip = one('[data-chosen="c-2"]');
  expect(chip?.textContent).toContain('Quay');
  flushSync(() => chip?.click());
  expect(one('[data-chosen="c-2"]')).not.toBeNull();
  flushSync(() => chip?.querySelector('button')?.click());
  expect(one('[data-chosen="c-2"]')).toBeNull();
});
