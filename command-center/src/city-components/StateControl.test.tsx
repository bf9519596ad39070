import { act } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SetCityComponentStateDocument } from '#gis/generated/graphql.ts';
import { startWords } from '#words/i18n.ts';
import { StateControl } from './StateControl.tsx';

const viewer = vi.hoisted(() => ({ permissions: ['incident.accept'] }));
vi.mock('#gis/use-viewer.ts', () => ({ useViewer: () => ({ viewer }) }));

let root: Root;
let sent: Record<string, unknown>[] = [];
const onStale = vi.fn();

beforeAll(() => startWords('en'));
beforeEach(() => {
  viewer.permissions = ['incident.accept'];
  sent = [];
  onStale.mockClear();
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

const show = () =>
  act(async () =>
    root.render(
      <MockedProvider
        mocks={[
          {
            request: { query: SetCityComponentStateDocument, variables: () => true },
            result: (variables: Record<string, unknown>) => {
              sent.push(variables);
              return { errors: [{ message: 'x', extensions: { reason: 'version-conflict' } }] };
            },
          },
        ]}
      >
        <StateControl shown={{ code: 'c', state: 'intact', version: 4 }} onStale={onStale} />
      </MockedProvider>,
    ),
  );

const choose = (state: string) =>
  act(async () => {
    const select = document.querySelector('select')!;
    select.value = state;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

test('a state is written down with the version that was seen, and who was slower is told', async () => {
  await show();
  expect(document.querySelector('button')!.disabled).toBe(true);
  await choose('lost');
  await act(async () => {
    document.querySelector('form')!.requestSubmit();
    await new Promise((done) => setTimeout(done, 50));
  });
  expect(sent).toMatchObject([{ code: 'c', version: 4, state: 'lost', note: null }]);
  expect(onStale).toHaveBeenCalledOnce();
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('Somebody else');
  expect(document.querySelector('select')!.value).toBe('lost');
});

test('who may not say how it is has no control', async () => {
  viewer.permissions = ['map.read'];
  await show();
  expect(document.querySelector('form')).toBeNull();
});
