/** Each side shows that it has the shared key, and the key itself never crosses: a proof over the numbers of both. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type Side = 'edge' | 'video';

export const newNonce = (): string => randomBytes(32).toString('hex');

export type Nonces = { edge: string; video: string };

export function proofOf(side: Side, key: string, { edge, video }: Nonces): string {
  return createHmac('sha256', key)
    .update(`cloud-eye video exchange 1 ${side} ${edge} ${video}`)
    .digest('hex');
}

export function proves(proof: string, side: Side, key: string, nonces: Nonces): boolean {
  const expected = Buffer.from(proofOf(side, key, nonces), 'hex');
  const given = Buffer.from(proof, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
