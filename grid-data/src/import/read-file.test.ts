import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFile } from './read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-file-'));

async function rowsOf(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const rows = [];
  for await (const row of (await readFile(path)).rows) rows.push(row);
  return rows;
}

test('a CSV with a byte order mark, quotes and blank lines gives its rows with their lines', async () => {
  const rows = await rowsOf('a.csv', '\uFEFFcode,name\n\n1,"甲, 乙"\n2,丙\n');
  expect(rows).toEqual([
    { line: 3, fields: { code: '1', name: '甲, 乙' } },
    { line: 4, fields: { code: '2', name: '丙' } },
  ]);
});

test('GB18030 is read where the file is no UTF-8', async () => {
  const head = Buffer.from('name\n');
  const rows = await rowsOf(
    'gbk.csv',
    Buffer.concat([head, Buffer.from([0xcd, 0xfb, 0xba, 0xfe])]),
  );
  expect(rows[0]?.fields).toEqual({ name: '望湖' });
});

test('UTF-16 is read where the file says so', async () => {
  const text = Buffer.from('\uFEFFname\n望湖\n', 'utf16le');
  expect((await rowsOf('utf16.csv', text))[0]?.fields).toEqual({ name: '望湖' });
});

test('features of a GeoJSON come one by one', async () => {
  const rows = await rowsOf(
    'a.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 7 },
          geometry: { type: 'Point', coordinates: [1, 2] },
        },
      ],
    }),
  );
  expect(rows).toEqual([
    { line: 1, fields: { id: 7 }, geometry: { type: 'Point', coordinates: [1, 2] } },
  ]);
});

test('a torn GeoJSON is an error, not an end', async () => {
  await expect(
    rowsOf('torn.geojson', '{"type":"FeatureCollection","features":[{"ty'),
  ).rejects.toThrow();
});

test('another ending is refused by name', async () => {
  await expect(rowsOf('a.shp', 'x')).rejects.toThrow('.shp');
});
