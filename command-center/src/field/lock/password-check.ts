/** Whether a password is the worker's, without a line: what is kept is no password, and slow to try. */
export type KeptCheck = { salt: ArrayBuffer; hash: ArrayBuffer; wrong: number };

const rounds = 600_000;
/** From then on the server alone opens it: it counts attempts over all phones. */
export const mostWrong = 5;

/** Null where the phone computes no hashes: without https it does not. */
export async function checkOfPassword(password: string): Promise<KeptCheck | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const salt = crypto.getRandomValues(new Uint8Array(16)).buffer;
  return { salt, hash: await slowHash(password, salt), wrong: 0 };
}

export async function isPassword(password: string, { salt, hash }: KeptCheck): Promise<boolean> {
  const [given, kept] = [new Uint8Array(await slowHash(password, salt)), new Uint8Array(hash)];
  return given.every((byte, i) => byte === kept[i]);
}

async function slowHash(password: string, salt: ArrayBuffer): Promise<ArrayBuffer> {
  const words = new TextEncoder().encode(password);
  const key = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    key,
    256,
  );
}
