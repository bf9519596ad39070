/** Challenges need no memory: the server signs them, whoever asks works on them, and each serves one report. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError, proofText, provesWork } from 'grid-data';
import type { Challenge, Clock } from 'grid-data';

/** Time enough to write, find the place and take a picture. */
const validMs = 60 * 60_000;
/** About 65,000 hashes: a second or two on a phone. */
const workBits = 16;

export type Proof = { challenge: string; nonce: number };

export class Challenges {
  readonly #key: Buffer;
  readonly #clock: Clock;

  constructor(internalKey: string, clock: Clock) {
    this.#key = createHmac('sha256', internalKey).update('citizens').digest();
    this.#clock = clock;
  }

  give(): Challenge {
    const until = this.#clock.now().getTime() + validMs;
    const words = `${randomBytes(16).toString('hex')}.${until}.${workBits}`;
    return { challenge: `${words}.${this.#sign(words)}`, bits: workBits };
  }

  /** The id of a challenge that was ours, is not too old and has been worked on. */
  check({ challenge, nonce }: Proof): string {
    const [id = '', until = '', bits = '', mac = ''] = challenge.split('.');
    const signed = Buffer.from(this.#sign(`${id}.${until}.${bits}`));
    const given = Buffer.from(mac);
    if (signed.length !== given.length || !timingSafeEqual(signed, given)) {
      throw refused('is none of ours', 'proof-unknown');
    }
    if (Number(until) < this.#clock.now().getTime()) throw refused('is too old', 'proof-expired');
    const hash = createHash('sha256').update(proofText(challenge, nonce)).digest();
    if (!provesWork(hash, Number(bits))) throw refused('has not been worked on', 'proof-missing');
    return id;
  }

  /** An address as it is counted: nobody can tell from it who it was. */
  hide(address: string): string {
    return createHmac('sha256', this.#key).update(address).digest('hex').slice(0, 32);
  }

  #sign(words: string): string {
    return createHmac('sha256', this.#key).update(words).digest('hex').slice(0, 32);
  }
}

function refused(message: string, reason: string): DomainError {
  return new DomainError('invalid-input', `challenge: ${message}`, {
    reason,
    details: { field: 'challenge' },
  });
}
