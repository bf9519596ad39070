/**
 * What a citizens' page works out in place of a riddle for people: a number that makes the hash of a challenge begin
 * with so many zero bits. Seconds for one report, days for a million.
 */
export type Challenge = { challenge: string; bits: number };

/** What is hashed (SHA-256). */
export function proofText(challenge: string, nonce: number): string {
  return `${challenge}:${nonce}`;
}

export function provesWork(hash: Uint8Array, bits: number): boolean {
  let zeros = 0;
  for (const byte of hash) {
    zeros += Math.clz32(byte) - 24;
    if (byte !== 0) break;
  }
  return zeros >= bits;
}
