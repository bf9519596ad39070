/** How a device without hands becomes a screen: it shows a short code, somebody with the right types it in at the desk. */
import { LoginLimits } from '#access/login-limits.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import {
  DomainError,
  pairingAlphabet,
  pairingCodeLength,
  pairingSeconds,
  readPairingCode,
  type Clock,
} from 'grid-data';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { WallScreenRecord } from '../wall-records.ts';

/** A hall of forty screens behind one address, each begun anew once. */
const codesPerAddress = 80;

export type NewCode = { code: string; secret: string; expiresAt: Date };

export type Claim =
  | { state: 'waiting' }
  | { state: 'expired' }
  | { state: 'paired'; deviceId: string };

type PairingRow = { expires_at: Date; device_id: string | null; claimed_at: Date | null };

export class Pairings {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #limits: LoginLimits;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
    this.#limits = new LoginLimits(database, clock);
  }

  /** A code for a device to show; only the device holds the secret that the session is given for. */
  async newCode(clientIp: string): Promise<NewCode> {
    const code = Array.from(
      { length: pairingCodeLength },
      () => pairingAlphabet[randomInt(pairingAlphabet.length)],
    ).join('');
    const secret = randomBytes(32).toString('base64url');
    const now = this.#clock.now();
    const expiresAt = new Date(now.getTime() + pairingSeconds * 1000);
    await this.#database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- Which codes does nobody wait for any more?
        delete from wall_pairings where expires_at < ${now}`);
      const [count] = await tx.query<{ codes: number }>(sql`-- How many codes has this address?
        select count(*)::int as codes from wall_pairings where client_ip = ${clientIp}`);
      if ((count?.codes ?? 0) >= codesPerAddress) throw tooManyCodes();
      await tx.query(sql`-- A code for a device that would be a screen
        insert into wall_pairings (code, secret_hash, client_ip, created_at, expires_at)
        values (${code}, ${hashOf(secret)}, ${clientIp}, ${now}, ${expiresAt})`);
    });
    return { code, secret, expiresAt };
  }

  /** Whether somebody has typed the code in; the session is given once. */
  async claim(secret: string): Promise<Claim> {
    const now = this.#clock.now();
    return this.#database.write(systemViewer(), async (tx) => {
      const [pairing] = await tx.query<PairingRow>(sql`-- Was this device's code typed in?
        select expires_at, device_id, claimed_at from wall_pairings
        where secret_hash = ${hashOf(secret)} for update`);
      if (pairing === undefined || pairing.claimed_at !== null || pairing.expires_at <= now) {
        return { state: 'expired' };
      }
      if (pairing.device_id === null) return { state: 'waiting' };
      await tx.query(sql`-- The device takes its session, once
        update wall_pairings set claimed_at = ${now} where secret_hash = ${hashOf(secret)}`);
      return { state: 'paired', deviceId: pairing.device_id };
    });
  }

  /** Tries a code that somebody typed; wrong ones are counted against the person, as wrong passwords are. */
  async withCode(viewer: Viewer, typed: string, work: (code: string) => Promise<void>) {
    const person = `pairing-${viewer.userId}`;
    const found = await this.#limits.attempt({ name: person, clientIp: person }, async () => {
      const code = readPairingCode(typed);
      if (code === null || !(await this.#isOpen(code))) return null;
      await work(code);
      return code;
    });
    if (found === null) throw unknownCode();
  }

  /** Within the change that pairs, at the root: the device's account, and the code that leads to it. */
  async give(
    tx: Writing,
    of: { code: string; deviceId: string; screen: WallScreenRecord; by: string },
  ): Promise<void> {
    const { code, deviceId, screen } = of;
    const now = this.#clock.now();
    await tx.query(sql`-- The device's account; no word opens it
      insert into users (id, name, display_name, role, area_code, password_hash, created_at, screen_id)
      values (${deviceId}, ${`screen-${deviceId.slice(0, 13)}`}, ${screen.name}, 'wall', ${screen.areaCode},
        ${'none'}, ${now}, ${screen.id})`);
    const given = await tx.query(sql`-- Which device waits behind the code?
      update wall_pairings set device_id = ${deviceId}
      where code = ${code} and device_id is null and expires_at > ${now} returning code`);
    if (given.length === 0) throw unknownCode();
  }

  async #isOpen(code: string): Promise<boolean> {
    const rows = await this.#database.inScope(systemViewer(), (db) =>
      db.query(sql`-- Does a device wait behind this code?
        select code from wall_pairings
        where code = ${code} and device_id is null and expires_at > ${this.#clock.now()}`),
    );
    return rows.length > 0;
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const unknownCode = (): DomainError =>
  new DomainError('not-found', 'no screen shows this code now', { reason: 'unknown-code' });

const tooManyCodes = (): DomainError =>
  new DomainError('not-allowed', 'this address has asked for too many codes; wait', {
    reason: 'too-many-attempts',
    details: { retryAfterSeconds: pairingSeconds },
  });
