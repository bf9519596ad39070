import { expect, test } from 'vitest';
import { cameraOf } from './look-camera.ts';

test('a camera that has left the auditor’s area keeps its looks, under its id', () => {
  const area = { code: '990101', name: 'county' };
  const known = { cameraId: 'c-1', camera: { id: 'c-1', name: 'corner', area } };
  expect(cameraOf(known)).toEqual({ id: 'c-1', name: 'corner' });
  expect(cameraOf({ cameraId: 'c-2', camera: null })).toEqual({ id: 'c-2', name: 'c-2' });
});
