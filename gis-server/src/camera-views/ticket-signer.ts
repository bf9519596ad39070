import type { StreamTicket } from 'grid-data';
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** In the data folder. */
export const ticketKeyName = 'stream-ticket.key';

/** Signs tickets with a key that never leaves this process and its file (mode 600). */
export class TicketSigner {
  readonly publicKeyPem: string;
  readonly #privateKey: KeyObject;

  constructor(keyFile: string) {
    this.#privateKey = keptKey(keyFile);
    this.publicKeyPem = createPublicKey(this.#privateKey)
      .export({ type: 'spki', format: 'pem' })
      .toString();
  }

  /** Wire form: base64url(JSON) + "." + base64url(Ed25519 signature over the first part). */
  sign(ticket: StreamTicket): string {
    const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url');
    return `${payload}.${sign(null, Buffer.from(payload), this.#privateKey).toString('base64url')}`;
  }
}

function keptKey(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(file));
}
