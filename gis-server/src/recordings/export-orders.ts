/** What the gateway is told to write or delete, and what becomes of it. */
import { systemViewer } from '#access/viewer.ts';
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import { ticketSource } from '#camera-views/ticket-source.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading, Writing } from '#database/transaction.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import {
  exportLimits,
  pulledWindow,
  type Clock,
  type FromGateway,
  type ToGateway,
} from 'grid-data';
import { randomBytes } from 'node:crypto';
import { changeExport } from './export-commands.ts';
import { exportForUpdate, exportsToWork } from './export-queries.ts';
import type { RecordingExportRecord } from './export-record.ts';

type Written = Extract<FromGateway, { type: 'export-written' }>;
type Progressed = Extract<FromGateway, { type: 'export-progress' }>;
type Failed = Extract<FromGateway, { type: 'export-failed' }>;
type Deleted = Extract<FromGateway, { type: 'export-deleted' }>;

/** Answers whether a gateway was there to hear it. */
type Send = (message: ToGateway) => boolean;

const worker = systemViewer();
const dayMs = 24 * 3_600_000;
/** Copies wait for each other, and each takes as long as what it copies. */
const daySeconds = 86_400;

export type ExportOrdersParts = {
  database: Database;
  clock: Clock;
  send: Send;
  signer: Pick<TicketSigner, 'sign'>;
};

export class ExportOrders {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #send: Send;
  readonly #signer: Pick<TicketSigner, 'sign'>;

  constructor({ database, clock, send, signer }: ExportOrdersParts) {
    this.#database = database;
    this.#clock = clock;
    this.#send = send;
    this.#signer = signer;
  }

  async onJournal(rows: readonly JournalRow[]): Promise<void> {
    const concerns = ['recording-export.decided', 'recording-export.unmasked'];
    if (rows.some(({ kind }) => concerns.includes(kind))) await this.order();
  }

  /** Also after each hello and every half minute: what a gateway has not answered is said again. */
  async order(): Promise<void> {
    for (const copy of await this.#waiting()) await this.#orderOne(copy);
    for (const { id } of await this.#leaving()) {
      this.#send({ type: 'delete-export', exportId: id });
    }
  }

  /** Copies live as short as their purpose needs: what nobody holds is deleted when its time is over. */
  async endKept(): Promise<void> {
    const now = this.#clock.now();
    await this.#database.write(worker, (tx) =>
      tx.query(sql`-- Whose time of keeping is over?
        update recording_exports set delete_reason = 'retention-over', version = version + 1
        where state = 'ready' and held_at is null and delete_reason is null and delete_after <= ${now}`),
    );
    await this.order();
  }

  /** A figure to watch: lost, nothing is wrong but a bar. */
  async progressed({ exportId, share }: Progressed): Promise<void> {
    await this.#database.write(worker, (tx) =>
      tx.query(sql`-- How far is this copy?
        update recording_exports set progress = ${share} where id = ${exportId}::uuid and state = 'writing'`),
    );
  }

  async written({ exportId, manifest }: Written): Promise<void> {
    const now = this.#clock.now();
    await this.#database.write(worker, async (tx) => {
      const copy = await exportForUpdate(tx, worker, exportId);
      if (copy?.state !== 'writing') return;
      const deleteAfter = new Date(now.getTime() + (await keepDays(tx)) * dayMs);
      const { sha256, bytes, gaps } = manifest;
      const changes = [
        sql`state = 'ready', ready_at = ${now}, delete_after = ${deleteAfter}`,
        sql`sha256 = ${sha256}, bytes = ${bytes}, gaps = ${JSON.stringify(gaps)}::jsonb`,
        sql`manifest = ${JSON.stringify(manifest)}::jsonb`,
      ];
      const payload = { sha256, bytes, gaps: gaps.length };
      await changeExport(tx, copy, changes, { kind: 'recording-export.ready', payload });
    });
  }

  async failed({ exportId, reason }: Failed): Promise<void> {
    await this.#database.write(worker, async (tx) => {
      const copy = await exportForUpdate(tx, worker, exportId);
      if (copy?.state !== 'writing') return;
      // Without the means to hide anything it waits for who permits that nothing is hidden.
      const state = reason === 'masking-unavailable' ? 'approved' : 'failed';
      const changes = [sql`state = ${state}`, sql`failure = ${reason}`];
      await changeExport(tx, copy, changes, {
        kind: 'recording-export.failed',
        payload: { reason },
      });
    });
  }

  /** The proof: which file, when, why. Without that file there is none, and somebody has to look for it. */
  async deleted({ exportId, sha256 }: Deleted): Promise<void> {
    await this.#database.write(worker, async (tx) => {
      const copy = await exportForUpdate(tx, worker, exportId);
      if (copy?.state !== 'ready' || copy.deleteReason === null) return;
      if (sha256 === null || sha256 !== copy.sha256) return missesFile(tx, copy);
      const changes = [sql`state = 'deleted', deleted_at = ${this.#clock.now()}, failure = null`];
      const payload = { sha256, reason: copy.deleteReason };
      await changeExport(tx, copy, changes, { kind: 'recording-export.deleted', payload });
    });
  }

  #waiting(): Promise<RecordingExportRecord[]> {
    return this.#database.inScope(worker, (db) =>
      exportsToWork(
        db,
        sql`(e.state = 'writing' or (e.state = 'approved' and e.failure is null
          and (e.masking <> 'none' or e.unmasked_by is not null)))`,
      ),
    );
  }

  #leaving(): Promise<RecordingExportRecord[]> {
    return this.#database.inScope(worker, (db) =>
      exportsToWork(db, sql`(e.state = 'ready' and e.delete_reason is not null)`),
    );
  }

  async #orderOne(copy: RecordingExportRecord): Promise<void> {
    const { place, ...named } = await this.#database.inScope(worker, (db) => namesIn(db, copy));
    const sent = this.#send({
      type: 'write-export',
      ticket: this.#permit(copy, place),
      order: {
        exportId: copy.id,
        requestId: copy.requestId,
        cameraId: copy.cameraId,
        ...named,
        fromMs: copy.windowFrom.getTime(),
        toMs: copy.windowTo.getTime(),
        caseNo: copy.caseNo,
        legalBasis: copy.legalBasis,
        masking: copy.masking,
        regions: copy.regions,
        requester: copy.requestedBy,
        approver: copy.approvedBy ?? '',
        unmaskedBy: copy.unmaskedBy,
        sound: copy.sound,
      },
    });
    if (!sent || copy.state === 'writing') return;
    await this.#database.write(worker, (tx) =>
      tx.query(sql`-- It is being written
        update recording_exports set state = 'writing', progress = 0, version = version + 1
        where id = ${copy.id} and state = 'approved'`),
    );
  }

  /** What the gateway copies is signed like what it shows. */
  #permit(copy: RecordingExportRecord, place: Place): string {
    const issuedAt = Math.floor(this.#clock.now().getTime() / 1000);
    return this.#signer.sign({
      version: 1,
      viewId: randomBytes(16).toString('base64url'),
      cameraId: copy.cameraId,
      profile: 'main',
      userId: copy.requestedById,
      sessionId: 'export-order',
      purpose: copy.legalBasis,
      issuedAt,
      startBefore: issuedAt + 30,
      maxViewSeconds: daySeconds,
      ...ticketSource(place),
      recording: {
        requestId: copy.requestId,
        ...pulledWindow({ fromMs: copy.windowFrom.getTime(), toMs: copy.windowTo.getTime() }),
        ...(copy.sound && copy.masking === 'none' && { sound: true }),
        exportId: copy.id,
      },
    });
  }
}

/** Said once: the gateway is asked again each half minute, for the folder may come back. */
async function missesFile(tx: Writing, copy: RecordingExportRecord): Promise<void> {
  if (copy.failure === 'file-missing') return;
  const payload = { reason: 'file-missing' };
  await changeExport(tx, copy, [sql`failure = 'file-missing'`], {
    kind: 'recording-export.failed',
    payload,
  });
}

type Place = Parameters<typeof ticketSource>[0];

async function namesIn(
  db: Reading,
  { cameraId, requestedById }: RecordingExportRecord,
): Promise<{ cameraName: string; unit: string; place: Place }> {
  const [camera] = await db.query<Place & { name: string }>(
    sql`-- What is the camera called, and where has its platform got it?
      select name, platform_id as "platformId", platform_camera_id as "platformCameraId"
      from cameras where id = ${cameraId}`,
  );
  const [area] = await db.query<{ name: string }>(sql`-- Where does the requester stand?
    select a.name from users u join areas a on a.code = u.area_code
    where u.id = ${requestedById}::uuid`);
  const { name = cameraId, platformId = null, platformCameraId = null } = camera ?? {};
  return { cameraName: name, unit: area?.name ?? '', place: { platformId, platformCameraId } };
}

async function keepDays(db: Reading): Promise<number> {
  const rows = await db.query<{ value: unknown }>(sql`-- How long are copies kept here?
    select value from settings where key = 'recording-export.keep-days'`);
  const days = Number(rows[0]?.value);
  return Number.isFinite(days) && days > 0 ? days : exportLimits.keepDays;
}
