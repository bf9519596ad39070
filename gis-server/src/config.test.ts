import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environmentNames, readConfig } from './config.ts';

function dataFolderWith(key: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-eye-config-'));
  writeFileSync(join(folder, 'internal.key'), key);
  return folder;
}

test('.env.example names what is read, and nothing else', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
  const named = [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.sort()).toEqual([...environmentNames].sort());
});

test('a bad environment is said in one line', () => {
  const CLOUD_EYE_DATA = dataFolderWith('k'.repeat(40));
  expect(readConfig({ CLOUD_EYE_DATA }).port).toBe(8080);
  expect(() => readConfig({ CLOUD_EYE_DATA, CLOUD_EYE_PORT: '99999' })).toThrow(/CLOUD_EYE_PORT/);
  expect(() => readConfig({ CLOUD_EYE_DATA, VIDEO_GATEWAY_URL: 'nowhere' })).toThrow(
    /VIDEO_GATEWAY_URL/,
  );
  expect(() => readConfig({ CLOUD_EYE_DATA: '/nowhere' })).toThrow(/INTERNAL_KEY_FILE/);
});

test('a weak key is refused and not repeated', () => {
  const CLOUD_EYE_DATA = dataFolderWith('short-secret');
  expect(() => readConfig({ CLOUD_EYE_DATA })).toThrow(/fewer than 32/);
  expect(() => readConfig({ CLOUD_EYE_DATA })).not.toThrow(/short-secret/);
});
