/** How a platform with a signed web interface is described in the platforms file, without a line of code. */
import { cameraKinds, cameraStates } from 'grid-data';
import { z } from 'zod';
import { jsonPath } from '#platforms/signed-get/json-path.ts';
import { signatureRule } from '#platforms/signed-get/signed-query.ts';

/** Filled in at each request; `constants` may add more. */
const knownHoles = [
  'cameraId',
  'profile',
  'page',
  'pageSize',
  'timestampMs',
  'timestampSeconds',
  'nonce',
] as const;

const request = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  /** Below baseUrl; may hold {cameraId}. */
  path: z.string().startsWith('/'),
  parameters: z.record(z.string().min(1), z.string()),
});
export type DescribedRequest = z.infer<typeof request>;

const cameraList = request.extend({
  pageSize: z.number().int().min(1).max(1_000).default(200),
  list: jsonPath,
  /** How many there are in all; without it a page that is not full is the last. */
  total: jsonPath.nullable().default(null),
  fields: z.strictObject({
    id: jsonPath,
    name: jsonPath,
    longitude: jsonPath.nullable().default(null),
    latitude: jsonPath.nullable().default(null),
    gbCode: jsonPath.nullable().default(null),
    kind: jsonPath.nullable().default(null),
    state: jsonPath.nullable().default(null),
  }),
  kinds: z.record(z.string(), z.enum(cameraKinds)).default({}),
  states: z.record(z.string(), z.enum(cameraStates)).default({}),
});
export type DescribedCameraList = z.infer<typeof cameraList>;

const liveAddress = request.extend({
  /** Where the address stands: one, several divided by `|`, or a list of them. */
  url: jsonPath,
  profiles: z
    .strictObject({ main: z.string(), sub: z.string() })
    .default({ main: 'main', sub: 'sub' }),
  lifeMs: z.number().int().positive().nullable().default(null),
});

const answer = z.strictObject({
  code: jsonPath.default('code'),
  ok: z.array(z.string()).min(1),
  /** Codes that say that key or signature are refused. */
  authCodes: z.array(z.string()).default([]),
  message: jsonPath.default('msg'),
});

const constants = z.record(z.string().regex(/^\w+$/), z.string()).default({});

const described = z.strictObject({
  secret: z.string().min(1),
  constants,
  signature: signatureRule,
  answer,
  cameras: cameraList,
  live: liveAddress,
});

export const signedGetFields = described.shape;

/** A hole that nothing fills is found when the file is read, and named; the entry's own constants fill some. */
export function checkHoles(entry: z.infer<typeof described>, context: z.RefinementCtx): void {
  const names = new Set<string>([...knownHoles, ...Object.keys(entry.constants)]);
  for (const where of ['cameras', 'live'] as const) {
    const { path, parameters } = entry[where];
    const texts = [
      [[where, 'path'], path] as const,
      ...Object.entries(parameters).map(([n, text]) => [[where, 'parameters', n], text] as const),
    ];
    for (const [place, text] of texts) {
      for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
        if (names.has(name)) continue;
        context.addIssue({ code: 'custom', path: [...place], message: `nothing fills {${name}}` });
      }
    }
  }
}
