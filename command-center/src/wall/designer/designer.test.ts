import { describe, expect, test } from 'vitest';
import type { WallTile } from 'grid-data';
import { isSameScene, rectForNew, resized, tileOf, type SceneDraft } from './scene-draft.ts';
import {
  aspectWords,
  broughtUpToDate,
  changedDrafts,
  newScreen,
  pixelSkew,
  screenKinds,
  type ScreenDraft,
} from './screen-draft.ts';

const rect = { leftMm: 0, topMm: 0, widthMm: 1210, heightMm: 681 };
const screen = (id: string, change: Partial<ScreenDraft> = {}): ScreenDraft => ({
  id,
  name: id,
  version: 1,
  rect,
  bezelMm: 2,
  widthPx: 1920,
  heightPx: 1080,
  ...change,
});

describe('screens in hand', () => {
  test('a new one hangs frame to frame at the right of all others, in any usual size', () => {
    for (const kind of screenKinds) {
      const made = newScreen(kind, [screen('a')], 'b');
      expect(made.rect.leftMm).toBe(1210 + 2 + kind.bezelMm);
      expect(pixelSkew(made)).toBeLessThan(0.02);
    }
  });

  test('what others saved comes in, what is in hand stays, what was removed goes', () => {
    const opened = [screen('a'), screen('b'), screen('c')];
    const inHand = screen('a', { name: 'mine' });
    const made = screen('new-1', { version: 0 });
    const now = [screen('a', { version: 2, name: 'theirs' }), screen('b', { version: 5 })];
    const drafts = broughtUpToDate([inHand, opened[1]!, opened[2]!, made], opened, now);
    expect(drafts).toEqual([inHand, now[1], made]);
    // Its version is still the old one: saving it is a conflict that shows both.
    expect(changedDrafts(drafts, now).map(({ id, version }) => [id, version])).toEqual([
      ['a', 1],
      ['new-1', 0],
    ]);
  });

  test('shapes are named as people name them', () => {
    expect(aspectWords(7680, 2160)).toBe('32:9');
    expect(aspectWords(1210, 681)).toBe('16:9');
    expect(aspectWords(1080, 1920)).toBe('9:16');
    expect(aspectWords(1000, 900)).toBe('1.11:1');
  });
});

describe('a scene in hand', () => {
  const panel = (id: string, place = rect): WallTile => ({
    id,
    kind: 'panel',
    panel: 'clock',
    rect: place,
  });
  const right = { ...rect, leftMm: 1214 };
  const division = { columns: 2, rows: 1 };

  test('what is added takes an empty screen first, else the cell under the hand', () => {
    const tiles = [panel('a')];
    expect(rectForNew(tiles, [rect, right], { point: null, division })).toEqual(right);
    const point = { xMm: 700, yMm: 10 };
    expect(rectForNew(tiles, [rect, right], { point, division })).toEqual({
      ...rect,
      leftMm: 605,
      widthMm: 605,
    });
  });

  test('a cell for pictures needs a camera, a map the hall’s view', () => {
    const nothing = { map: null, chosen: { cameraIds: [], incidentId: null } };
    expect(tileOf({ kind: 'cameras' }, rect, nothing)).toBeNull();
    expect(tileOf({ kind: 'map' }, rect, nothing)).toBeNull();
    const chosen = { cameraIds: ['c'], incidentId: null };
    expect(tileOf({ kind: 'cameras' }, rect, { map: null, chosen })).toMatchObject({
      cameras: [{ cameraId: 'c', incidentId: null }],
    });
  });

  test('a map that is made narrower goes on showing the same ground', () => {
    const viewpoint = { longitude: 1, latitude: 2, metersPerMm: 4, bearingDeg: 0, pitchDeg: 0 };
    const map: WallTile = { id: 'm', kind: 'map', rect, engine: 'flat', layers: [], viewpoint };
    const half = resized(map, { ...rect, widthMm: 605 });
    expect(half).toMatchObject({ viewpoint: { metersPerMm: 8 } });
  });

  test('is the same while name and cells are', () => {
    const scene: SceneDraft = { id: 's', version: 1, name: 'x', tiles: [panel('a')] };
    expect(isSameScene(scene, { ...scene, version: 2 })).toBe(true);
    expect(isSameScene(scene, { ...scene, tiles: [panel('a', right)] })).toBe(false);
  });
});
