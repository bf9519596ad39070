import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const seedFolder = new URL('../../seed/', import.meta.url);

export type SeedRow = Record<string, string>;

/** Rows of a reviewed CSV in grid-data/seed, one object per line, keyed by the heading. */
export function readSeedCsv(name: string): SeedRow[] {
  return parse(readFileSync(new URL(name, seedFolder), 'utf8'), {
    columns: true,
    skip_empty_lines: true,
  });
}

/** A value the seed file must have: its lack is a broken checkout, so it throws. */
export function field(row: SeedRow, name: string): string {
  const value = row[name];
  if (value === undefined || value === '') throw new Error(`seed row lacks ${name}`);
  return value;
}

export function readOutline(): [longitude: number, latitude: number][] {
  const text = readFileSync(new URL('lianyuan-boundary.geojson', seedFolder), 'utf8');
  const outline = JSON.parse(text).features[0].geometry.coordinates[0];
  return outline as [number, number][];
}
