import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import { sql } from '#database/sql.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import {
  exportFormOf,
  exportLimits,
  grantsSound,
  type DomainError,
  type ExportManifest,
  type Role,
  type ToGateway,
} from 'grid-data';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ExportOrders } from './export-orders.ts';
import type { RecordingExportRecord } from './export-record.ts';
import { createRecordingExports, type RecordingExports } from './exports.ts';
import { RecordingTickets } from './recording-tickets.ts';
import type { ExportInput } from './take-in-export.ts';
import type { ViewRequestRecord } from './view-request-record.ts';
import { createViewRequests } from './view-requests.ts';

const hourMs = 3_600_000;

describeOnBothEngines('copies of recordings', (db) => {
  let exports: RecordingExports;
  let orders: ExportOrders;
  let tickets: RecordingTickets;
  let officer: Viewer;
  let leader: Viewer;
  /** Approves what the leader has approved already. */
  let second: Viewer;
  let granted: ViewRequestRecord;
  /** What the gateway was told. */
  let told: ToGateway[] = [];

  const person = (role: Role) => seeAccountOf(db.database, viewerAt(madeUpCounty, role));

  beforeAll(async () => {
    const { database, clock } = db;
    await insertMadeUpCounty(database);
    await insertCamera(database, { id: 'cam' });
    const keys = mkdtempSync(join(tmpdir(), 'cloud-eye-key-'));
    const signer = new TicketSigner(join(keys, 'k'));
    exports = createRecordingExports({ database, clock, signer });
    const send = (message: ToGateway) => told.push(message) > 0;
    orders = new ExportOrders({ database, clock, send, signer });
    tickets = new RecordingTickets({ database, clock, signer });
  });

  beforeEach(async () => {
    told = [];
    officer = await person('duty-officer');
    leader = await person('leader');
    second = await person('leader');
    granted = await grant();
  });

  /** A request of the officer's, which the leader approves. */
  async function grant(change: object = {}): Promise<ViewRequestRecord> {
    const requests = createViewRequests(db);
    const now = db.clock.now();
    const asked = await requests.request(officer, {
      commandId: randomUUID(),
      legalBasis: 'criminal-case',
      cameraIds: ['cam'],
      windowFrom: new Date(now.getTime() - 2 * hourMs),
      windowTo: new Date(now.getTime() - hourMs),
      reason: 'a bicycle was stolen',
      caseNo: 'A-1',
      ...change,
    });
    const { id, version } = asked;
    return requests.decide(leader, { commandId: randomUUID(), id, version, approve: true });
  }

  const input = (change: Partial<ExportInput> = {}): ExportInput => ({
    commandId: randomUUID(),
    requestId: granted.id,
    cameraId: 'cam',
    windowFrom: granted.windowFrom,
    windowTo: new Date(granted.windowFrom.getTime() + 60_000),
    caseNo: 'A-1',
    legalBasis: 'criminal-case',
    ...change,
  });
  const named = ({ id, version }: RecordingExportRecord) => ({
    commandId: randomUUID(),
    id,
    version,
  });
  const approve = (who: Viewer, copy: RecordingExportRecord) =>
    exports.decide(who, { ...named(copy), approve: true });
  const orderOf = (id: string) =>
    told.flatMap((message) =>
      message.type === 'write-export' && message.order.exportId === id ? message.order : [],
    );
  const now = async (id: string) =>
    (await exports.page(officer, { first: 200 })).nodes.find((each) => each.id === id)!;
  const storyOf = (id: string) =>
    db.database.inScope(systemViewer(), (read) =>
      read.query<{
        kind: string;
        payload: Record<string, unknown>;
      }>(sql`-- What does the journal tell of this copy?
        select kind, payload from journal where subject_id = ${id} order by seq`),
    );

  const permitOf = (ticket: string): unknown =>
    JSON.parse(Buffer.from(ticket.split('.')[0]!, 'base64url').toString('utf8')).recording;

  const sha256 = 'a'.repeat(64);
  async function written(copy: RecordingExportRecord): Promise<RecordingExportRecord> {
    const [order] = orderOf(copy.id);
    const manifest: ExportManifest = {
      version: 1,
      ...order!,
      gaps: [],
      frames: 900,
      soundCodec: order!.sound ? 'pcma' : null,
      lostPackets: 0,
      bytes: 1_000,
      sha256,
      tool: 'test',
      ...{ mark: 'in-picture', pictureMs: null },
      writtenAt: db.clock.now().toISOString(),
    };
    await orders.written({ type: 'export-written', requestId: 'r', exportId: copy.id, manifest });
    return now(copy.id);
  }

  async function ready(): Promise<RecordingExportRecord> {
    const copy = await approve(leader, await exports.request(officer, input()));
    await orders.order();
    return written(copy);
  }

  test('two persons let a copy out; it is written once, handed out with its row, and only to who asked', async () => {
    const asked = await exports.request(officer, input());
    await orders.order();
    expect(orderOf(asked.id)).toEqual([]);
    await expect(approve(officer, asked)).rejects.toMatchObject({ reason: 'permission-missing' });
    const approved = await approve(leader, asked);
    await orders.order();
    expect(orderOf(asked.id)[0]).toMatchObject({
      masking: 'whole-picture',
      requester: officer.displayName,
      approver: leader.displayName,
      caseNo: 'A-1',
    });
    await expect(exports.take(officer, asked.id)).rejects.toMatchObject({ kind: 'conflict' });
    const copy = await written(approved);
    expect(copy).toMatchObject({ state: 'ready', sha256, bytes: 1_000 });
    expect(copy.deleteAfter!.getTime() - copy.readyAt!.getTime()).toBe(
      exportLimits.keepDays * 24 * hourMs,
    );
    await expect(exports.take(leader, asked.id)).rejects.toMatchObject({ kind: 'not-found' });
    const { ticket } = await exports.take(officer, asked.id);
    const [payload = ''] = ticket.split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString()).recording.exportId).toBe(
      asked.id,
    );
    expect((await storyOf(asked.id)).map(({ kind }) => kind)).toEqual([
      'recording-export.requested',
      'recording-export.decided',
      'recording-export.ready',
      'recording-export.handed-out',
    ]);
  });

  test('nobody lets out what he asked for himself, though he may for others', async () => {
    const shiftLeader = await person('leader');
    const requests = createViewRequests(db);
    const asked = await requests.request(shiftLeader, {
      commandId: randomUUID(),
      legalBasis: 'criminal-case',
      cameraIds: ['cam'],
      windowFrom: granted.windowFrom,
      windowTo: granted.windowTo,
      reason: 'a bicycle was stolen',
      caseNo: 'A-1',
    });
    await requests.decide(leader, {
      commandId: randomUUID(),
      id: asked.id,
      version: 1,
      approve: true,
    });
    const copy = await exports.request(shiftLeader, input({ requestId: asked.id }));
    await expect(approve(shiftLeader, copy)).rejects.toMatchObject({ reason: 'own-request' });
    await expect(exports.request(leader, input())).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('with nothing hidden it needs a second approval with a reason', async () => {
    const copy = await approve(leader, await exports.request(officer, input({ masking: 'none' })));
    await orders.order();
    expect(orderOf(copy.id)).toEqual([]);
    const said = { ...named(copy), note: 'the court needs the face' };
    await expect(exports.permitUnmasked(officer, said)).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await expect(exports.permitUnmasked(leader, said)).rejects.toMatchObject({
      kind: 'not-allowed',
      reason: 'own-approval',
    });
    const permitted = await exports.permitUnmasked(second, said);
    await orders.order();
    expect(orderOf(copy.id)[0]).toMatchObject({ masking: 'none', unmaskedBy: second.displayName });
    expect((await written(permitted)).state).toBe('ready');
  });

  test('a gateway that can hide nothing leaves it to the second approval, and says why', async () => {
    const copy = await approve(leader, await exports.request(officer, input()));
    await orders.order();
    await orders.failed({
      type: 'export-failed',
      requestId: 'r',
      exportId: copy.id,
      reason: 'masking-unavailable',
    });
    const waiting = await now(copy.id);
    expect(waiting).toMatchObject({ state: 'approved', failure: 'masking-unavailable' });
    told = [];
    await orders.order();
    expect(orderOf(copy.id)).toEqual([]);
    await exports.permitUnmasked(second, { ...named(waiting), note: 'no ffmpeg here' });
    await orders.order();
    expect(orderOf(copy.id)[0]).toMatchObject({ masking: 'none' });
  });

  test('what is being written is said again to a gateway that begins anew', async () => {
    const copy = await approve(leader, await exports.request(officer, input()));
    await orders.order();
    await orders.order();
    expect(orderOf(copy.id)).toHaveLength(2);
    await written(copy);
    told = [];
    await orders.order();
    expect(orderOf(copy.id)).toEqual([]);
  });

  test('it is deleted when its time is over, unless it is held, and leaves a proof', async () => {
    const [held, free] = [await ready(), await ready()];
    await expect(
      exports.hold(officer, { ...named(held), hold: true, note: 'trial' }),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
    const kept = await exports.hold(leader, { ...named(held), hold: true, note: 'trial' });
    await expect(exports.remove(officer, named(kept))).rejects.toMatchObject({
      reason: 'held-as-evidence',
    });
    const deletions = () =>
      told
        .flatMap((message) => (message.type === 'delete-export' ? message.exportId : []))
        .filter((id) => id === held.id || id === free.id);
    db.clock.advanceSeconds(exportLimits.keepDays * 24 * 3600 - 1);
    await orders.endKept();
    expect(deletions()).toEqual([]);
    db.clock.advanceSeconds(1);
    await orders.endKept();
    expect(deletions()).toEqual([free.id]);
    const gone = (hash: string | null) =>
      orders.deleted({ type: 'export-deleted', requestId: 'r', exportId: free.id, sha256: hash });
    // A gateway without the file, however often it says so, or with another one, proves nothing.
    for (const hash of [null, 'b'.repeat(64), null]) await gone(hash);
    expect(await now(free.id)).toMatchObject({ state: 'ready', failure: 'file-missing' });
    expect((await storyOf(free.id)).slice(-2)).toMatchObject([
      { kind: 'recording-export.ready' },
      { kind: 'recording-export.failed', payload: { reason: 'file-missing' } },
    ]);
    await gone(sha256);
    expect((await now(free.id)).failure).toBeNull();
    expect(await now(free.id)).toMatchObject({ state: 'deleted', deleteReason: 'retention-over' });
    expect((await storyOf(free.id)).at(-1)).toMatchObject({
      kind: 'recording-export.deleted',
      payload: { sha256, reason: 'retention-over' },
    });
    // Released, it goes like any other.
    told = [];
    await exports.hold(leader, { ...named(await now(held.id)), hold: false, note: 'trial over' });
    await orders.endKept();
    expect(deletions()).toEqual([held.id]);
  });

  test('a setting keeps copies shorter', async () => {
    const set = (days: number | null) =>
      db.database.write(systemViewer(), async (tx) => {
        await tx.query(sql`-- No setting
          delete from settings where key = 'recording-export.keep-days'`);
        if (days === null) return;
        await tx.query(sql`-- Days of keeping
          insert into settings (key, value) values ('recording-export.keep-days', ${JSON.stringify(days)}::jsonb)`);
      });
    await set(3);
    const { readyAt, deleteAfter } = await ready();
    expect(deleteAfter!.getTime() - readyAt!.getTime()).toBe(3 * 24 * hourMs);
    await set(null);
  });

  test.each([
    [{ caseNo: ' ' }, 'case-missing'],
    [{ masking: 'regions' }, 'regions'],
    [{ masking: 'regions', regions: [{ left: 0.5, top: 0, right: 0.4, bottom: 1 }] }, 'regions'],
    [{ windowTo: new Date(0) }, 'export-length'],
    [{ windowFrom: new Date('2020-01-01T00:00:00Z') }, 'export-length'],
    [{ cameraId: 'other' }, 'camera-not-granted'],
  ] as [Partial<ExportInput>, string][])('%o is refused: %s', async (change, reason) => {
    await expect(exports.request(officer, input(change))).rejects.toMatchObject({ reason });
  });

  test('who decides sees what a copy would show, as a row of the register; nobody else does', async () => {
    const regions = [{ left: 0.1, top: 0.2, right: 0.3, bottom: 0.4 }];
    const asked = await exports.request(officer, input({ masking: 'regions', regions }));
    expect((await now(asked.id)).regions).toEqual(regions);
    const look = await tickets.review(leader, asked.id);
    expect(look).toMatchObject({ windowFrom: asked.windowFrom, windowTo: asked.windowTo });
    expect(permitOf(look.ticket)).toMatchObject({
      fromMs: asked.windowFrom.getTime(),
      toMs: asked.windowTo.getTime(),
    });
    const [row] = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ userId: string; requestId: string }>(sql`-- Who looked?
        select user_id as "userId", view_request_id as "requestId" from camera_views where id = ${look.viewId}`),
    );
    expect(row).toEqual({ userId: leader.userId, requestId: granted.id });
    const refused = (who: Viewer, id: string) =>
      tickets.review(who, id).catch((e: DomainError) => e.reason);
    expect(await refused(officer, asked.id)).toBe('permission-missing');
    // Where all of it is hidden there is nothing to judge, and once it is decided nothing to decide.
    expect(await refused(leader, (await exports.request(officer, input())).id)).toBe(
      'nothing-to-review',
    );
    await approve(leader, asked);
    expect(await refused(leader, asked.id)).toBe('nothing-to-review');
    expect(await refused(leader, randomUUID())).toBe('unknown-export');
  });

  test('sound is granted of its own, waits for the approval, and goes with no copy that hides something', async () => {
    const open = async () =>
      permitOf((await tickets.open(officer, { requestId: granted.id, cameraId: 'cam' })).ticket);
    expect(await open()).not.toHaveProperty('sound');
    granted = await grant({ sound: true });
    expect(await open()).toMatchObject({ sound: true });
    const hidden = await approve(leader, await exports.request(officer, input()));
    const clear = await approve(leader, await exports.request(officer, input({ masking: 'none' })));
    await exports.permitUnmasked(second, { ...named(clear), note: 'the court asks for it' });
    await orders.order();
    const ticketOf = (id: string) =>
      told.flatMap((each) =>
        each.type === 'write-export' && each.order.exportId === id ? each.ticket! : [],
      )[0]!;
    expect(permitOf(ticketOf(clear.id))).toMatchObject({ sound: true });
    expect(permitOf(ticketOf(hidden.id))).not.toHaveProperty('sound');
    expect(grantsSound({ sound: true, state: 'requested' })).toBe(false);
  });

  test('a picture in which anything is seen takes two persons or three, is mute, and is reviewed with what leads up to it', async () => {
    granted = await grant({ sound: true });
    const from = new Date(granted.windowFrom.getTime() + 4_000);
    const window = { windowFrom: from, windowTo: new Date(from.getTime() + 999) };
    const asked = await exports.request(officer, input({ ...window, masking: 'none' }));
    expect(asked.sound).toBe(false);
    // As far back as was granted, and no further.
    expect(await tickets.review(leader, asked.id)).toMatchObject({
      windowFrom: granted.windowFrom,
      windowTo: window.windowTo,
    });
    const approved = await approve(leader, asked);
    await orders.order();
    expect(orderOf(asked.id)).toEqual([]);
    await exports.permitUnmasked(second, { ...named(approved), note: 'the court asks for it' });
    await orders.order();
    const [order] = orderOf(asked.id);
    expect(exportFormOf(order!)).toBe('picture');
    expect(order).toMatchObject({ masking: 'none', sound: false, unmaskedBy: second.displayName });
    const copy = await written(await now(asked.id));
    db.clock.advanceSeconds(exportLimits.keepDays * 24 * 3600 + 1);
    await orders.endKept();
    await orders.deleted({ type: 'export-deleted', requestId: 'r', exportId: copy.id, sha256 });
    expect((await storyOf(copy.id)).at(-1)).toMatchObject({
      kind: 'recording-export.deleted',
      payload: { sha256, reason: 'retention-over' },
    });
  });

  test('how far a copy is can be read while it is written, and no longer', async () => {
    const copy = await approve(leader, await exports.request(officer, input()));
    const progressed = (share: number) =>
      orders.progressed({ type: 'export-progress', exportId: copy.id, share });
    await progressed(0.5);
    expect((await now(copy.id)).progress).toBeNull();
    await orders.order();
    expect((await now(copy.id)).progress).toBe(0);
    await progressed(0.25);
    expect((await now(copy.id)).progress).toBe(0.25);
    await written(copy);
    await progressed(0.75);
    expect((await now(copy.id)).progress).toBe(0.25);
  });

  test('nothing outside the granted window is copied', async () => {
    const windowFrom = new Date(granted.windowFrom.getTime() - 1_000);
    await expect(exports.request(officer, input({ windowFrom }))).rejects.toMatchObject({
      reason: 'outside-window',
    });
  });
});
