import { expect, test } from 'vitest';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { contentOf, contentWith, tileFor } from './push-things.ts';

const screen = (leftMm: number, tiles: object[] = []): ScreenFieldsFragment =>
  ({
    id: `s${leftMm}`,
    leftMm,
    topMm: 0,
    widthMm: 1000,
    heightMm: 560,
    showing: { content: { tiles }, motions: {} },
  }) as never;

const camera = { kind: 'cameras', cameras: [{ cameraId: 'a', incidentId: null }] } as const;

test('a thing pushed onto two screens spans both with the bezels between', () => {
  const tile = tileFor(camera, [screen(0), screen(1020)]);
  expect(tile.rect).toEqual({ leftMm: 0, topMm: 0, widthMm: 2020, heightMm: 560 });
});

test('beside keeps what is there, and takes the place of what was put beside before', () => {
  const panel = tileFor({ kind: 'panel', panel: 'incidents' }, [screen(0)]);
  const first = contentWith(tileFor(camera, [screen(0)]), 'beside', screen(0, [panel]));
  expect(first.tiles.map(({ kind }) => kind)).toEqual(['panel', 'cameras']);
  expect(first.tiles.map(({ rect }) => [rect.leftMm, rect.widthMm])).toEqual([
    [0, 600],
    [600, 400],
  ]);
  const clock = tileFor({ kind: 'panel', panel: 'clock' }, [screen(0)]);
  const second = contentWith(clock, 'beside', screen(0, first.tiles));
  expect(second.tiles.map(({ id }) => id)).toEqual([panel.id, clock.id]);
  expect(contentWith(clock, 'full', screen(0, first.tiles)).tiles).toEqual([clock]);
});

test('what stands on the wall becomes a scene: a map over two screens once, where it was moved to', () => {
  const view = { longitude: 1, latitude: 2, metersPerPixel: 3, bearingDeg: 0, pitchDeg: 0 };
  const map = tileFor({ kind: 'map', view, engine: 'flat', layers: [] }, [screen(0), screen(1020)]);
  const right = screen(1020, [map]);
  const to = { longitude: 9, latitude: 9, metersPerMm: 1, bearingDeg: 0, pitchDeg: 0 };
  right.showing!.motions = { [map.id]: { to } };
  expect(contentOf([screen(0, [map]), right]).tiles).toEqual([{ ...map, viewpoint: to }]);
});
