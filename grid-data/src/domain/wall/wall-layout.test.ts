import { describe, expect, test } from 'vitest';
import type { WallContent, WallRect, WallTile } from './wall-content.ts';
import {
  cellAt,
  contentFaults,
  joinedGroups,
  overlappingScreens,
  snapScreen,
  snapScreenSize,
  snapTile,
} from './wall-layout.ts';

const rect = (leftMm: number, topMm: number, widthMm: number, heightMm: number): WallRect => ({
  leftMm,
  topMm,
  widthMm,
  heightMm,
});
const hung = (id: string, place: WallRect, bezelMm = 2) => ({
  id,
  rect: place,
  bezelMm,
  widthPx: 1920,
  heightPx: 1080,
});
const left = hung('left', rect(0, 0, 1210, 681));

describe('a screen that is dragged', () => {
  test('near a neighbour hangs frame to frame with it and in line', () => {
    expect(snapScreen(hung('b', rect(1238, 17, 1210, 681), 5), [left])).toEqual(
      rect(1217, 0, 1210, 681),
    );
  });

  test('far from all others comes to a round number', () => {
    expect(snapScreen(hung('b', rect(3004, 1777, 800, 600)), [left])).toEqual(
      rect(3000, 1780, 800, 600),
    );
  });

  test('by its corner ends where its neighbour ends', () => {
    expect(snapScreenSize(hung('b', rect(1214, 0, 800, 663)), [left])).toEqual(
      rect(1214, 0, 796, 681),
    );
  });
});

test('screens whose frames touch are one surface, also round a corner; others stand alone', () => {
  const right = hung('right', rect(1214, 0, 1210, 681));
  const below = hung('below', rect(1214, 685, 1210, 681));
  const apart = hung('apart', rect(5000, 0, 1210, 681));
  const groups = joinedGroups([left, apart, below, right]);
  expect(groups.map((group) => group.map(({ id }) => id).toSorted())).toEqual([
    ['apart'],
    ['below', 'left', 'right'],
  ]);
  expect(overlappingScreens([left, right, below, apart])).toEqual([]);
  expect(overlappingScreens([left, hung('on', rect(1200, 0, 100, 100))])).toHaveLength(2);
});

describe('a tile that is dragged', () => {
  const screens = [left.rect, rect(1214, 0, 1210, 681)];

  test('covers whole cells, and may run over a bezel', () => {
    const over = snapTile(rect(590, 10, 1260, 660), screens, { columns: 2, rows: 2 });
    expect(over).toEqual(rect(605, 0, 1214, 681));
  });

  test('covers one cell at least', () => {
    expect(snapTile(rect(10, 10, 20, 20), screens, { columns: 2, rows: 1 })).toEqual(
      rect(0, 0, 605, 681),
    );
  });

  test('dropped beside the wall it takes the nearest cell', () => {
    expect(cellAt({ xMm: 9000, yMm: -50 }, screens, { columns: 2, rows: 1 })).toEqual(
      rect(1819, 0, 605, 681),
    );
    expect(cellAt({ xMm: 0, yMm: 0 }, [], { columns: 2, rows: 1 })).toBeNull();
  });
});

test('a content is told what a call would refuse and what nobody would see', () => {
  const viewpoint = { longitude: 111, latitude: 27, metersPerMm: 1, bearingDeg: 0, pitchDeg: 0 };
  const map = (id: string, place: WallRect): WallTile => ({
    id,
    kind: 'map',
    rect: place,
    engine: 'flat',
    layers: [],
    viewpoint,
  });
  const clock = (id: string, place: WallRect): WallTile => ({
    id,
    kind: 'panel',
    rect: place,
    panel: 'clock',
  });
  const content: WallContent = {
    tiles: [
      map('m1', rect(0, 0, 600, 681)),
      map('m2', rect(605, 0, 605, 681)),
      clock('under', rect(0, 0, 100, 100)),
      clock('over', rect(0, 0, 200, 100)),
      clock('off', rect(0, 2000, 200, 100)),
    ],
  };
  expect(contentFaults(content, [left])).toEqual([
    { kind: 'two-maps', screenId: 'left', tileIds: ['m1', 'm2'] },
    { kind: 'off-the-wall', tileId: 'off' },
    { kind: 'covered', tileId: 'under', byTileId: 'over' },
  ]);
});
