/** Entries of a platforms file as tests need them, with the defaults that the file would get. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlatformsFile, type PlatformEntry } from '#platforms/platforms-file.ts';

/** Reads a whole platforms file of these entries, as the gateway would. */
export function platformEntries(entries: readonly object[]): readonly PlatformEntry[] {
  const folder = mkdtempSync(join(tmpdir(), 'platforms-'));
  const path = join(folder, 'platforms.json');
  try {
    writeFileSync(path, JSON.stringify({ platforms: entries }), { mode: 0o600 });
    return readPlatformsFile(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const shared = {
  id: 'p',
  name: 'P',
  owner: 'public-security',
  datum: 'gcj02',
  mediaHosts: ['127.0.0.1:554'],
};

type OfKind<K extends PlatformEntry['kind']> = Extract<PlatformEntry, { kind: K }>;

function anEntry<K extends PlatformEntry['kind']>(kind: K, fields: object): OfKind<K> {
  return platformEntries([{ ...shared, kind, ...fields }])[0] as OfKind<K>;
}

export const anArtemisEntry = (fields: object) =>
  anEntry('artemis', { appKey: 'the-app-key', appSecret: 'the-app-secret', ...fields });

export const anIccEntry = (fields: object) =>
  anEntry('icc', {
    username: 'gateway',
    password: 'the-pass-word',
    clientId: 'CloudEye',
    clientSecret: 'the-client-secret',
    ...fields,
  });

export const aSignedGetEntry = (fields: object) =>
  anEntry('signed-get', {
    secret: 'the-shared-secret',
    constants: { appkey: 'cloud-eye', centertype: '1' },
    signature: { parameter: 'token', hash: 'md5' },
    answer: { ok: ['1'], authCodes: ['-9'] },
    cameras: {
      path: '/real/cameras',
      parameters: { appkey: '{appkey}', page: '{page}', size: '{pageSize}' },
      pageSize: 2,
      list: 'data.rows',
      total: 'data.total',
      fields: {
        id: 'id',
        name: 'name',
        longitude: 'lng',
        latitude: 'lat',
        gbCode: 'gb',
        kind: 'type',
        state: 'online',
      },
      kinds: { 2: 'ptz' },
      states: { 1: 'online', 0: 'offline' },
    },
    live: {
      path: '/real/urls',
      parameters: {
        id: '{cameraId}',
        centertype: '{centertype}',
        appkey: '{appkey}',
        timestamp: '{timestampMs}',
        stream: '{profile}',
      },
      url: 'data',
    },
    ...fields,
  });

export const aDirectEntry = (camerasFile: string, fields: object = {}) =>
  anEntry('direct', { camerasFile, ...fields });
