import { sql } from '#database/sql.ts';
import type { Database, Reading, Writing } from '#database/transaction.ts';
import { DomainError, type Clock } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { systemViewer, requirePermission, type Viewer } from './viewer.ts';

/** 带班领导 and 值班长. */
const dutyPosts = ['leader', 'shift-leader'] as const;
export type DutyPostName = (typeof dutyPosts)[number];

export type DutyRow = {
  id: string;
  area_code: string;
  post: DutyPostName;
  user_id: string;
  display_name: string;
  signed_in_at: Date;
  signed_out_at: Date | null;
};

const columns = sql`duties.id, duties.area_code, post, user_id, display_name, signed_in_at, signed_out_at`;

/** Who answers at a center: looks that a wall or a rule opens are charged to them. */
export class Duties {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Who is on duty now at the center of an area. */
  onDuty(areaCode: string): Promise<DutyRow[]> {
    return this.#database.inScope(systemViewer(), (db) => openDuties(db, areaCode));
  }

  /** The duty person to charge a look to: the shift leader before the leader; null where nobody is signed in. */
  async chargeableDuty(areaCode: string): Promise<DutyRow | null> {
    const open = await this.onDuty(areaCode);
    return open.find(({ post }) => post === 'shift-leader') ?? open[0] ?? null;
  }

  /** The viewer's own open duty. */
  async dutyOf(viewer: Viewer): Promise<DutyRow | null> {
    return (
      (await this.onDuty(viewer.areaCode)).find((duty) => duty.user_id === viewer.userId) ?? null
    );
  }

  async signIn(viewer: Viewer, { commandId, post }: { commandId: string; post: DutyPostName }) {
    requirePermission(viewer, 'duty.sign-in');
    const now = this.#clock.now();
    const id = await this.#database.command(
      viewer,
      { commandId, kind: 'duty.sign-in' },
      async (tx) => {
        const open = (await openDuties(tx, viewer.areaCode)).find((duty) => duty.post === post);
        if (open?.user_id === viewer.userId) return open.id;
        if (open !== undefined) {
          await tx.query(sql`-- The one before goes off duty
          update duties set signed_out_at = ${now} where id = ${open.id}`);
          tx.record(signedOut(open));
        }
        const dutyId = randomUUID();
        await tx.query(sql`-- Who answers here from now on?
        insert into duties (id, area_code, post, user_id, signed_in_at)
        values (${dutyId}, ${viewer.areaCode}, ${post}, ${viewer.userId}, ${now})`);
        tx.record({
          kind: 'duty.signed-in',
          areaCode: viewer.areaCode,
          subjectKind: 'duty',
          subjectId: dutyId,
          payload: { post, displayName: viewer.displayName },
        });
        return dutyId;
      },
    );
    return this.#read(id);
  }

  async signOut(viewer: Viewer, { commandId, dutyId }: { commandId: string; dutyId: string }) {
    requirePermission(viewer, 'duty.sign-in');
    await this.#database.command(viewer, { commandId, kind: 'duty.sign-out' }, async (tx) => {
      const duty = (await openDuties(tx, viewer.areaCode)).find((each) => each.id === dutyId);
      if (duty === undefined) {
        throw new DomainError('not-found', 'no such open duty at the viewer’s center');
      }
      await tx.query(sql`-- Off duty
        update duties set signed_out_at = ${this.#clock.now()} where id = ${dutyId}`);
      tx.record(signedOut(duty));
    });
    return this.#read(dutyId);
  }

  async #read(id: string): Promise<DutyRow> {
    const rows = await this.#database.inScope(systemViewer(), (db) =>
      db.query<DutyRow>(sql`-- Which duty is this?
        select ${columns} from duties join users on users.id = duties.user_id where duties.id = ${id}`),
    );
    if (rows[0] === undefined) throw new DomainError('not-found', 'no such duty');
    return rows[0];
  }
}

/** Signs an account off every post it holds: who is moved or closed answers for no look any more. */
export async function endDutiesOf(tx: Writing, userId: string, at: Date): Promise<void> {
  const ended = await tx.query<DutyRow>(sql`-- Which posts does the account leave?
    update duties set signed_out_at = ${at} from users
    where users.id = duties.user_id and user_id = ${userId} and signed_out_at is null
    returning ${columns}`);
  for (const duty of ended) tx.record(signedOut(duty));
}

function openDuties(db: Reading, areaCode: string): Promise<DutyRow[]> {
  return db.query<DutyRow>(sql`-- Who is on duty at this center?
    select ${columns} from duties join users on users.id = duties.user_id
    where duties.area_code = ${areaCode} and signed_out_at is null order by post desc`);
}

function signedOut(duty: DutyRow) {
  return {
    kind: 'duty.signed-out',
    areaCode: duty.area_code,
    subjectKind: 'duty',
    subjectId: duty.id,
    payload: { post: duty.post, displayName: duty.display_name },
  } as const;
}
