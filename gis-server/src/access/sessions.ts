import { sql, type Statement } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { DomainError, type Clock, type Role } from 'grid-data';
import { createHash, randomBytes } from 'node:crypto';
import { LoginLimits } from './login-limits.ts';
import { verifyPassword } from './password-hash.ts';
import { RootArea } from './root-area.ts';
import { SessionCache } from './session-cache.ts';
import { closeSessions } from './session-queries.ts';
import { systemViewer, type Viewer } from './viewer.ts';
import { viewerFrom, type AccountOfSession } from './viewer-of-account.ts';

/** Idle and absolute life in seconds. A wall has no hands to sign in again. */
const sessionLife = {
  person: { idle: 30 * 60, absolute: 12 * 3600 },
  wall: { idle: 30 * 24 * 3600, absolute: 30 * 24 * 3600 },
  /** Paired once; nobody comes by each month to do it again. */
  screen: { idle: 30 * 24 * 3600, absolute: 390 * 24 * 3600 },
};

/** A session's use is written down at most so often. */
const touchSeconds = 60;

export type SignedIn = { token: string; viewer: Viewer; expiresAt: Date };

/** Server-side sessions: the browser holds a random token, the database only its hash. */
export class Sessions {
  readonly rootArea: RootArea;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #limits: LoginLimits;
  readonly #cache: SessionCache;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
    this.#limits = new LoginLimits(database, clock);
    this.#cache = new SessionCache(clock);
    this.rootArea = new RootArea(database);
  }

  async signIn(name: string, password: string, clientIp: string): Promise<SignedIn> {
    const account = await this.#limits.attempt({ name, clientIp }, async () => {
      const found = await this.#accountNamed(name);
      const matches = await verifyPassword(password, found?.password_hash ?? null);
      return matches && found !== undefined ? found : null;
    });
    if (account === null) {
      throw new DomainError('not-signed-in', 'name or password is wrong', {
        reason: 'bad-credentials',
      });
    }
    return this.#open(account, clientIp);
  }

  /** The session of a device that was paired with a screen. */
  async openForScreen(deviceId: string, clientIp: string): Promise<SignedIn> {
    const [account] = await this.#accountsWhere(sql`id = ${deviceId} and screen_id is not null`);
    if (account !== undefined) return this.#open(account, clientIp);
    throw new DomainError('not-signed-in', 'the screen was unpaired', { reason: 'unpaired' });
  }

  async signOut(viewer: Viewer): Promise<void> {
    await closeSessions(this.#database, sql`id_hash = ${viewer.sessionId}`, 'signed-out');
    this.forget({ sessionId: viewer.sessionId });
  }

  /** Who holds the token, or null where it opens nothing any more. */
  async viewerOf(token: string): Promise<Viewer | null> {
    const idHash = sessionIdOf(token);
    const known = this.#cache.get(idHash);
    if (known !== null) {
      if (this.#cache.isToTouch(idHash, touchSeconds)) await this.#touch(idHash);
      return known;
    }
    const account = await this.#accountOfSession(idHash);
    if (account === undefined) return null;
    const viewer = viewerFrom(account, idHash, await this.rootArea.code());
    this.#cache.put(idHash, viewer, {
      endsAt: this.#endOf(account),
      touchedAt: account.last_seen_at,
    });
    if (this.#cache.isToTouch(idHash, touchSeconds)) await this.#touch(idHash);
    return viewer;
  }

  /** Whether a session seen earlier still lives, for what runs long on it. */
  async isAlive(sessionId: string): Promise<boolean> {
    return (await this.#accountOfSession(sessionId)) !== undefined;
  }

  /** Drops what is remembered of a session or a user: the next request reads rights anew. */
  forget(of: { sessionId?: string; userId?: string }): void {
    this.#cache.forget(of);
  }

  forgetAll(): void {
    this.#cache.clear();
    this.rootArea.forget();
  }

  /** Closes what has outlived its time; the journal rows end pictures and feeds. */
  async closeExpired(): Promise<void> {
    const now = this.#clock.now();
    const idle = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    await closeSessions(
      this.#database,
      sql`(expires_at <= ${now} or last_seen_at <= case when role = 'wall'
        then ${idle(sessionLife.wall.idle)}::timestamptz else ${idle(sessionLife.person.idle)}::timestamptz end)`,
      'expired',
    );
  }

  async #open(account: AccountOfSession, clientIp: string): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const idHash = sessionIdOf(token);
    const now = this.#clock.now();
    const expiresAt = new Date(now.getTime() + lifeOf(account).absolute * 1000);
    const viewer = viewerFrom(account, idHash, await this.rootArea.code());
    await this.#database.write(
      { ...viewer, role: 'administrator', scopePrefix: '' },
      async (tx) => {
        await tx.query(sql`-- The session that the token opens
        insert into sessions (id_hash, user_id, created_at, last_seen_at, expires_at, client_ip)
        values (${idHash}, ${account.id}, ${now}, ${now}, ${expiresAt}, ${clientIp})`);
        await tx.query(sql`-- When did the account sign in last?
        update users set last_sign_in_at = ${now} where id = ${account.id}`);
        tx.record({
          kind: 'session.opened',
          areaCode: account.area_code,
          subjectKind: 'session',
          subjectId: idHash,
          payload: { role: account.role },
        });
      },
    );
    return { token, viewer, expiresAt };
  }

  async #accountNamed(name: string): Promise<AccountOfSession | undefined> {
    return (await this.#accountsWhere(sql`name = ${name}`))[0];
  }

  #accountsWhere(condition: Statement): Promise<AccountOfSession[]> {
    return this.#database.inScope(systemViewer(), (db) =>
      db.query<AccountOfSession>(sql`-- Which open account is this?
        select id, name, display_name, role, area_code, department_code, password_hash, screen_id
        from users where ${condition} and closed_at is null`),
    );
  }

  async #accountOfSession(
    idHash: string,
  ): Promise<(AccountOfSession & { expires_at: Date; last_seen_at: Date }) | undefined> {
    const rows = await this.#database.inScope(systemViewer(), (db) =>
      db.query<
        AccountOfSession & { expires_at: Date; last_seen_at: Date }
      >(sql`-- Whose session is this?
        select users.id, name, display_name, role, area_code, department_code, null as password_hash,
          screen_id, expires_at, last_seen_at
        from sessions join users on users.id = sessions.user_id
        where id_hash = ${idHash} and closed_at is null`),
    );
    const found = rows[0];
    return found !== undefined && this.#endOf(found) > this.#clock.now() ? found : undefined;
  }

  #endOf(account: Lasting & { expires_at: Date; last_seen_at: Date }): Date {
    const { idle } = lifeOf(account);
    return new Date(
      Math.min(account.expires_at.getTime(), account.last_seen_at.getTime() + idle * 1000),
    );
  }

  async #touch(idHash: string): Promise<void> {
    const now = this.#clock.now();
    this.#cache.touched(idHash);
    await this.#database.write(systemViewer(), (tx) =>
      tx.query(sql`-- When was the session last used?
        update sessions set last_seen_at = ${now} where id_hash = ${idHash}`),
    );
  }
}

type Lasting = { role: Role; screen_id: string | null };

function lifeOf({ role, screen_id }: Lasting) {
  if (screen_id !== null) return sessionLife.screen;
  return role === 'wall' ? sessionLife.wall : sessionLife.person;
}

export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
