import { MockedProvider } from '@apollo/client/testing/react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { RequestForm } from './RequestForm.tsx';

let root: Root | null = null;

beforeAll(() => startWords('en'));
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

const alert = () => document.querySelector('[role=alert]')?.textContent ?? null;

test('what is missing is told at the first try, and no longer once it is filled in', () => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root?.render(
      <MockedProvider mocks={[]}>
        <RequestForm onAsked={() => undefined} />
      </MockedProvider>,
    ),
  );
  expect(alert()).toBeNull();
  flushSync(() => document.querySelector('form')?.requestSubmit());
  expect(alert()).toMatch(/case number/);
  const caseNo = document.querySelector<HTMLInputElement>('[name=caseNo]')!;
  flushSync(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(caseNo, 'A-1');
    caseNo.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(alert()).not.toMatch(/case number/);
});
