import { Duties } from '#access/duties.ts';
import { Sessions } from '#access/sessions.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { CameraViews, type ViewBasis } from '#camera-views/camera-views.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import { insertMadeUpCounty } from '#database/testing/made-up-county.ts';
import { insertCamera, insertFiring, insertIncident } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { signInWith } from './testing/sign-in.ts';
import { ViewRegister } from './view-register.ts';
import { ViewRevocations } from './view-revocations.ts';

const center = '990101002';

describeOnBothEngines('the right to a running picture', (db) => {
  let signedIn: ReturnType<typeof signInWith>;
  let duties: Duties;
  let views: CameraViews;
  let register: ViewRegister;
  let revocations: ViewRevocations;
  /** What the gateway was told to stop, with the reason. */
  const stopped = new Map<string, string>();

  beforeAll(async () => {
    const { database, clock } = db;
    await insertMadeUpCounty(database);
    const sessions = new Sessions({ database, clock });
    const keyFile = join(mkdtempSync(join(tmpdir(), 'cloud-eye-key-')), 'stream-ticket.key');
    signedIn = signInWith(db, sessions);
    duties = new Duties({ database, clock });
    views = new CameraViews({ database, clock, duties, signer: new TicketSigner(keyFile) });
    register = new ViewRegister({ database, sessions, clock });
    revocations = new ViewRevocations(register, (viewIds, reason) => {
      for (const id of viewIds) stopped.set(id, reason);
    });
    await insertCamera(database, { id: 'cam', areaCode: '990101002001' });
  });
  beforeEach(() => stopped.clear());

  const duty = { dutyPurpose: 'public-security' };

  async function running(viewer: Viewer, basis: ViewBasis = duty, cameraId = 'cam') {
    const ticket = await views.openCameraView(viewer, { cameraId, basis, profile: 'main' });
    expect(await opening(ticket.viewId, cameraId)).toBeNull();
    return ticket;
  }

  const opening = (viewId: string, cameraId: string) =>
    register.open({
      type: 'view-opening',
      requestId: 'r',
      viewId,
      cameraId,
      transport: 'fmp4-websocket',
      clientIp: null,
      at: db.clock.now().toISOString(),
    });

  const hear = (kind: string, payload = {}) =>
    revocations.onJournal([{ kind, payload } as unknown as JournalRow]);

  const takePost = (viewer: Viewer, post: 'leader' | 'shift-leader') =>
    duties.signIn(viewer, { commandId: randomUUID(), post });
  const leavePost = (viewer: Viewer, dutyId: string) =>
    duties.signOut(viewer, { commandId: randomUUID(), dutyId });

  const change = (statement: ReturnType<typeof sql>) =>
    db.database.write(systemViewer(), (tx) => tx.query(statement));

  test('at a handover the wall’s picture ends because the duty changed, and the next is charged to the successor', async () => {
    const [wall, before, after] = await Promise.all([
      signedIn('wall', center),
      signedIn('shift-leader', center),
      signedIn('shift-leader', center),
    ]);
    await takePost(before, 'shift-leader');
    const first = await running(wall);
    expect(first.chargedTo).toBe(before.displayName);
    const held = await takePost(after, 'shift-leader');
    await hear('duty.signed-out');
    expect(stopped.get(first.viewId)).toBe('duty-changed');
    const second = await running(wall);
    expect(second.chargedTo).toBe(after.displayName);
    await leavePost(after, held.id);
    await hear('duty.signed-out');
    expect(stopped.get(second.viewId)).toBe('nobody-on-duty');
  });

  test('who leaves one post and holds the other still answers', async () => {
    const [wall, person] = [await signedIn('wall', center), await signedIn('leader', center)];
    const asLeader = await takePost(person, 'leader');
    const asShiftLeader = await takePost(person, 'shift-leader');
    const { viewId } = await running(wall);
    await leavePost(person, asShiftLeader.id);
    await hear('duty.signed-out');
    expect(stopped.has(viewId)).toBe(false);
    await leavePost(person, asLeader.id);
    await hear('duty.signed-out');
    expect(stopped.get(viewId)).toBe('nobody-on-duty');
  });

  test('what a rule opened is the duty person’s, on whosever screen; what a hand opened is the hand’s', async () => {
    const incidentId = await insertIncident(db.database, {
      areaCode: '990101002001',
      purposes: ['public-security'],
    });
    const areaCode = '990101002001';
    const byRule = {
      incidentId,
      linkageFiringId: await insertFiring(db.database, { incidentId, areaCode }),
    };
    const person = await signedIn('leader', center);
    await expect(running(person, byRule)).rejects.toMatchObject({ reason: 'nobody-on-duty' });
    const held = await takePost(person, 'leader');
    const officer = await signedIn('duty-officer', center);
    const [ruled, own, clicked] = [
      await running(officer, byRule),
      await running(person, byRule),
      await running(officer, { incidentId }),
    ];
    expect([ruled, own, clicked].map(({ chargedTo }) => chargedTo)).toEqual([
      person.displayName,
      person.displayName,
      officer.displayName,
    ]);
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ opened_by_rule: boolean; told: boolean }>(sql`-- Which did a rule open?
        select opened_by_rule, (select (payload ->> 'openedByRule')::boolean from journal
          where kind = 'camera-view.requested' and payload ->> 'viewId' = id) as told
        from camera_views where id = any(${[ruled.viewId, clicked.viewId]}) order by opened_by_rule`),
    );
    expect(rows).toEqual([
      { opened_by_rule: false, told: false },
      { opened_by_rule: true, told: true },
    ]);
    await leavePost(person, held.id);
    await hear('duty.signed-out');
    expect([ruled, own, clicked].map(({ viewId }) => stopped.get(viewId))).toEqual([
      'nobody-on-duty',
      'nobody-on-duty',
      undefined,
    ]);
  });

  test('a rule opens cameras for an incident alone', async () => {
    const viewer = await signedIn('leader', center);
    await expect(running(viewer, { ...duty, linkageFiringId: randomUUID() })).rejects.toMatchObject(
      {
        kind: 'invalid-input',
        reason: 'basis-unclear',
      },
    );
  });

  test('the account of the duty person reset leaves the wall as it is, closed it ends the duty', async () => {
    const [wall, person] = [await signedIn('wall', center), await signedIn('leader', center)];
    await takePost(person, 'leader');
    const { viewId } = await running(wall);
    await revocations.onRightsChange({ userId: person.userId, reason: 'password-reset' });
    expect(stopped.has(viewId)).toBe(false);
    await change(sql`-- The account is closed
      update duties set signed_out_at = now() where user_id = ${person.userId}`);
    await hear('duty.signed-out');
    expect(stopped.get(viewId)).toBe('nobody-on-duty');
  });

  test('a picture ends when its camera’s owner files its purpose no more, and others go on', async () => {
    await insertCamera(db.database, {
      id: 'refiled',
      areaCode: '990101002001',
      purposes: ['public-security', 'emergency'],
    });
    const viewer = await signedIn('leader', center);
    const [lost, kept, other] = [
      await running(viewer, { dutyPurpose: 'public-security' }, 'refiled'),
      await running(viewer, { dutyPurpose: 'emergency' }, 'refiled'),
      await running(viewer),
    ];
    await change(sql`-- Filed anew, for less
      update cameras set purposes = '{emergency}' where id = 'refiled'`);
    await hear('import.applied', { kind: 'places' });
    expect(stopped.size).toBe(0);
    await hear('import.applied', { kind: 'cameras' });
    expect([lost, kept, other].map(({ viewId }) => stopped.get(viewId))).toEqual([
      'purpose-not-filed',
      undefined,
      undefined,
    ]);
  });

  test('a picture ends when its platform lists the camera no more', async () => {
    await insertCamera(db.database, { id: 'leaving', areaCode: '990101002001' });
    const viewer = await signedIn('leader', center);
    const { viewId } = await running(viewer, duty, 'leaving');
    await change(sql`-- Not listed any more
      update cameras set gone_at = now() where id = 'leaving'`);
    await hear('camera.gone');
    expect(stopped.get(viewId)).toBe('camera-gone');
  });

  test('a department whose case goes to another loses its picture, who else looks for the case keeps it', async () => {
    await change(sql`-- Two departments
      insert into departments (code, name_zh, name_en, area_code)
      values ('roads', '路', 'roads', '990101'), ('parks', '园', 'parks', '990101') on conflict do nothing`);
    const incidentId = await insertIncident(db.database, {
      areaCode: '990101002001',
      purposes: ['public-security'],
      departmentCode: 'roads',
    });
    const department = await signedIn('duty-officer', center);
    const theirs = await running(department, { incidentId });
    await change(sql`-- It stands in a department
      update users set department_code = 'roads' where id = ${department.userId}`);
    const officers = await running(await signedIn('duty-officer', center), { incidentId });
    await hear('incident.left-department');
    expect(stopped.has(theirs.viewId)).toBe(false);
    await change(sql`-- Dispatched anew
      update incidents set department_code = 'parks' where id = ${incidentId}`);
    await hear('incident.left-department');
    expect(stopped.get(theirs.viewId)).toBe('case-elsewhere');
    expect(stopped.has(officers.viewId)).toBe(false);
  });

  test.each([
    ['incident.revised', { changed: ['title'] }, { changed: ['title', 'classCode'] }],
    [
      'incident.corrected',
      { changes: [{ field: 'grade', from: 4, to: 3 }] },
      { changes: [{ field: 'classCode', from: 'A', to: 'B' }] },
    ],
  ])(
    'a case whose new class does not name the purpose opens the camera no more (%s)',
    async (kind, other, ofClass) => {
      const areaCode = '990101002001';
      const [asked, narrower] = [
        await insertIncident(db.database, { areaCode, purposes: ['public-security'] }),
        await insertIncident(db.database, { areaCode, purposes: ['flood-control'] }),
      ];
      const viewer = await signedIn('duty-officer', center);
      const [lost, own] = [await running(viewer, { incidentId: asked }), await running(viewer)];
      await change(sql`-- The case turns out to be another
      update incidents set class_code = (select class_code from incidents where id = ${narrower})
      where id = ${asked}`);
      await hear(kind, other);
      expect(stopped.size).toBe(0);
      await hear(kind, ofClass);
      expect([lost, own].map(({ viewId }) => stopped.get(viewId))).toEqual([
        'case-reclassified',
        undefined,
      ]);
    },
  );

  test.each([
    ['camera.moved', {}],
    ['camera.surveyed', { moved: true }],
  ])('a picture of a camera that now stands in another town ends (%s)', async (kind, payload) => {
    const id = `leaves-${kind}`;
    await insertCamera(db.database, { id, areaCode: '990101002001' });
    const [town, county] = [
      await running(await signedIn('leader', center), duty, id),
      await running(await signedIn('leader', '990101'), duty, id),
    ];
    await change(sql`-- It stands elsewhere now
      update cameras set area_code = '990101001001' where id = ${id}`);
    await hear('camera.surveyed', { moved: false });
    expect(stopped.size).toBe(0);
    await hear(kind, payload);
    expect(stopped.get(town.viewId)).toBe('outside-scope');
    expect(stopped.has(county.viewId)).toBe(false);
  });

  test('a ticket whose right lapsed before it was used opens nothing, and says why', async () => {
    const [wall, person] = [await signedIn('wall', center), await signedIn('leader', center)];
    const held = await takePost(person, 'leader');
    const { viewId } = await views.openCameraView(wall, {
      cameraId: 'cam',
      basis: duty,
      profile: 'main',
    });
    await leavePost(person, held.id);
    expect(await opening(viewId, 'cam')).toBe('nobody-on-duty');
  });

  test('what lapsed while this server was down ends with the first word of a gateway', async () => {
    const incidentId = await insertIncident(db.database, {
      areaCode: '990101002001',
      purposes: ['public-security'],
    });
    const { viewId } = await running(await signedIn('leader', center), { incidentId });
    await change(sql`-- Closed, and nobody was there to hear it
      update incidents set state = 'archived' where id = ${incidentId}`);
    await revocations.catchUp();
    expect(stopped.get(viewId)).toBe('incident-closed');
  });
});
