import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { ExportShelf } from '#playback/export/export-shelf.ts';

let folder: string;
let shelf: ExportShelf;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-shelf-'));
  shelf = new ExportShelf(folder);
});

it('answers the hash of what it deleted until somebody has written it down, also after a crash', async () => {
  writeFileSync(shelf.file('copy', 'movie'), 'pictures');
  const sha256 = createHash('sha256').update('pictures').digest('hex');
  expect(await shelf.delete('copy')).toBe(sha256);
  expect(readdirSync(folder).some((name) => name.endsWith('.mp4'))).toBe(false);
  shelf = new ExportShelf(folder);
  expect(await shelf.delete('copy')).toBe(sha256);
  await shelf.forget('copy');
  expect(await shelf.delete('copy')).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

it('deletes a picture as it does a movie, with its hash for the proof', async () => {
  writeFileSync(shelf.file('still', 'picture'), 'one picture');
  const sha256 = createHash('sha256').update('one picture').digest('hex');
  expect(await shelf.delete('still')).toBe(sha256);
  await shelf.forget('still');
  expect(readdirSync(folder)).toEqual([]);
});

it('answers nothing of what it never had', async () => {
  expect(await shelf.delete('copy')).toBeNull();
});
