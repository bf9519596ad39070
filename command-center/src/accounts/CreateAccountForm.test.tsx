import { ApolloProvider } from '@apollo/client/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { gisClient } from '#gis/client.ts';
import { startWords } from '#words/i18n.ts';
import { CreateAccountForm } from './CreateAccountForm.tsx';

type Sent = { commandId: string; name: string };

let root: Root | null = null;

beforeAll(() => startWords('en'));
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** The form before a server that is never reached, with what was sent to it. */
function open() {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body) as {
      operationName: string;
      variables: { input: Sent };
    };
    if (operationName === 'CreateAccount') sent.push(variables.input);
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root?.render(
      <ApolloProvider client={gisClient}>
        <CreateAccountForm onCreated={() => undefined} />
      </ApolloProvider>,
    ),
  );
  return sent;
}

function fill(fields: Record<string, string>): void {
  flushSync(() => {
    for (const [field, text] of Object.entries(fields)) {
      const control = document.querySelector<HTMLInputElement>(
        `[data-field="${field}"] :is(input, select)`,
      )!;
      const { prototype } = control.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(control, text);
      control.dispatchEvent(
        new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }),
      );
    }
  });
}

async function submit(sent: readonly Sent[]): Promise<void> {
  const before = sent.length;
  await vi.waitFor(() => {
    expect(document.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled).toBe(false);
  });
  document.querySelector('form')!.requestSubmit();
  await vi.waitFor(() => expect(sent).toHaveLength(before + 1));
}

const someone = {
  name: 'new.one',
  displayName: 'Somebody new',
  password: 'a password long enough',
  role: 'leader',
  areaCode: '990101',
};

test('sent again after an answer was lost, an account is the same command; other words are another', async () => {
  const sent = open();
  fill(someone);
  await submit(sent);
  await submit(sent);
  fill({ name: 'new.two' });
  await submit(sent);
  const [first, again, other] = sent;
  expect(again?.commandId).toBe(first?.commandId);
  expect(other?.commandId).not.toBe(first?.commandId);
});

test('a browser that fills in several fields at once fills in all of them', async () => {
  const sent = open();
  fill(someone);
  await submit(sent);
  expect(sent[0]).toMatchObject(someone);
});
