/** Certificates for a test, made by openssl on this machine and known nowhere else. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type IssuedCertificate = { certFile: string; keyFile: string };

/** An authority whose files lie in `folder`. */
export class TestAuthority {
  readonly caFile: string;
  readonly #folder: string;
  readonly #keyFile: string;
  #issued = 0;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.caFile = join(folder, `${name}.pem`);
    this.#keyFile = newKey(join(folder, `${name}.key`));
    const about = ['-x509', '-key', this.#keyFile, '-subj', `/CN=${name}`, '-days', '2'];
    openssl(['req', '-new', ...about, '-out', this.caFile]);
  }

  /** `names` as openssl writes them, such as `IP:127.0.0.1,DNS:edge`; with days below 0 it is over already. */
  issue(names: string, days = 2): IssuedCertificate {
    this.#issued += 1;
    const base = `${this.caFile}-${this.#issued}`;
    const keyFile = newKey(`${base}.key`);
    const [request, extension, certFile] = [`${base}.csr`, `${base}.ext`, `${base}.crt`];
    openssl(['req', '-new', '-key', keyFile, '-subj', '/CN=edge', '-out', request]);
    writeFileSync(extension, `subjectAltName=${names}`);
    openssl([
      ...['x509', '-req', '-in', request, '-CA', this.caFile, '-CAkey', this.#keyFile],
      ...['-CAcreateserial', '-CAserial', join(this.#folder, 'serial')],
      ...['-days', String(days), '-extfile', extension, '-out', certFile],
    ]);
    return { certFile, keyFile };
  }
}

function newKey(file: string): string {
  openssl(['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', file]);
  return file;
}

const openssl = (words: readonly string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
