import type { AreaLevel, GridSystem } from 'grid-data';

export type AreaRecord = {
  code: string;
  name: string;
  level: AreaLevel;
  parentCode: string | null;
  center: { longitude: number; latitude: number };
  bbox: [west: number, south: number, east: number, north: number];
  illustrative: boolean;
  population: number | null;
  areaKm2: number | null;
};

export type GridCellRecord = {
  gridSystem: GridSystem;
  code: string;
  name: string;
  areaCode: string;
  areaM2: number;
  landUse: string | null;
};

export type RoadRecord = { id: string; name: string | null; roadClass: string; line: object };
