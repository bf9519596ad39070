import { expect, test } from 'vitest';
import { offerPurposes } from './offered-purposes.ts';

test('with one common purpose nobody is asked', () => {
  expect(offerPurposes(['traffic'], ['traffic', 'emergency'])).toEqual({
    kind: 'one',
    purpose: 'traffic',
  });
});

test('with several, in the order the owner filed them, the viewer chooses', () => {
  expect(offerPurposes(['public-security', 'emergency'], ['emergency', 'public-security'])).toEqual(
    {
      kind: 'choose',
      purposes: ['public-security', 'emergency'],
    },
  );
});

test('a duty that shares no purpose is told so, and so is a camera without any', () => {
  expect(offerPurposes(['public-security'], ['city-management'])).toMatchObject({
    reason: 'purpose-not-of-duty',
  });
  expect(offerPurposes([], ['city-management'])).toMatchObject({ reason: 'purpose-not-filed' });
});
