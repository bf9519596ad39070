import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { CitizenPage } from './CitizenPage.tsx';

beforeAll(() => startWords('zh-CN'));
afterEach(() => vi.unstubAllGlobals());

test('a citizen finds what may be told of, without an account', async () => {
  const answers: Record<string, object> = {
    '/citizen/words': {
      city: '涟源市',
      classes: [{ code: 'E0102', nameZh: '暴露垃圾', nameEn: 'Exposed rubbish' }],
    },
    '/citizen/challenge': { challenge: 'a', bits: 4 },
  };
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json(answers[path] ?? {})));
  const page = document.createElement('div');
  const root = createRoot(page);
  root.render(<CitizenPage />);
  await vi.waitFor(() => expect(page.textContent).toContain('暴露垃圾'));
  expect(page.textContent).toContain('涟源市');
  root.unmount();
});

test('what stands in the server’s place is no answer', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html></html>')));
  const page = document.createElement('div');
  const root = createRoot(page);
  root.render(<CitizenPage />);
  await vi.waitFor(() => expect(page.querySelector('[role=alert]')).not.toBeNull());
  root.unmount();
});
