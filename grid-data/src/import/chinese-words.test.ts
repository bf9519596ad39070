import { expect, test } from 'vitest';
import {
  cameraKinds,
  cameraOwners,
  cameraPurposes,
  forbiddenPlaceClasses,
  placeClasses,
} from '#domain/camera.ts';
import { cityComponentStates } from '#domain/city-component.ts';
import { gridSystems } from '#domain/grid-cell.ts';
import { roles } from '#domain/roles.ts';
import * as words from './chinese-words.ts';

test.each([
  ['grid system', gridSystems, words.gridSystemWords],
  ['state of a city component', cityComponentStates, words.cityComponentStateWords],
  ['kind of camera', cameraKinds, words.cameraKindWords],
  ['owner of a camera', cameraOwners, words.cameraOwnerWords],
  ['purpose of a camera', cameraPurposes, words.cameraPurposeWords],
  ['place class', [...placeClasses, ...forbiddenPlaceClasses], words.placeClassWords],
  ['post', ['A', 'B'], words.postWords],
  ['role', roles, words.roleWords],
])('every %s can be said in Chinese', (_, own, known) => {
  expect([...new Set<string>(Object.values(known))].sort()).toEqual([...own].sort());
});
