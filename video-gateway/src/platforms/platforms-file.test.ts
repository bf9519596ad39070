import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPlatformsFile } from '#platforms/platforms-file.ts';
import { anArtemisEntry, aSignedGetEntry } from '#testing/platform-entries.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'platforms-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function refusalOf(text: string): string {
  const path = join(folder, 'platforms.json');
  writeFileSync(path, text, { mode: 0o600 });
  try {
    readPlatformsFile(path);
    return 'none';
  } catch (error) {
    // What a process prints of it, with all that hangs on it.
    const { cause } = error as Error;
    return `${String(error)} ${String(cause ?? '')}`;
  }
}

const artemis = anArtemisEntry({ baseUrl: 'https://10.1.2.3', appSecret: 'hush-hush' });
const traffic = aSignedGetEntry({ id: 'traffic', baseUrl: 'http://10.1.2.3', secret: 'hush-hush' });
const file = (...platforms: object[]) => JSON.stringify({ platforms }, null, 2);

it.each<[string, string, string]>([
  ['a kind that nobody speaks', file({ ...artemis, kind: 'onvif' }), 'platforms[0].kind'],
  [
    'an address without a scheme',
    file({ ...artemis, baseUrl: '10.1.2.3' }),
    'platforms[0].baseUrl',
  ],
  ['an owner that is none', file({ ...artemis, owner: 'nobody' }), 'platforms[0].owner'],
  ['a network that is none', file({ ...artemis, mediaHosts: ['10.1.0.0/99'] }), 'mediaHosts[0]'],
  ['no media hosts', file({ ...artemis, mediaHosts: [] }), 'platforms[0].mediaHosts'],
  ['a word that is misspelt', file({ ...artemis, maxPull: 3 }), '"maxPull"'],
  ['a fingerprint that is none', file({ ...artemis, certificateSha256: 'ab' }), 'SHA-256'],
  ['the same id twice', file(artemis, { ...traffic, id: 'p' }), 'the platform id p occurs twice'],
  [
    'a hole that nothing fills',
    file(traffic).replace('"{appkey}"', '"{appKey}"'),
    'nothing fills {appKey}',
  ],
  [
    'a path that is none',
    file({ ...traffic, live: { ...traffic.live, url: 'data..url' } }),
    'platforms[0].live.url',
  ],
  ['a broken end', file(artemis).slice(0, -3), 'is no JSON'],
  ['a forgotten comma', file(artemis).replace('"hush-hush",', '"hush-hush"'), 'line '],
])('a platforms file with %s is refused by name and place, and never quoted', (_, text, said) => {
  const refusal = refusalOf(text);
  expect(refusal).toContain(said);
  expect(refusal).not.toContain('hush');
});

it('a platforms file that others may read is refused', () => {
  const path = join(folder, 'open.json');
  writeFileSync(path, file(artemis), { mode: 0o644 });
  expect(() => readPlatformsFile(path)).toThrow('chmod 600');
});

it('the example in the README is one that the gateway takes, with a platform of each kind', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const path = join(folder, 'example.json');
  writeFileSync(path, /```json\n(\{\n {2}"platforms"[\s\S]*?)```/.exec(readme)![1]!, {
    mode: 0o600,
  });
  const entries = readPlatformsFile(path);
  expect(entries.map(({ kind }) => kind)).toEqual(['artemis', 'icc', 'signed-get', 'direct']);
  expect(entries[3]).toMatchObject({ camerasFile: join(folder, 'school-recorder.json') });
});
