import { expect, test } from 'vitest';
import { faceOf } from './face.ts';

const retry = () => undefined;
const error = new Error('no answer');

test('nothing asked yet is loading, refused is failed with its cause', () => {
  expect(faceOf({ value: undefined, error: undefined, retry }).face).toBe('loading');
  expect(faceOf({ value: undefined, error, retry })).toMatchObject({
    face: 'failed',
    cause: error,
  });
});

test('what is known stays on screen when a later question fails, and is said to be old', () => {
  expect(faceOf({ value: [1], error, retry })).toMatchObject({ face: 'ready', stale: true });
});

test('an empty answer is an answer', () => {
  expect(faceOf({ value: [], error: undefined, retry })).toMatchObject({
    face: 'ready',
    stale: false,
  });
});
