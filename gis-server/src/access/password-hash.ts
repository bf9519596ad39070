import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice for argon2id: 19 MiB, two passes; about 30 ms on the machines this runs on. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const derive = promisify(argon2);

/** The password in the PHC string form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password, nonce, tagLength, ...cost });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Whether the password is the one. Without a stored hash it works just as long, so that names cannot be guessed. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(
    stored ?? '',
  );
  const tag = await derive('argon2id', {
    message: password,
    nonce: parts ? Buffer.from(parts[4]!, 'base64url') : randomBytes(16),
    tagLength,
    memory: parts ? Number(parts[1]) : cost.memory,
    passes: parts ? Number(parts[2]) : cost.passes,
    parallelism: parts ? Number(parts[3]) : cost.parallelism,
  });
  if (!parts) return false;
  const expected = Buffer.from(parts[5]!, 'base64url');
  return expected.length === tag.length && timingSafeEqual(expected, tag);
}
