import { sql } from '#database/sql.ts';
import type { Database, Reading, Writing } from '#database/transaction.ts';
import { DomainError, type Clock } from 'grid-data';
import { systemViewer } from './viewer.ts';

/** Failures after which a key is locked, longer with each further one. One address may serve a whole hall. */
const freeFailures = { account: 5, address: 20 };
const firstLockSeconds = 30;
const longestLockSeconds = 3600;
/** After so long without a failure the count begins anew. */
const forgetAfterSeconds = 3600;

type Attempt = { failures: number; last_failure_at: Date; locked_until: Date | null };

const accountKey = (name: string) => `account:${name}`;
const addressKey = (clientIp: string) => `address:${clientIp}`;

/** Limits on guessing, kept in the database so that a restart forgives nothing. */
export class LoginLimits {
  readonly #database: Database;
  readonly #clock: Clock;
  /** The last attempt of each address that is trying now. */
  readonly #turns = new Map<string, Promise<void>>();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Lets an attempt look at its password; `look` answers null for a wrong one. Attempts of one address take turns:
   * each finds what the one before has failed, so that many at once cannot slip through, and a hall whose people sign
   * in at the same minute is not taken for one who guesses. Throws while the account or the address is locked.
   */
  async attempt<T>(
    { name, clientIp }: { name: string; clientIp: string },
    look: () => Promise<T | null>,
  ): Promise<T | null> {
    return this.#inTurn(clientIp, async () => {
      await this.#begin(name, clientIp);
      const found = await look();
      await this.#write((tx) =>
        found === null
          ? this.#fail(tx, addressKey(clientIp), freeFailures.address)
          : forgive(tx, name),
      );
      return found;
    });
  }

  /** The account's failure is counted before its password is looked at: other addresses may try it meanwhile. */
  async #begin(name: string, clientIp: string): Promise<void> {
    const retryAfterSeconds = await this.#write(async (tx) => {
      const locked =
        (await this.#lockedSeconds(tx, addressKey(clientIp))) ||
        (await this.#lockedSeconds(tx, accountKey(name)));
      if (locked === 0) await this.#fail(tx, accountKey(name), freeFailures.account);
      return locked;
    });
    if (retryAfterSeconds > 0) {
      throw new DomainError('not-allowed', 'too many failed sign-ins; wait', {
        reason: 'too-many-attempts',
        details: { retryAfterSeconds },
      });
    }
  }

  /** Holds the key's row until the end of the transaction. */
  async #lockedSeconds(tx: Reading, key: string): Promise<number> {
    const { locked_until } = await this.#attemptsOf(tx, key);
    const lockedMs = (locked_until?.getTime() ?? 0) - this.#clock.now().getTime();
    return Math.max(0, Math.ceil(lockedMs / 1000));
  }

  async #fail(tx: Reading, key: string, free: number): Promise<void> {
    const now = this.#clock.now();
    const before = await this.#attemptsOf(tx, key);
    const idleSeconds = (now.getTime() - before.last_failure_at.getTime()) / 1000;
    const failures = idleSeconds > forgetAfterSeconds ? 1 : before.failures + 1;
    await tx.query(sql`-- One more, and from the limit on a lock that grows
      update login_attempts set failures = ${failures}, last_failure_at = ${now},
        locked_until = ${lockUntil(failures - free, now)}::timestamptz where key = ${key}`);
  }

  async #attemptsOf(tx: Reading, key: string): Promise<Attempt> {
    await tx.query(sql`-- The key's row, so that it can be locked
      insert into login_attempts (key, failures, last_failure_at) values (${key}, 0, ${this.#clock.now()})
      on conflict (key) do nothing`);
    const [row] = await tx.query<Attempt>(sql`-- How often has this key failed?
      select failures, last_failure_at, locked_until from login_attempts where key = ${key} for update`);
    return row!;
  }

  #write<T>(work: (tx: Writing) => Promise<T>): Promise<T> {
    return this.#database.write(systemViewer(), work);
  }

  async #inTurn<T>(clientIp: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#turns.get(clientIp) ?? Promise.resolve()).then(work);
    const over = mine.then(
      () => {},
      () => {}, // told to whoever attempted; the next one has its turn all the same
    );
    this.#turns.set(clientIp, over);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(clientIp) === over) this.#turns.delete(clientIp);
    }
  }
}

async function forgive(tx: Reading, accountName: string): Promise<void> {
  await tx.query(sql`-- Which failures does a good sign-in forgive? The account's; those of its address were others'.
    delete from login_attempts where key = ${accountKey(accountName)}`);
}

/** A new password makes what was guessed at the old one void. */
export async function forgiveAccount(tx: Reading, userId: string): Promise<void> {
  await tx.query(sql`-- Which lock stood before the old password?
    delete from login_attempts using users
    where users.id = ${userId} and key = 'account:' || users.name`);
}

/** Forgets keys that no longer count, or every name ever tried would stay. */
export async function forgetOldAttempts(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgetAfterSeconds * 1000);
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- Which failures lie too far back to count?
      delete from login_attempts
      where last_failure_at < ${before} and (locked_until is null or locked_until < ${now})`),
  );
}

function lockUntil(over: number, now: Date): Date | null {
  if (over < 0) return null;
  const seconds = Math.min(longestLockSeconds, firstLockSeconds * 2 ** Math.min(over, 10));
  return new Date(now.getTime() + seconds * 1000);
}
