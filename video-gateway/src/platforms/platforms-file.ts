/** Reads the file that names the platforms and holds their credentials. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cameraOwners, longestPlatformId } from 'grid-data';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { directFields } from '#platforms/direct/direct-entry.ts';
import type { Platform } from '#platforms/platform.ts';
import { checkHoles, signedGetFields } from '#platforms/signed-get/signed-get-entry.ts';

const hostAndPort = z.string().min(1).max(300);
/** A network that is none would let nothing through, and say so only when somebody looks. */
const mediaHost = hostAndPort.refine(
  (text) => !text.includes('/') || ipaddr.isValidCIDR(text.replace(/^\[|\]?(:\d+)?$/g, '')),
  { message: 'must be a network such as 10.1.0.0/16' },
);

/** What every platform has, whatever it speaks. */
const anyPlatform = z.strictObject({
  id: z.string().min(1).max(longestPlatformId),
  name: z.string().min(1).max(100),
  owner: z.enum(cameraOwners),
  /** Of the positions that it lists. */
  datum: z.enum(['wgs84', 'cgcs2000', 'gcj02', 'bd09']),
  mediaHosts: z.array(mediaHost).min(1),
  redirects: z.enum(['within-media-hosts', 'refuse']).default('within-media-hosts'),
  /** What its cameras are asked for first; the other is taken where one refuses it. */
  rtspTransport: z.enum(['tcp', 'udp']).default('tcp'),
  /** Whether ffmpeg may be started for pictures that no browser plays, such as MJPEG. */
  mayConvert: z.boolean().default(false),
  addressRewrite: z.record(hostAndPort, hostAndPort).default({}),
  /** Pulls that its licence allows at a time. */
  maxPulls: z.number().int().positive().nullable().default(null),
  lineWaitMs: z.number().int().min(0).max(12_000).default(5_000),
  opensPerSecond: z.number().positive().max(1_000).default(20),
  opensBurst: z.number().int().positive().max(10_000).default(50),
});

const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{2}(:?[0-9a-f]{2}){31}$/i, 'must be a SHA-256 in hexadecimal');

/** What a platform with a web interface has besides. */
const webPlatform = anyPlatform.extend({
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** Such platforms often show a certificate of their own making; this takes any. */
  acceptSelfSigned: z.boolean().default(false),
  /** Of the one certificate to take, whoever signed it. */
  certificateSha256: fingerprint.nullable().default(null),
  maxLoginRefusals: z.number().int().positive().max(10).default(3),
  loginPauseMs: z
    .number()
    .int()
    .positive()
    .default(15 * 60_000),
});
export type WebPlatformEntry = z.infer<typeof webPlatform>;

const recorder = {
  recordLocation: z.enum(['central', 'device']).default('central'),
  /** How many times faster than it was recorded a copy is asked for (RTSP Speed); 1 where the platform or its line cannot. */
  copySpeed: z.number().min(1).max(16).default(8),
};

const artemisEntry = webPlatform.extend({
  kind: z.literal('artemis'),
  appKey: z.string().min(1),
  appSecret: z.string().min(1),
  ...recorder,
});
export type ArtemisEntry = z.infer<typeof artemisEntry>;

const iccEntry = webPlatform.extend({
  kind: z.literal('icc'),
  username: z.string().min(1),
  password: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  ...recorder,
  /** Doors that tell and set where a head looks, in degrees. No public client names any: an installation that has them does. */
  headPosition: z
    .strictObject({ read: z.string().startsWith('/'), turn: z.string().startsWith('/') })
    .nullable()
    .default(null),
});
export type IccEntry = z.infer<typeof iccEntry>;

const signedGetEntry = webPlatform
  .extend({ kind: z.literal('signed-get'), ...signedGetFields })
  .superRefine(checkHoles);
export type SignedGetEntry = z.infer<typeof signedGetEntry>;

const directEntry = anyPlatform.extend({ kind: z.literal('direct'), ...directFields });
export type DirectEntry = z.infer<typeof directEntry>;

const platformEntry = z.discriminatedUnion('kind', [
  artemisEntry,
  iccEntry,
  signedGetEntry,
  directEntry,
]);
export type PlatformEntry = z.infer<typeof platformEntry>;

const platformsFile = z.strictObject({ platforms: z.array(platformEntry) });

export function readPlatformsFile(path: string | null): readonly PlatformEntry[] {
  if (path === null) return [];
  const read = platformsFile.safeParse(readPrivateJson(path));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  const seen = new Set<string>();
  return read.data.platforms.map((entry) => {
    if (seen.has(entry.id)) throw new Error(`${path}: the platform id ${entry.id} occurs twice`);
    seen.add(entry.id);
    if (entry.kind !== 'direct') return entry;
    return { ...entry, camerasFile: resolve(dirname(path), entry.camerasFile) };
  });
}

/** A file that holds secrets: readable by its owner alone, and never quoted in an error. */
export function readPrivateJson(path: string): unknown {
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${path} holds secrets: only its owner may read it (chmod 600)`);
  }
  const read = parseJson(readFileSync(path, 'utf8'));
  if ('value' in read) return read.value;
  throw new Error(`${path} is no JSON: look at ${read.at}`);
}

/** The parser's own message quotes the text, secrets included: only the place is kept of it. */
function parseJson(text: string): { value: unknown } | { at: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { at: /line \d+ column \d+/.exec(String(error))?.[0] ?? 'its end' };
  }
}

type PlatformFacts = Pick<
  Platform,
  'id' | 'name' | 'owner' | 'datum' | 'mediaHosts' | 'pullLimits' | 'pullOptions'
>;

export function platformFacts(entry: PlatformEntry): PlatformFacts {
  const { id, name, owner, datum, mediaHosts } = entry;
  const { maxPulls, lineWaitMs, opensPerSecond, opensBurst } = entry;
  const { rtspTransport, mayConvert } = entry;
  const pullOptions = { rtspTransport, mayConvert };
  const pullLimits = { maxPulls, lineWaitMs, opensPerSecond, opensBurst };
  return { id, name, owner, datum, mediaHosts, pullLimits, pullOptions };
}
