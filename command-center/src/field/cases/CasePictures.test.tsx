import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { CasePictures } from './CasePictures.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
beforeAll(() => startWords('zh-CN'));

let root: Root;
afterEach(() => act(() => root.unmount()));

function shown(what: React.ReactNode): HTMLElement {
  const page = document.createElement('div');
  root = createRoot(page);
  act(() => root.render(what));
  return page;
}

const photo = (id: string, move: string) => ({
  ...{ id, move, addedAt: '2026-05-01T01:00:00Z', addedBy: '张三' },
  ...{ width: 4, height: 3 },
});

test('whoever checks sees what was reported beside what was done, each with its move', () => {
  const photos = [photo('a', 'report'), photo('b', 'verify'), photo('c', 'feed-back')];
  const page = shown(<CasePictures photos={photos} sides={['before', 'after']} />);
  const movesOf = (side: string) =>
    [...page.querySelectorAll<HTMLElement>(`[data-photo-side="${side}"] [data-photo-move]`)].map(
      ({ dataset }) => dataset['photoMove'],
    );
  expect(movesOf('before')).toEqual(['report', 'verify']);
  expect(movesOf('after')).toEqual(['feed-back']);
  expect(page.querySelector('[data-photo-side="after"] img')?.getAttribute('src')).toBe(
    '/photos/c/preview',
  );
  expect(page.querySelector('[data-photo-move="feed-back"]')?.textContent).toContain('反馈');
});

test('a case without pictures, and one that an older app kept, shows none', () => {
  expect(shown(<CasePictures photos={[]} sides={['after']} />).innerHTML).toBe('');
  expect(shown(<CasePictures photos={undefined} sides={['after']} />).innerHTML).toBe('');
});

test('whoever checks reads when the case may be closed and what the department says', () => {
  const of = {
    ...{ state: 'checking', address: '人民路 1 号', reportedAt: '2026-05-01T01:00:00Z' },
    ...{ area: { code: '1', name: '村' }, position: { longitude: 111, latitude: 27 } },
    ...{ caseNo: 'A-1', description: '垃圾', feedbackNote: '已清运' },
    standard: { condition: '成堆垃圾', closeCondition: '清理干净' },
  } as unknown as Parameters<typeof CaseFacts>[0]['of'];
  const { textContent } = shown(<CaseFacts of={of} />);
  for (const words of ['成堆垃圾', '清理干净', '已清运']) expect(textContent).toContain(words);
});
