import { proofText, provesWork, type Challenge } from 'grid-data';
import type { Proof } from './citizen-request.ts';

/** Hashes asked at once: the browser works on them beside the page. */
const atOnce = 256;

/** Finds the number that proves the work, while somebody writes. */
export async function workOn({ challenge, bits }: Challenge): Promise<Proof> {
  const encoder = new TextEncoder();
  for (let first = 0; ; first += atOnce) {
    const nonces = Array.from({ length: atOnce }, (_, index) => first + index);
    const hashes = await Promise.all(
      nonces.map((nonce) =>
        crypto.subtle.digest('SHA-256', encoder.encode(proofText(challenge, nonce))),
      ),
    );
    const index = hashes.findIndex((hash) => provesWork(new Uint8Array(hash), bits));
    if (index >= 0) return { challenge, nonce: first + index };
  }
}
