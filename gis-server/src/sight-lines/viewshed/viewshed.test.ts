import { pointAt, type LonLat } from 'grid-data';
import type { ReliefRaster } from 'tiles';
import { describe, expect, it } from 'vitest';
import type { Building, Eye, GroundAround } from './eye.ts';
import { encodeSight, lookUpSight } from './sight-code.ts';
import { sightPolygon } from './sight-polygon.ts';
import { surfaceAround } from './surface.ts';
import { viewshed, visibleShare } from './viewshed.ts';

const here: LonLat = [10, 50];
const eye: Eye = {
  longitude: here[0],
  latitude: here[1],
  heightMeters: 6,
  rangeMeters: 120,
  sector: { bearingDeg: 0, widthDeg: 60 },
};
const flat: GroundAround = { relief: levelGround(), buildings: [] };

function levelGround(heightAt: (lon: number, lat: number) => number = () => 100): ReliefRaster {
  const [columns, rows] = [400, 400];
  const frame = { west: 9.96, east: 10.04, south: 49.97, north: 50.03, columns, rows };
  const heightsM = Float32Array.from({ length: columns * rows }, (_, i) =>
    heightAt(
      frame.west + ((i % columns) + 0.5) * ((frame.east - frame.west) / columns),
      frame.north - (Math.floor(i / columns) + 0.5) * ((frame.north - frame.south) / rows),
    ),
  );
  return { ...frame, heightsM };
}

/** A house `deep` metres deep whose near wall stands so far north of the camera. */
function house(north: number, deep: number, heightM: number, halfWidth = 15): Building {
  const corner = (east: number, away: number) => pointAt(pointAt(here, 0, away), 90, east);
  const ring = [
    corner(-halfWidth, north),
    corner(halfWidth, north),
    corner(halfWidth, north + deep),
    corner(-halfWidth, north + deep),
  ];
  return { id: north, heightM, rings: [[...ring, ring[0] as LonLat]] };
}

function seenAt(ground: GroundAround, bearing: number, meters: number, from: Eye = eye) {
  const sight = viewshed(from, surfaceAround(from, ground));
  return lookUpSight(encodeSight(sight), bearing, meters);
}

describe('what a camera sees', () => {
  it('is its whole sector on level ground without houses, and nothing beside or beyond it', () => {
    expect(seenAt(flat, 0, 115)).toBe('clear');
    expect(seenAt(flat, 28, 60)).toBe('clear');
    expect(seenAt(flat, 332, 60)).toBe('clear');
    expect(seenAt(flat, 35, 60)).toBe('outside-width');
    expect(seenAt(flat, 180, 20)).toBe('outside-width');
    expect(seenAt(flat, 0, 125)).toBe('out-of-range');
    expect(visibleShare(viewshed(eye, surfaceAround(eye, flat)))).toBe(1);
  });

  it('ends at the wall of a house, and goes on beside it', () => {
    const ground = { ...flat, buildings: [house(40, 12, 10)] };
    expect(seenAt(ground, 0, 36)).toBe('clear');
    expect(seenAt(ground, 0, 46)).toBe('building');
    expect(seenAt(ground, 0, 80)).toBe('building');
    expect(seenAt(ground, 26, 80)).toBe('clear');
  });

  it('goes over a wall lower than the line to the place behind it, and not right behind the wall', () => {
    const ground = { ...flat, buildings: [house(40, 4, 3)] };
    // The line over the edge 44 m away and 3 m below the lens comes down to 1.5 m at 66 m.
    expect(seenAt(ground, 0, 54)).toBe('building');
    expect(seenAt(ground, 0, 76)).toBe('clear');
  });

  it('is not cut by a house that stands behind the camera', () => {
    const ground = { ...flat, buildings: [house(-60, 20, 30)] };
    expect(visibleShare(viewshed(eye, surfaceAround(eye, ground)))).toBe(1);
  });

  it('ends at the crest of a hill, and says that it was the hill', () => {
    const crest = pointAt(here, 0, 60)[1];
    const relief = levelGround((_, lat) => 100 + 20 * Math.exp(-(((lat - crest) / 2e-4) ** 2)));
    expect(seenAt({ ...flat, relief }, 0, 45)).toBe('clear');
    expect(seenAt({ ...flat, relief }, 0, 105)).toBe('hill');
  });

  it('is not cut by the house on which it hangs, and says so', () => {
    const ground = { ...flat, buildings: [house(-10, 20, 12)] };
    const surface = surfaceAround(eye, ground);
    expect(surface.insideBuilding).toBe(true);
    expect(visibleShare(viewshed(eye, surface))).toBe(1);
  });

  it('is taken as level where no heights are known, and says so', () => {
    const unknown = surfaceAround(eye, { relief: null, buildings: [house(40, 12, 10)] });
    expect(unknown.terrainKnown).toBe(false);
    expect(surfaceAround({ ...eye, longitude: 30 }, flat).terrainKnown).toBe(false);
    expect(seenAt({ relief: null, buildings: [house(40, 12, 10)] }, 0, 80)).toBe('building');
  });

  it('is a ring where nobody knows where it looks, cut all the same', () => {
    const ring: Eye = { ...eye, sector: null };
    const ground = { ...flat, buildings: [house(40, 12, 10)] };
    expect(seenAt(ground, 180, 100, ring)).toBe('clear');
    expect(seenAt(ground, 0, 80, ring)).toBe('building');
  });

  it('loses ground behind the curve of the earth over kilometres', () => {
    // A bank 2 km away and as high as the lens: on a flat earth the line over it would end 1.5 m above the ground
    // behind, where a person's breast is seen; the earth has sunk by half a metre there.
    const bank = pointAt(here, 0, 2_000)[1];
    const relief = levelGround((_, lat) => (Math.abs(lat - bank) < 3e-4 ? 101.45 : 100));
    const low: Eye = { ...eye, heightMeters: 1.45, rangeMeters: 2_900 };
    expect(seenAt({ relief, buildings: [] }, 0, 1_900, low)).toBe('clear');
    expect(seenAt({ relief, buildings: [] }, 0, 2_850, low)).toBe('hill');
  });
});

describe('the shape of what a camera sees', () => {
  const areaOf = (ground: GroundAround, from: Eye = eye) => {
    const sight = viewshed(from, surfaceAround(from, ground));
    return { sight, shape: sightPolygon(sight, here) };
  };
  const squareMeters = (shape: NonNullable<ReturnType<typeof sightPolygon>>) => {
    const perDegree = (6_371_008.8 * Math.PI) / 180;
    const squeeze = Math.cos((here[1] * Math.PI) / 180);
    return shape.coordinates.reduce((sum, [ring]) => {
      const line = ring as LonLat[];
      const twice = line.slice(1).reduce((area, [lon, lat], i) => {
        const [lon0, lat0] = line[i] as LonLat;
        return area + (lon0 - here[0]) * (lat - here[1]) - (lon - here[0]) * (lat0 - here[1]);
      }, 0);
      return sum + (Math.abs(twice) / 2) * perDegree ** 2 * squeeze;
    }, 0);
  };

  it('has the area that the rays have seen', () => {
    for (const buildings of [[], [house(40, 12, 10)], [house(40, 4, 3), house(90, 4, 9, 5)]]) {
      const { sight, shape } = areaOf({ ...flat, buildings });
      const sector = (Math.PI * 120 ** 2 * 60) / 360;
      const seen = visibleShare(sight) * sector;
      expect(squareMeters(shape!) / seen).toBeGreaterThan(0.95);
      expect(squareMeters(shape!) / seen).toBeLessThan(1.05);
    }
  });

  it('stays small among many houses', () => {
    const buildings = Array.from({ length: 60 }, (_, i) => {
      const middle = pointAt(here, (i * 137) % 360, 20 + ((i * 53) % 270));
      const ring = [45, 135, 225, 315, 45].map((bearing) => pointAt(middle, bearing, 6));
      return { id: i, heightM: 4 + (i % 9), rings: [ring] };
    });
    const ring: Eye = { ...eye, rangeMeters: 300, sector: null };
    const { shape } = areaOf({ ...flat, buildings }, ring);
    expect(shape!.coordinates.flat(2).length).toBeLessThanOrEqual(320);
  });

  it('is none where a camera sees no more than crumbs of the raster', () => {
    const sight = viewshed(eye, surfaceAround(eye, flat));
    sight.codes.fill(1);
    sight.codes[40] = 0;
    expect(sightPolygon(sight, here)).toBeNull();
  });
});
