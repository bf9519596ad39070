/** By what gis-server knows this gateway over its restarts: the looks that it shows are its own. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const known = /^[0-9a-f-]{36}$/;

export function gatewayId(file: string, onError: (message: string) => void): string {
  const before = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (known.test(before)) return before;
  const fresh = randomUUID();
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fresh, { mode: 0o600 });
  } catch (error) {
    onError(`gateway id: ${(error as Error).message}`); // for this run it is as good
  }
  return fresh;
}
