import { expect, test } from 'vitest';
import { stateOfUrl, urlOf, type UrlState } from './url-state.ts';

const state: UrlState = {
  view: {
    longitude: 110.123456,
    latitude: 26.5,
    metersPerPixel: 12.345,
    bearingDeg: 330.5,
    pitchDeg: 45,
  },
  engineKind: 'globe',
  areaCode: '990101002',
  moment: Date.parse('2026-05-04T09:00:01Z'),
  selection: { kind: 'incident', id: 'b1f0:7' },
  layers: ['areas', 'incidents'],
  language: 'en',
  face: 'desk',
  situation: true,
};

test('an address says the whole view: state to address to state is the same state', () => {
  expect(stateOfUrl(urlOf(state))).toEqual(state);
});

test('an address says nothing of what is as usual', () => {
  const usual: UrlState = {
    view: null,
    engineKind: 'flat',
    areaCode: null,
    moment: null,
    selection: null,
    layers: null,
    language: null,
    face: 'wall',
    situation: false,
  };
  expect(urlOf(usual)).toBe('?');
  expect(stateOfUrl('')).toEqual(usual);
});

test('what is no moment is now', () => {
  expect(stateOfUrl('?t=yesterday').moment).toBeNull();
  expect(stateOfUrl('?t=2026-05-04T09:00:01Z').moment).toBe(state.moment);
});

test('no layers at all is something else than the usual layers', () => {
  expect(stateOfUrl(urlOf({ ...state, layers: [] })).layers).toEqual([]);
});

test.each([
  '?at=abc,1&mpp=2',
  '?at=200,1&mpp=2',
  '?at=1,1&mpp=-2',
  '?at=1,1&mpp=NaN',
  '?at=1,1',
  '?at=1,1&mpp=2&pitch=1e9',
])('an address without sense (%s) is no view', (search) => {
  expect(stateOfUrl(search).view).toBeNull();
});

test('unknown words in an address are left out', () => {
  expect(stateOfUrl('?engine=paper&sel=ghost:1&area=../x&face=big')).toMatchObject({
    engineKind: 'flat',
    selection: null,
    areaCode: null,
    face: 'wall',
  });
});
