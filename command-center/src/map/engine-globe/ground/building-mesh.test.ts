import { expect, test } from 'vitest';
import { buildingMesh, type BuildingOutline } from './building-mesh.ts';

/** A flat world: metres east, north and up. */
const place = (x: number, y: number, z: number) => [x, y, z] as const;
/** Clockwise seen from above, as vector tiles have it. */
const house: BuildingOutline = {
  rings: [
    [
      [0, 0],
      [0, 10],
      [20, 10],
      [20, 0],
    ],
  ],
  groundMeters: 100,
  heightMeters: 9,
};

test('a house of four corners has four walls and a roof of two triangles', () => {
  const mesh = buildingMesh([house], place);
  expect(mesh.indices.length).toBe((4 * 2 + 2) * 3);
  expect(mesh.positions.length).toBe((4 + 16) * 3);
  const heights = [...mesh.positions].filter((_, i) => i % 3 === 2);
  expect(Math.max(...heights)).toBe(109);
  expect(Math.min(...heights)).toBeLessThan(100);
});

test('walls look outwards', () => {
  const { positions, normals } = buildingMesh([house], place);
  for (let corner = 0; corner < positions.length / 3; corner += 1) {
    const [x = 0, y = 0] = positions.subarray(corner * 3);
    const [nx = 0, ny = 0, nz = 0] = normals.subarray(corner * 3);
    if (Math.abs(nz) > 1e-6) continue;
    expect((x - 10) * nx + (y - 5) * ny).toBeGreaterThan(0);
  }
});

test('a yard stays open', () => {
  const yard = [
    [5, 2],
    [15, 2],
    [15, 8],
    [5, 8],
  ] as const;
  const whole = buildingMesh([house], place).indices.length;
  const open = buildingMesh([{ ...house, rings: [...house.rings, yard] }], place);
  expect(open.indices.length).toBe(whole + (4 * 2 + 6) * 3);
});
