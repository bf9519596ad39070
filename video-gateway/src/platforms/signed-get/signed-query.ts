/** Fills a description's parameters in and signs them: sorted by name, with the secret, through a hash. */
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';

export const signatureRule = z.strictObject({
  /** The parameter that carries the signature. */
  parameter: z.string().min(1),
  hash: z.enum(['md5', 'sha1', 'sha256', 'hmac-sha256']),
  /** What is hashed; `{pairs}` are the sorted parameters. HMAC has the secret as its key besides. */
  text: z
    .string()
    .regex(/\{pairs\}/, 'must hold {pairs}')
    .default('{pairs}{secret}'),
  pair: z.string().default('{name}={value}'),
  join: z.string().default('&'),
  letters: z.enum(['lower', 'upper']).default('lower'),
});
export type SignatureRule = z.infer<typeof signatureRule>;

export type Values = Readonly<Record<string, string>>;

/** Each pair replaced once from left to right: a value that looks like a placeholder stays as it is. */
export function filled(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}

/** Values are signed as they are, before they are written for a URL. */
export function signedQuery(
  parameters: Values,
  rule: SignatureRule,
  secret: string,
): URLSearchParams {
  const pairs = Object.keys(parameters)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => filled(rule.pair, { name, value: parameters[name]! }))
    .join(rule.join);
  const text = filled(rule.text, { pairs, secret });
  const digest = hashOf(text, rule, secret);
  return new URLSearchParams({
    ...parameters,
    [rule.parameter]: rule.letters === 'upper' ? digest.toUpperCase() : digest,
  });
}

function hashOf(text: string, { hash }: SignatureRule, secret: string): string {
  return hash === 'hmac-sha256'
    ? createHmac('sha256', secret).update(text, 'utf8').digest('hex')
    : createHash(hash).update(text, 'utf8').digest('hex');
}
