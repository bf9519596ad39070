import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '#config.ts';
import { readPublishers } from '#sources/rtmp/publishers.ts';

const folder = mkdtempSync(join(tmpdir(), 'publishers-'));

function write(publishers: object[], mode = 0o600): string {
  const file = join(folder, `${publishers.length}-${mode}.json`);
  writeFileSync(file, JSON.stringify({ publishers }), { mode });
  return file;
}

const drone = { name: 'drone-1', key: 'k'.repeat(24) };

it('are read from a file that only its owner may read, each with a key worth its name', () => {
  expect(readPublishers(write([drone]), 'shared').keyByName).toEqual({ 'drone-1': drone.key });
  expect(() => readPublishers(write([drone], 0o644), '')).toThrow('chmod 600');
  expect(() => readPublishers(write([drone, { name: 'x', key: 'short' }]), '')).toThrow('key');
});

it('must be named before the door opens to other machines', () => {
  const key = join(folder, 'internal-key');
  writeFileSync(key, 'k'.repeat(24), { mode: 0o600 });
  const env = { INTERNAL_KEY_FILE: key, RTMP_INGEST_BIND: '0.0.0.0' };
  expect(() => readConfig(env)).toThrow('RTMP_PUBLISHERS_FILE');
  expect(readConfig({ ...env, RTMP_PUBLISHERS_FILE: write([drone]) }).role).toBe('gateway');
});
