import { expect, test, vi } from 'vitest';
import { onSessionNews, onSocketClosed } from './session-news.ts';

test('a socket tells by its close code that the session is over or has other rights', () => {
  const heard = vi.fn();
  const forget = onSessionNews(heard);
  onSocketClosed(new CloseEvent('close', { code: 1006 }));
  onSocketClosed(undefined);
  expect(heard).not.toHaveBeenCalled();
  onSocketClosed(new CloseEvent('close', { code: 4401, reason: 'not-signed-in' }));
  onSocketClosed(new CloseEvent('close', { code: 4403, reason: 'rights-changed' }));
  expect(heard.mock.calls).toEqual([['ended'], ['rights-changed']]);
  forget();
});
