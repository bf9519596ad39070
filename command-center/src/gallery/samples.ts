import type { Face } from '#ui/face.ts';

export const faceNames = ['loading', 'empty', 'stale', 'failed', 'ready'] as const;
export type FaceName = (typeof faceNames)[number];

const asOf = new Date('2026-01-01T08:00:00+08:00');

export const samples: Record<FaceName, Face<readonly number[]>> = {
  loading: { face: 'loading' },
  empty: { face: 'ready', value: [], asOf, stale: false },
  stale: { face: 'ready', value: [1, 2, 3], asOf, stale: true },
  failed: {
    face: 'failed',
    cause: new TypeError('no answer'),
    retry: () => location.reload(),
  },
  ready: { face: 'ready', value: [1, 2, 3], asOf, stale: false },
};
