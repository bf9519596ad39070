/** Our tiles from memory beside ST_AsMVT over the same rows, each asked in turn over its own pipe or socket. */
import { Readable } from 'node:stream';
import pg from 'pg';
import { startBenchPostgres } from '../bench-postgres.ts';
import { benchRow, median, type Bench, type BenchRow } from '../bench-row.ts';
import { TileProgram, type TileAddress } from '../tile-program.ts';
import {
  binsByPostgis,
  countByPostgis,
  makePoints,
  samplePlaces,
  singlesByPostgis,
} from '../tile-statements.ts';

type Case = { name: string; z: number; statement: string; peerName: string; tiles: number };

const cases: readonly Case[] = [
  { name: 'z10 bins', z: 10, statement: binsByPostgis, peerName: 'ST_AsMVT, same bins', tiles: 3 },
  { name: 'z10 bins', z: 10, statement: singlesByPostgis, peerName: 'ST_AsMVT, points', tiles: 3 },
  { name: 'z12 bins', z: 12, statement: binsByPostgis, peerName: 'ST_AsMVT, same bins', tiles: 6 },
  { name: 'z12 bins', z: 12, statement: singlesByPostgis, peerName: 'ST_AsMVT, points', tiles: 6 },
  { name: 'z14 points', z: 14, statement: singlesByPostgis, peerName: 'ST_AsMVT', tiles: 12 },
  { name: 'z16 points', z: 16, statement: singlesByPostgis, peerName: 'ST_AsMVT', tiles: 20 },
];

/** Never slower than PostGIS itself, pipe and socket included. */
const promisedRatio = 1;

export const bench: Bench = async ({ quick }) => {
  const postgres = await startBenchPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  const program = new TileProgram();
  try {
    await client.connect();
    await prepare(client, quick ? 100_000 : 1_000_000);
    const { rows, loadMs } = await program.load(Readable.from(copyLines(client)));
    console.log(`${rows} points in memory after ${Math.round(loadMs)} ms`);
    const results: BenchRow[] = [];
    for (const one of cases)
      results.push(await measure(one, { client, program, rounds: quick ? 3 : 5 }));
    return results;
  } finally {
    await program.close();
    await client.end();
    await postgres.stop();
  }
};

async function prepare(client: pg.Client, rows: number): Promise<void> {
  await client.query('create extension if not exists postgis');
  await client.query('select setseed(0.4313)');
  await client.query(makePoints.replace('$ROWS', String(rows)));
}

/** The points page by page as COPY would write them, so that neither side holds a second copy of a million rows. */
async function* copyLines(client: pg.Client): AsyncGenerator<string> {
  await client.query('begin');
  await client.query(`declare points cursor for
    select id || E'\\t' || longitude || E'\\t' || latitude || E'\\t' || area_code || E'\\t' || class
      || E'\\t' || state as line from bench_points`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 20000 from points');
    if (rows.length === 0) break;
    yield `${rows.map(({ line }) => line).join('\n')}\n`;
  }
  await client.query('commit');
}

type Sides = { client: pg.Client; program: TileProgram; rounds: number };

async function measure(one: Case, { client, program, rounds }: Sides): Promise<BenchRow> {
  const addresses = await tilesWithPoints(client, one);
  const oursMs: number[] = [];
  const peerMs: number[] = [];
  for (const address of addresses) {
    const values = [address.z, address.x, address.y];
    await checkSamePoints(client, program, address);
    for (let round = 0; round <= rounds; round++) {
      const ours = await timed(() => program.tile(address));
      const peer = await timed(() =>
        client.query({ name: one.peerName + one.name, text: one.statement, values }),
      );
      // The first round warms both sides.
      if (round === 0) continue;
      oursMs.push(ours);
      peerMs.push(peer);
    }
  }
  const { name, peerName } = one;
  const measured = { case: name, ours: median(oursMs), peer: median(peerMs), peerName, unit: 'ms' };
  return benchRow(measured, '<=', promisedRatio);
}

async function tilesWithPoints(client: pg.Client, { z, tiles }: Case): Promise<TileAddress[]> {
  const { rows } = await client.query<{ longitude: number; latitude: number }>(samplePlaces, [
    701,
    tiles,
  ]);
  return rows.map(({ longitude, latitude }) => tileOf(longitude, latitude, z));
}

function tileOf(longitude: number, latitude: number, z: number): TileAddress {
  const mercator = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI;
  const x = Math.floor(((longitude + 180) / 360) * 2 ** z);
  return { z, x, y: Math.floor(((1 - mercator) / 2) * 2 ** z) };
}

/** A faster tile with other points in it would be no win. Two may differ: points exactly on a border. */
async function checkSamePoints(
  client: pg.Client,
  program: TileProgram,
  address: TileAddress,
): Promise<void> {
  const values = [address.z, address.x, address.y];
  const { rows } = await client.query<{ count: number }>(countByPostgis, values);
  const ours = await program.count(address);
  const theirs = rows[0]?.count ?? 0;
  if (Math.abs(ours - theirs) > 2) {
    throw new Error(`tile ${values.join('/')} has ${ours} points here, ${theirs} in PostGIS`);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
