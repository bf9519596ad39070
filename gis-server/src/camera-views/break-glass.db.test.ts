import { Duties } from '#access/duties.ts';
import { Sessions } from '#access/sessions.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { CameraViews } from '#camera-views/camera-views.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import { insertMadeUpCounty } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { signInWith } from '#gateway-link/testing/sign-in.ts';
import { ViewRegister } from '#gateway-link/view-register.ts';
import { ViewRevocations } from '#gateway-link/view-revocations.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import type { StreamTicket } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createLookRegister } from './look-register.ts';

const center = '990101002';
const reason = '燃气泄漏，需立即确认现场有无人员';

describeOnBothEngines('breaking the glass of a camera', (db) => {
  let signedIn: ReturnType<typeof signInWith>;
  let duties: Duties;
  let views: CameraViews;
  let register: ViewRegister;
  let leader: Viewer;
  let dutyId: string;

  beforeAll(async () => {
    const { database, clock } = db;
    await insertMadeUpCounty(database);
    const sessions = new Sessions({ database, clock });
    const keyFile = join(mkdtempSync(join(tmpdir(), 'cloud-eye-key-')), 'stream-ticket.key');
    signedIn = signInWith(db, sessions);
    duties = new Duties({ database, clock });
    views = new CameraViews({ database, clock, duties, signer: new TicketSigner(keyFile) });
    register = new ViewRegister({ database, sessions, clock });
    await insertCamera(database, { id: 'unfiled', areaCode: '990101002001', purposes: [] });
    await insertCamera(database, { id: 'filed', areaCode: '990101002001' });
    leader = await signedIn('leader', center);
    const duty = await duties.signIn(leader, { commandId: randomUUID(), post: 'leader' });
    dutyId = duty.id;
  });

  const breakGlass = (viewer: Viewer, cameraId = 'unfiled', why = reason) =>
    views.openCameraView(viewer, {
      cameraId,
      basis: { breakGlassReason: why },
      profile: 'main',
    });

  const journalOf = (viewId: string) =>
    db.database.inScope(systemViewer(), (read) =>
      read.query<{ kind: string; reason: string | null; filed: unknown }>(
        sql`-- What does the journal tell of this look?
        select kind, payload ->> 'reason' as reason, payload -> 'filed' as filed from journal
        where payload ->> 'viewId' = ${viewId} order by seq`,
      ),
    );

  const ticketOf = ({ ticket }: { ticket: string }) =>
    JSON.parse(Buffer.from(ticket.split('.')[0]!, 'base64url').toString()) as StreamTicket;

  test('a leader on duty looks for ten minutes, with the reason in register and journal', async () => {
    const look = await breakGlass(leader);
    expect(look).toMatchObject({ purpose: 'break-glass', maxViewSeconds: 600 });
    expect(ticketOf(look)).toMatchObject({ purpose: 'break-glass', maxViewSeconds: 600 });
    expect(await journalOf(look.viewId)).toEqual([
      { kind: 'camera-view.requested', reason: null, filed: null },
      { kind: 'camera-view.glass-broken', reason, filed: [] },
    ]);
    const opened = await register.open({
      type: 'view-opening',
      requestId: 'r',
      viewId: look.viewId,
      cameraId: 'unfiled',
      transport: 'fmp4-websocket',
      clientIp: null,
      at: db.clock.now().toISOString(),
    });
    expect(opened).toBeNull();
  });

  test('asking again after a broken line does not wind the time up, and the sentence is worn out after it', async () => {
    const why = `${reason}，第二次`;
    await breakGlass(leader, 'unfiled', why);
    db.clock.advanceSeconds(240);
    expect(await breakGlass(leader, 'unfiled', why)).toMatchObject({ maxViewSeconds: 360 });
    db.clock.advanceSeconds(360);
    await expect(breakGlass(leader, 'unfiled', why)).rejects.toMatchObject({
      kind: 'not-allowed',
      reason: 'break-glass-over',
    });
    expect(await breakGlass(leader, 'unfiled', `${why}，现场仍未控制`)).toMatchObject({
      maxViewSeconds: 600,
    });
  });

  test.each([
    ['too short a reason', '快看', 'reason-too-short'],
    ['nothing but blanks', '            ', 'reason-too-short'],
  ])('%s opens nothing', async (_, why, refusal) => {
    await expect(breakGlass(leader, 'unfiled', why)).rejects.toMatchObject({ reason: refusal });
  });

  test('who is off duty, and where a purpose will do, opens nothing', async () => {
    await expect(breakGlass(await signedIn('leader', center))).rejects.toMatchObject({
      reason: 'not-on-duty',
    });
    await expect(breakGlass(leader, 'filed')).rejects.toMatchObject({ reason: 'purpose-suffices' });
    await expect(breakGlass(await signedIn('duty-officer', center))).rejects.toMatchObject({
      reason: 'permission-missing',
    });
  });

  test('the auditor finds each, reads it once, and the reading is written down', async () => {
    const auditor = await signedIn('auditor', center);
    const looks = createLookRegister(db);
    const page = await looks.page(auditor, { brokenGlass: true, first: 50 });
    expect(page.nodes.length).toBeGreaterThan(2);
    expect(page.nodes.every(({ breakGlassReason }) => breakGlassReason !== null)).toBe(true);
    const { id } = page.nodes[0]!;
    const review = () =>
      looks.review(auditor, { commandId: randomUUID(), viewId: id, note: '情况属实' });
    expect(await review()).toMatchObject({
      reviewedBy: auditor.displayName,
      reviewNote: '情况属实',
    });
    await expect(review()).rejects.toMatchObject({ reason: 'already-reviewed' });
    await expect(looks.page(leader, { brokenGlass: true, first: 5 })).rejects.toMatchObject({
      reason: 'permission-missing',
    });
    expect((await journalOf(id)).map(({ kind }) => kind)).toContain('camera-view.glass-reviewed');
  });

  test('a mark read off a photograph leads to its look, and to no other', async () => {
    const auditor = await signedIn('auditor', center);
    const looks = createLookRegister(db);
    const { nodes } = await looks.page(auditor, { brokenGlass: false, first: 50 });
    const find = async (code: string) =>
      (await looks.page(auditor, { brokenGlass: false, first: 50, code })).nodes.map(
        ({ id }) => id,
      );
    expect(nodes.length).toBeGreaterThan(1);
    for (const { id } of nodes) {
      expect(await find(id.slice(0, 6))).toEqual([id]);
      expect(await find(id.toUpperCase())).toEqual([id]);
    }
    expect(await find('______')).toEqual([]);
    await expect(find('abc%de')).rejects.toMatchObject({ reason: 'view-code' });
  });

  test('the picture ends with the duty', async () => {
    const { viewId } = await breakGlass(leader, 'unfiled', `${reason}，交班前`);
    const at = db.clock.now().toISOString();
    const opening = { type: 'view-opening', requestId: 'r', viewId, clientIp: null, at } as const;
    await register.open({ ...opening, cameraId: 'unfiled', transport: 'fmp4-websocket' });
    const stopped = new Map<string, string>();
    const revocations = new ViewRevocations(register, (viewIds, why) => {
      for (const each of viewIds) stopped.set(each, why);
    });
    await duties.signOut(leader, { commandId: randomUUID(), dutyId });
    await revocations.onJournal([
      { kind: 'duty.signed-out', payload: {} } as unknown as JournalRow,
    ]);
    expect(stopped.get(viewId)).toBe('not-on-duty');
  });
});
