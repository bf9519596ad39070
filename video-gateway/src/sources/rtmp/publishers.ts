/** Who may push a stream to us: under which name, with which key. */
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { readPrivateJson } from '#platforms/platforms-file.ts';

export type Publishers = {
  /** For every name that has no key of its own; empty where there is no such key. */
  sharedKey: string;
  /** By the name behind `/live/`; null where any name is taken. */
  keyByName: Readonly<Record<string, string>> | null;
};

const publishersFile = z.strictObject({
  publishers: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w-]{1,64}$/),
        key: z.string().regex(/^[\w-]{16,128}$/),
      }),
    )
    .min(1),
});

/** `{"publishers": [{"name", "key"}]}`, mode 600: no key opens another's name. */
export function readPublishers(file: string | null, sharedKey: string): Publishers {
  if (file === null) return { sharedKey, keyByName: null };
  const read = publishersFile.safeParse(readPrivateJson(file));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const keyByName = Object.fromEntries(read.data.publishers.map(({ name, key }) => [name, key]));
  return { sharedKey, keyByName };
}

/** `path` as `/live/drone-1`. Without any key whoever reaches the door may publish. */
export function mayPublish(publishers: Publishers, path: string, key: unknown): boolean {
  const { sharedKey, keyByName } = publishers;
  const name = /^\/live\/([\w-]+)$/.exec(path)?.[1];
  if (keyByName === null) return sharedKey === '' || isSame(key, sharedKey);
  return name !== undefined && Object.hasOwn(keyByName, name) && isSame(key, keyByName[name]!);
}

function isSame(given: unknown, wanted: string): boolean {
  const [one, other] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
