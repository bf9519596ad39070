/** Signing in to the simulated ICC: a password through RSA, tokens with an end, an account that locks. */
import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { FaultBoard } from '../faults/fault-board.ts';

const tokenLifeSeconds = 1_800;
const shortLifeSeconds = 1;
const wrongTriesToLock = 5;
const lockedMs = 10 * 60_000;

export type IccAccount = { username: string; password: string };
export type SignInAnswer = { success: boolean; code: string; errMsg: string; data: unknown };

const wish = z.object({
  grant_type: z.literal('password'),
  username: z.string(),
  password: z.string(),
  client_id: z.string().min(1),
  client_secret: z.string(),
  public_key: z.string(),
});

export class SignIn {
  readonly #account: IccAccount;
  readonly #faults: FaultBoard;
  readonly #now: () => number;
  readonly #tokens = new Map<string, number>();
  #keys: { privateKey: KeyObject; publicKey: string } | undefined;
  #wrongTries = 0;
  #lockedUntil = 0;

  constructor(account: IccAccount, faults: FaultBoard, now: () => number = Date.now) {
    this.#account = account;
    this.#faults = faults;
    this.#now = now;
  }

  publicKey(): SignInAnswer {
    return granted({ publicKey: this.#keyPair().publicKey });
  }

  signIn(body: unknown): SignInAnswer {
    const asked = wish.safeParse(body);
    if (!asked.success) return denied('28000001', '参数错误');
    if (this.#faults.isOn('lockout', 'icc') || this.#now() < this.#lockedUntil) {
      return denied('28000018', '账号已锁定');
    }
    if (!this.#isRight(asked.data)) {
      this.#wrongTries += 1;
      if (this.#wrongTries >= wrongTriesToLock) this.#lockedUntil = this.#now() + lockedMs;
      return denied('28000012', '用户名或密码错误');
    }
    this.#wrongTries = 0;
    return granted(this.#issue());
  }

  isKnown(authorization: string | undefined): boolean {
    const token = /^bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    const endsAt = token === undefined ? undefined : this.#tokens.get(token);
    return endsAt !== undefined && this.#now() < endsAt;
  }

  #issue() {
    const token = randomBytes(16).toString('hex');
    // What the answer promises, the fault does not keep.
    const isShort = this.#faults.isOn('token-expired', 'icc');
    const life = isShort ? shortLifeSeconds : tokenLifeSeconds;
    for (const [old, endsAt] of this.#tokens) if (endsAt < this.#now()) this.#tokens.delete(old);
    this.#tokens.set(token, this.#now() + life * 1_000);
    return { access_token: token, token_type: 'bearer', expires_in: tokenLifeSeconds };
  }

  #isRight({ username, password, client_secret }: z.infer<typeof wish>): boolean {
    const { privateKey } = this.#keyPair();
    try {
      const padding = constants.RSA_PKCS1_PADDING;
      const sent = Buffer.from(password, 'base64');
      const clear = privateDecrypt({ key: privateKey, padding }, sent).toString('utf8');
      const right = this.#account;
      return username === right.username && clear === right.password && client_secret === clear;
    } catch {
      return false; // not encrypted for this key
    }
  }

  #keyPair() {
    if (!this.#keys) {
      const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const der = publicKey.export({ type: 'spki', format: 'der' });
      this.#keys = { privateKey, publicKey: der.toString('base64') };
    }
    return this.#keys;
  }
}

const granted = (data: unknown): SignInAnswer => ({ success: true, code: '0', errMsg: '', data });
const denied = (code: string, errMsg: string): SignInAnswer => ({
  success: false,
  code,
  errMsg,
  data: null,
});
