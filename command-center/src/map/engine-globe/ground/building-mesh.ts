/** Buildings of a tile as one solid: roofs and walls, flat shaded. */
import earcut from 'earcut';

export type BuildingOutline = {
  /** Longitude and latitude of the outer ring, not closed; then of each yard. */
  rings: readonly (readonly (readonly [number, number])[])[];
  groundMeters: number;
  heightMeters: number;
};

/** Turns a place into the earth's frame. */
export type Place = (
  longitude: number,
  latitude: number,
  heightMeters: number,
) => readonly [number, number, number];

export type Mesh = { positions: Float64Array; normals: Float32Array; indices: Uint32Array };

/** Walls go into the ground, so that a slope shows no gap under a house. */
const foundationMeters = 12;

export function buildingMesh(buildings: readonly BuildingOutline[], place: Place): Mesh {
  const mesh: Corners = { positions: [], normals: [], indices: [] };
  for (const building of buildings) addBuilding(mesh, building, place);
  return {
    positions: new Float64Array(mesh.positions),
    normals: new Float32Array(mesh.normals),
    indices: new Uint32Array(mesh.indices),
  };
}

type Corners = { positions: number[]; normals: number[]; indices: number[] };

function addBuilding(mesh: Corners, building: BuildingOutline, place: Place): void {
  const roofMeters = building.groundMeters + building.heightMeters;
  const floorMeters = building.groundMeters - foundationMeters;
  const flat: number[] = [];
  const holes: number[] = [];
  const roof: number[] = [];
  for (const [ringIndex, ring] of building.rings.entries()) {
    if (ringIndex > 0) holes.push(flat.length / 2);
    const tops = ring.map(([lon, lat]) => place(lon, lat, roofMeters));
    const feet = ring.map(([lon, lat]) => place(lon, lat, floorMeters));
    for (const top of tops) roof.push(addCorner(mesh, top, unit(top)));
    for (const [lon, lat] of ring) flat.push(lon, lat);
    addWalls(mesh, feet, tops);
  }
  for (const index of earcut(flat, holes)) mesh.indices.push(roof[index] ?? 0);
}

function addWalls(mesh: Corners, feet: readonly Point[], tops: readonly Point[]): void {
  for (const [i, foot] of feet.entries()) {
    const next = (i + 1) % feet.length;
    const [nextFoot, nextTop, top] = [feet[next], tops[next], tops[i]];
    // Points that rounding has laid on one another make no wall.
    if (!nextFoot || !nextTop || !top || isSame(foot, nextFoot)) continue;
    // Outer rings of vector tiles run clockwise seen from above, so the way back along the wall looks outwards.
    const outward = normalOf(nextFoot, foot, top);
    const [p = 0, q = 0, r = 0, s = 0] = [foot, nextFoot, nextTop, top].map((point) =>
      addCorner(mesh, point, outward),
    );
    mesh.indices.push(p, q, r, p, r, s);
  }
}

function addCorner(mesh: Corners, point: Point, normal: Point): number {
  mesh.positions.push(...point);
  mesh.normals.push(...normal);
  return mesh.positions.length / 3 - 1;
}

type Point = readonly [number, number, number];

const isSame = (a: Point, b: Point): boolean =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < 0.01;

function normalOf(a: Point, b: Point, c: Point): Point {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  return unit([uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]);
}

function unit([x, y, z]: Point): Point {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
