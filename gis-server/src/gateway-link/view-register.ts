import type { Sessions } from '#access/sessions.ts';
import { systemViewer } from '#access/viewer.ts';
import { viewLapse } from '#camera-views/view-lapse.ts';
import { viewById, viewColumns, type OpenView } from '#camera-views/view-queries.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import type { Clock, FromGateway } from 'grid-data';

type Opening = Extract<FromGateway, { type: 'view-opening' }>;
type Closing = Extract<FromGateway, { type: 'view-closed' }>;

export type RevokedView = { id: string; end_reason: string };

/** A ticket starts within 30 s; a row that old and never opened is over. */
const neverOpenedAfterMs = 60_000;
/** No ticket lets anybody look for longer. */
const longestLookMs = 24 * 3_600_000;
const writer = systemViewer();

/** The register of looks: a row is open before the first byte and closed after the last. */
export class ViewRegister {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #clock: Clock;

  constructor({
    database,
    sessions,
    clock,
  }: {
    database: Database;
    sessions: Sessions;
    clock: Clock;
  }) {
    this.#database = database;
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** Null once the opening is written and committed; else why there is no picture. */
  async open(
    { viewId, cameraId, transport, clientIp }: Opening,
    gatewayId: string | null = null,
  ): Promise<string | null> {
    const view = await this.#database.inScope(writer, (db) => viewById(db, viewId));
    if (view === undefined || view.camera_id !== cameraId) return 'unknown-view';
    if (view.closed_at !== null) return 'revoked';
    if (!(await this.#sessions.isAlive(view.session_id))) return 'session-ended';
    if (view.lapse !== null) return view.lapse;
    return this.#database.write(writer, async (tx) => {
      const opened = await tx.query(sql`-- Is the look still to begin?
        update camera_views set opened_at = ${this.#clock.now()}, transport = ${transport},
          client_ip = ${clientIp}, gateway_id = ${gatewayId}
        where id = ${viewId} and opened_at is null and closed_at is null returning id`);
      // Asked again after a broken link: the row is there already.
      if (opened.length === 0) return this.#refusalNow(tx, viewId);
      tx.record({
        kind: 'camera-view.opened',
        areaCode: view.area_code,
        subjectKind: 'camera',
        subjectId: cameraId,
        payload: { viewId, purpose: view.purpose, chargedTo: view.charged_name, transport },
      });
      return null;
    });
  }

  async close({ viewId, at, firstFrameAt, reason, bytes, frames }: Closing): Promise<void> {
    await this.#database.write(writer, async (tx) => {
      const view = await viewById(tx, viewId);
      if (view === undefined) return;
      await tx.query(sql`-- How did the look end? The gateway's own word counts over "ended-by-restart".
        update camera_views set closed_at = ${at}::timestamptz, first_frame_at = ${firstFrameAt}::timestamptz,
          end_reason = ${reason}, bytes = ${bytes}, frames = ${frames}
        where id = ${viewId} and (closed_at is null or end_reason = 'ended-by-restart')`);
      if (view.closed_at === null) {
        const firstFrame = firstFrameAt === null ? null : new Date(firstFrameAt);
        recordClosed(tx, view, { at: new Date(at), firstFrame, reason });
      }
    });
  }

  /**
   * Looks that were open when this gateway ended: it began anew at `startedAt` and shows none of them. Those of another
   * go on there, but for what is too old for any to show: it will not come back to close them.
   */
  endThoseBefore(startedAt: string, gatewayId: string): Promise<void> {
    const longest = new Date(Date.parse(startedAt) - longestLookMs);
    return this.#endWhere(
      sql`opened_at < ${startedAt}::timestamptz
        and (coalesce(gateway_id, ${gatewayId}) = ${gatewayId} or opened_at < ${longest})`,
      'ended-by-restart',
    );
  }

  /** Rows asked for whose ticket was not used in time. */
  async endNeverOpened(): Promise<void> {
    const before = new Date(this.#clock.now().getTime() - neverOpenedAfterMs);
    await this.#database.write(writer, (tx) =>
      tx.query(sql`-- Which tickets were never used?
        update camera_views set closed_at = ${this.#clock.now()}, end_reason = 'never-opened'
        where closed_at is null and opened_at is null and requested_at < ${before}`),
    );
  }

  /** Takes back the looks that a condition names; answers those that the gateway must stop now. */
  revokeWhere(condition: Statement, reason: string): Promise<RevokedView[]> {
    return this.#revoke(condition, sql`${reason}::text`);
  }

  /** Takes back the looks whose right has lapsed. */
  revokeLapsed(): Promise<RevokedView[]> {
    return this.#revoke(sql`${viewLapse} is not null`, viewLapse);
  }

  /** Pictures that were taken back and still run: the gateway was not there to be told. */
  revokedAndRunning(): Promise<RevokedView[]> {
    return this.#database.inScope(writer, (db) =>
      db.query(sql`-- Which pictures run without a right?
        select id, end_reason from camera_views where closed_at is null and end_reason is not null`),
    );
  }

  /**
   * Those not yet begun are closed here; the running ones are for the gateway to stop, whose own closing row follows.
   * Until then the row keeps why it must end, and is answered again: the gateway may hang on another server than the
   * one that found it first.
   */
  #revoke(condition: Statement, reason: Statement): Promise<RevokedView[]> {
    return this.#database.write(writer, async (tx) => {
      await tx.query(sql`-- Which tickets are void before they were used?
        update camera_views set closed_at = ${this.#clock.now()}, end_reason = ${reason}
        where closed_at is null and opened_at is null and ${condition}`);
      return tx.query<RevokedView>(sql`-- Which pictures run on this right?
        update camera_views set end_reason = coalesce(end_reason, ${reason})
        where closed_at is null and ${condition} returning id, end_reason`);
    });
  }

  #endWhere(condition: Statement, reason: string): Promise<void> {
    return this.#database.write(writer, async (tx) => {
      const now = this.#clock.now();
      const ended =
        await tx.query<OpenView>(sql`-- Which looks are over without a word from the gateway?
        update camera_views set closed_at = ${now}, end_reason = ${reason}
        where closed_at is null and ${condition}
        returning ${viewColumns}`);
      for (const view of ended) recordClosed(tx, view, { at: now, firstFrame: null, reason });
    });
  }

  async #refusalNow(tx: Writing, viewId: string): Promise<string | null> {
    const now = await viewById(tx, viewId);
    return now?.closed_at === null && now.opened_at !== null && now.end_reason === null
      ? null
      : 'revoked';
  }
}

function recordClosed(
  tx: Writing,
  view: OpenView,
  end: { at: Date; firstFrame: Date | null; reason: string },
): void {
  const since = (from: Date | null, to: Date | null) =>
    from === null || to === null ? null : Math.max(0, to.getTime() - from.getTime());
  const openMs = since(view.opened_at, end.at);
  tx.record({
    kind: 'camera-view.closed',
    areaCode: view.area_code,
    subjectKind: 'camera',
    subjectId: view.camera_id,
    payload: {
      viewId: view.id,
      reason: end.reason,
      seconds: openMs === null ? null : openMs / 1000,
      firstFrameMs: since(view.opened_at, end.firstFrame),
    },
  });
}
