/** Words of a special report that two write in, and what becomes of them on the way to the house. */
import { ApolloProvider } from '@apollo/client/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { gisClient } from '#gis/client.ts';
import { startWords } from '#words/i18n.ts';
import { ReportForm } from './ReportForm.tsx';
import { wordsOf, type ReportWords } from './report-words.ts';

let root: Root;

beforeAll(() => startWords('en'));
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** As the server answers: with the names of its types, which are none of the words. */
const flood = { __typename: 'SpecialReport', title: 'Flood', cause: 'Rain', disposal: 'Pumps' };

function show(words: ReportWords, version: number | null): void {
  const seen = version === null ? null : { id: 'r1', version };
  flushSync(() =>
    root.render(
      <ApolloProvider client={gisClient}>
        <ReportForm
          words={words}
          incidentIds={['i1']}
          seen={seen}
          renderNext={(unsaved) => <i data-next={unsaved} />}
        />
      </ApolloProvider>,
    ),
  );
}

const part = (name: string) =>
  document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[name="${name}"]`)!;

function write(name: string, text: string): void {
  const field = part(name);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, text);
  flushSync(() => field.dispatchEvent(new Event('input', { bubbles: true })));
}

function press(words: string): void {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === words,
  )!;
  flushSync(() => button.click());
}

const isOvertaken = () => document.querySelector('[data-overtaken]') !== null;

test('a new one sends its words and nothing beside, and the same words again as one command', async () => {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    sent.push(
      (JSON.parse(body) as { variables: { input: Record<string, unknown> } }).variables.input,
    );
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  show(wordsOf(flood), null);
  const send = async (count: number): Promise<void> => {
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(false),
    );
    document.querySelector('form')!.requestSubmit();
    await vi.waitFor(() => expect(sent).toHaveLength(count));
  };
  await send(1);
  await send(2);
  write('advice', 'Wider pipes');
  await send(3);
  const { commandId, ...words } = sent[0]!;
  expect(words).toEqual({ ...wordsOf(flood), incidentIds: ['i1'] });
  expect(sent.map((each) => each.commandId === commandId)).toEqual([true, true, false]);
});

test("without words of one's own it follows the house", () => {
  show(wordsOf(flood), 1);
  show(wordsOf({ ...flood, cause: 'Melting snow' }), 2);
  expect(part('cause').value).toBe('Melting snow');
  expect(isOvertaken()).toBe(false);
});

test('own words stay when somebody was faster, beside theirs, until it is chosen', () => {
  show(wordsOf(flood), 1);
  write('cause', 'A burst pipe');
  expect(document.querySelector('[data-next="true"]')).not.toBeNull();
  show(wordsOf({ ...flood, cause: 'Melting snow' }), 2);
  expect(part('cause').value).toBe('A burst pipe');
  expect(document.querySelector('[data-theirs="cause"]')!.textContent).toContain('Melting snow');
  expect(document.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(true);
  press('Write mine over theirs');
  expect(part('cause').value).toBe('A burst pipe');
  expect(document.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(false);
  show(wordsOf({ ...flood, cause: 'Hail' }), 3);
  press('Take theirs');
  expect(part('cause').value).toBe('Hail');
  expect(isOvertaken()).toBe(false);
});

test('unsent words outlive the page', () => {
  show(wordsOf(flood), 1);
  write('advice', 'Wider pipes');
  root.unmount();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  show(wordsOf({ ...flood, cause: 'Hail' }), 2);
  expect(part('advice').value).toBe('Wider pipes');
  expect(isOvertaken()).toBe(true);
});
