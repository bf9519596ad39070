import { Accounts } from '#access/accounts.ts';
import { Duties } from '#access/duties.ts';
import { RightsWatch } from '#access/rights-watch.ts';
import { Sessions } from '#access/sessions.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { CameraViews } from '#camera-views/camera-views.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertCamera, insertIncident } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { routeUpgrades } from '#http/upgrade-router.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import {
  fromCgcs2000,
  platformListReason,
  type PlatformCamera,
  type StreamTicket,
} from 'grid-data';
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openGatewayDoor, type GatewayDoor } from './gateway-door.ts';
import { ScriptedGateway } from './testing/scripted-gateway.ts';
import { signInWith } from './testing/sign-in.ts';

const internalKey = 'k'.repeat(48);

describeOnBothEngines('looks through cameras', (db) => {
  let server: Server;
  let gateway: ScriptedGateway;
  let door: GatewayDoor;
  let reader: JournalReader;
  let sessions: Sessions;
  let signedIn: ReturnType<typeof signInWith>;
  let views: CameraViews;
  let duties: Duties;
  let keyFile: string;
  let startedAt: Date;
  const linkUrl = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/internal/gateway`;

  beforeAll(async () => {
    const { database, clock } = db;
    await insertMadeUpCounty(database);
    keyFile = join(mkdtempSync(join(tmpdir(), 'cloud-eye-key-')), 'stream-ticket.key');
    const signer = new TicketSigner(keyFile);
    sessions = new Sessions({ database, clock });
    signedIn = signInWith(db, sessions);
    duties = new Duties({ database, clock });
    views = new CameraViews({ database, clock, duties, signer });
    reader = new JournalReader(database, { pollMs: 50 });
    await reader.start();
    door = openGatewayDoor({ database, clock, sessions, signer, key: internalKey });
    new RightsWatch(reader, sessions).onChange((change) => door.onRightsChange(change));
    reader.onEntries((rows) => door.onJournal(rows));
    server = createServer();
    const route = { matches: () => true, internal: true, handle: door.link.handleUpgrade };
    routeUpgrades(server, [route], []);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    gateway = await ScriptedGateway.dial(linkUrl(), internalKey);
    startedAt = clock.now();
    await gateway.hello(startedAt);
  });

  afterAll(async () => {
    gateway.close();
    door.link.close();
    await reader.stop();
    await new Promise((resolve) => server.close(resolve));
  });

  const rowsAbout = (viewId: string) =>
    db.database.inScope(systemViewer(), async (read) => {
      const kinds = await read.query<{
        kind: string;
      }>(sql`-- What does the journal tell of this look?
        select kind from journal where payload ->> 'viewId' = ${viewId} order by seq`);
      const [view] = await read.query<{ end_reason: string | null; opened_at: Date | null }>(
        sql`-- And the register?
          select end_reason, opened_at from camera_views where id = ${viewId}`,
      );
      return { kinds: kinds.map(({ kind }) => kind), ...view };
    });

  const look = (viewer: Viewer, cameraId: string) =>
    views.openCameraView(viewer, {
      cameraId,
      basis: { dutyPurpose: 'public-security' },
      profile: 'main',
    });

  test('a look is asked, opened and closed, each with its row', async () => {
    await insertCamera(db.database, { id: 'cam-1' });
    const viewer = await signedIn();
    const { viewId, ticket, expiresAt } = await look(viewer, 'cam-1');
    const [payload = '', signature = ''] = ticket.split('.');
    const publicKey = createPublicKey(gateway.publicKeyPem);
    const isGenuine = verify(
      null,
      Buffer.from(payload),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    expect(isGenuine).toBe(true);
    const told = JSON.parse(Buffer.from(payload, 'base64url').toString()) as StreamTicket;
    expect(told).toMatchObject({ viewId, cameraId: 'cam-1', userId: viewer.userId, version: 1 });
    expect(told.startBefore - told.issuedAt).toBe(30);
    expect(expiresAt.getTime()).toBe(told.startBefore * 1000);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);

    expect(await gateway.open(viewId, 'cam-1')).toEqual({ granted: true, reason: null });
    expect((await rowsAbout(viewId)).kinds).toEqual([
      'camera-view.requested',
      'camera-view.opened',
    ]);
    // Asked again after a broken link: still granted, no second row.
    expect(await gateway.open(viewId, 'cam-1')).toEqual({ granted: true, reason: null });
    await gateway.closed(viewId, db.clock.now(), 'left');
    expect(await rowsAbout(viewId)).toMatchObject({
      kinds: ['camera-view.requested', 'camera-view.opened', 'camera-view.closed'],
      end_reason: 'left',
    });
    expect(await gateway.open(viewId, 'cam-1')).toEqual({ granted: false, reason: 'revoked' });
  });

  test('a ticket opens no other camera, and no made-up look is granted', async () => {
    await insertCamera(db.database, { id: 'cam-2' });
    await insertCamera(db.database, { id: 'cam-3' });
    const { viewId } = await look(await signedIn(), 'cam-2');
    expect(await gateway.open(viewId, 'cam-3')).toMatchObject({ granted: false });
    expect(await gateway.open('made-up', 'cam-2')).toMatchObject({ reason: 'unknown-view' });
  });

  test('a stall case does not open a camera of public security', async () => {
    await insertCamera(db.database, { id: 'cam-police', purposes: ['public-security'] });
    await insertCamera(db.database, { id: 'cam-city', purposes: ['city-management'] });
    const viewer = await signedIn();
    const incidentId = await insertIncident(db.database, { purposes: ['city-management'] });
    const open = (cameraId: string) =>
      views.openCameraView(viewer, { cameraId, basis: { incidentId }, profile: 'main' });
    await expect(open('cam-police')).rejects.toMatchObject({
      kind: 'not-allowed',
      reason: 'purpose-not-filed',
    });
    expect(await open('cam-city')).toMatchObject({ purpose: 'city-management' });
  });

  test('each refusal says why', async () => {
    const listedOffline = { state: 'offline', stateReason: platformListReason } as const;
    await insertCamera(db.database, { id: 'cam-off', ...listedOffline });
    await insertCamera(db.database, { id: 'cam-far', areaCode: '990101002001' });
    const viewer = await signedIn();
    await expect(look(viewer, 'cam-off')).rejects.toMatchObject({ reason: 'camera-offline' });
    await expect(look(viewer, 'cam-far')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(look(await signedIn('grid-worker'), 'cam-off')).rejects.toMatchObject({
      reason: 'permission-missing',
    });
    await expect(look(await signedIn('dispatcher'), 'cam-1')).rejects.toMatchObject({
      reason: 'purpose-not-of-duty',
    });
  });

  test('a wall shows a picture only while somebody is on duty there, and it is charged to them', async () => {
    await insertCamera(db.database, { id: 'cam-wall', areaCode: '990101002001' });
    const wall = await signedIn('wall', '990101002');
    await expect(look(wall, 'cam-wall')).rejects.toMatchObject({ reason: 'nobody-on-duty' });
    const leader = await signedIn('leader', '990101002');
    const duty = await duties.signIn(leader, { commandId: randomUUID(), post: 'leader' });
    const { viewId, chargedTo } = await look(wall, 'cam-wall');
    expect(chargedTo).toBe(leader.displayName);
    expect(await gateway.open(viewId, 'cam-wall')).toMatchObject({ granted: true });
    const revoked = gateway.revocationOf(viewId);
    await duties.signOut(leader, { commandId: randomUUID(), dutyId: duty.id });
    expect(await revoked).toBe('nobody-on-duty');
  });

  test('a picture ends when the session ends, the account moves or the case is closed', async () => {
    await insertCamera(db.database, { id: 'cam-live' });
    const leaving = await signedIn();
    const first = await look(leaving, 'cam-live');
    await gateway.open(first.viewId, 'cam-live');
    const ofSession = gateway.revocationOf(first.viewId);
    await sessions.signOut(leaving);
    expect(await ofSession).toBe('session-ended');

    const moving = await signedIn();
    const second = await look(moving, 'cam-live');
    await gateway.open(second.viewId, 'cam-live');
    const ofAccount = gateway.revocationOf(second.viewId);
    await new Accounts({ database: db.database, clock: db.clock }).move(
      viewerAt('990101', 'administrator'),
      {
        commandId: randomUUID(),
        id: moving.userId,
        version: 1,
        areaCode: '990101002',
        role: 'duty-officer',
        departmentCode: null,
      },
    );
    expect(await ofAccount).toBe('rights-changed');

    const incidentId = await insertIncident(db.database, { purposes: ['public-security'] });
    const third = await views.openCameraView(await signedIn(), {
      cameraId: 'cam-live',
      basis: { incidentId },
      profile: 'main',
    });
    await gateway.open(third.viewId, 'cam-live');
    const ofCase = gateway.revocationOf(third.viewId);
    await db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- The case is closed
        update incidents set state = 'closed' where id = ${incidentId}`);
      tx.record({
        kind: 'incident.moved',
        areaCode: '990101001001',
        subjectKind: 'incident',
        subjectId: incidentId,
        payload: { move: 'close', from: 'checked', to: 'closed', departmentCode: null, note: null },
      });
    });
    expect(await ofCase).toBe('incident-closed');
  });

  test('a picture whose right ended while the gateway was away ends when it is back', async () => {
    const leader = await signedIn('leader', '990101002');
    const duty = await duties.signIn(leader, { commandId: randomUUID(), post: 'leader' });
    const { viewId } = await look(await signedIn('wall', '990101002'), 'cam-wall');
    await gateway.open(viewId, 'cam-wall');
    gateway.close();
    await vi.waitFor(() => expect(door.link.gateways).toBe(0), { timeout: 20_000 });
    await duties.signOut(leader, { commandId: randomUUID(), dutyId: duty.id });
    await vi.waitFor(async () => expect((await rowsAbout(viewId)).end_reason).not.toBeNull(), {
      timeout: 20_000,
    });
    gateway = await ScriptedGateway.dial(linkUrl(), internalKey);
    const revoked = gateway.revocationOf(viewId);
    await gateway.hello(startedAt);
    expect(await revoked).toBe('nobody-on-duty');
  });

  test('a ticket asked for before the session ended opens nothing after', async () => {
    const viewer = await signedIn();
    const { viewId } = await look(viewer, 'cam-1');
    await sessions.signOut(viewer);
    expect(await gateway.open(viewId, 'cam-1')).toMatchObject({ granted: false });
  });

  test('looks that a dead gateway left open are closed when it comes back', async () => {
    const { viewId } = await look(await signedIn(), 'cam-1');
    await gateway.open(viewId, 'cam-1');
    db.clock.advanceSeconds(5);
    await gateway.hello(db.clock.now());
    expect(await rowsAbout(viewId)).toMatchObject({
      kinds: ['camera-view.requested', 'camera-view.opened', 'camera-view.closed'],
      end_reason: 'ended-by-restart',
    });
  });

  test('a gateway that begins anew closes its own looks, and another’s only after a day', async () => {
    const { viewId } = await look(await signedIn(), 'cam-1');
    await gateway.open(viewId, 'cam-1');
    const isOpen = async () => (await rowsAbout(viewId)).end_reason === null;
    const other = await ScriptedGateway.dial(linkUrl(), internalKey);
    db.clock.advanceSeconds(5);
    await other.hello(db.clock.now(), 'other');
    expect(await isOpen()).toBe(true);
    db.clock.advanceSeconds(24 * 3600);
    await other.hello(db.clock.now(), 'other');
    expect(await isOpen()).toBe(false);
    other.close();
  });

  test('a platform’s list adds, moves and loses cameras but overwrites nothing filed or surveyed', async () => {
    await insertCamera(db.database, { id: 'listed-1', platformCameraId: 'p-1' });
    await insertCamera(db.database, { id: 'listed-2', platformCameraId: 'p-2', surveyed: true });
    await insertCamera(db.database, { id: 'listed-3', platformCameraId: 'p-3' });
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A village where the two datums differ
        insert into areas (code, name, level, parent_code, center, outline, illustrative, source)
        values ('990101009001', 'far village', 'village', '990101', ST_SetSRID(ST_MakePoint(110, 30), 4490),
          ST_Multi(ST_MakeEnvelope(109.9, 29.9, 110.1, 30.1, 4490)), true, 'made up')`),
    );
    const [longitude, latitude] = fromCgcs2000('gcj02', [110, 30]);
    const listed = (platformCameraId: string): PlatformCamera => ({
      platformCameraId,
      name: `platform ${platformCameraId}`,
      gbCode: null,
      longitude,
      latitude,
      kind: 'ptz',
      state: 'offline',
    });
    await gateway.list('made-up-platform', 'gcj02', [
      [listed('p-1')],
      [listed('p-2'), listed('p-9')],
    ]);
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query<Record<string, unknown>>(sql`-- What became of them?
        select id, name, state, purposes, gone_at is not null as gone, round(ST_X(position)::numeric, 4)::float8 as x
        from cameras where id like 'listed-%' order by id`),
    );
    expect(rows).toMatchObject([
      { id: 'listed-1', name: 'platform p-1', state: 'offline', gone: false, x: 110 },
      { id: 'listed-2', purposes: ['public-security'], gone: false, x: 9.93 },
      { id: 'listed-3', name: 'camera listed-3', gone: true },
    ]);
  });

  test('the source of a camera is told to the gateway alone, and its states are written on change', async () => {
    await insertCamera(db.database, {
      id: 'own-1',
      platformCameraId: null,
      directUrl: 'rtsp://user:secret@192.0.2.9/1',
    });
    expect(await gateway.source('own-1')).toEqual({
      kind: 'direct',
      url: 'rtsp://user:secret@192.0.2.9/1',
    });
    expect(await gateway.source('nothing')).toBeNull();
    await expect(
      db.database.inScope(viewerAt('990101001'), (read) =>
        read.query(sql`-- May a street read the address?
          select direct_url from cameras`),
      ),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
    const changed = new Promise((resolve) => {
      reader.onEntries((rows) => {
        const row = rows.find(({ subjectId }) => subjectId === 'own-1');
        if (row !== undefined) resolve(row.payload);
      });
    });
    gateway.tellState('own-1', 'online', db.clock.now());
    gateway.tellState('own-1', 'offline', db.clock.now());
    expect(await changed).toEqual({ from: 'online', to: 'offline', reason: 'no-frames' });
  });

  test('a camera that a pull found offline is tried again, and is online with its first picture', async () => {
    await insertCamera(db.database, { id: 'own-2', state: 'unknown' });
    const stateOf = () =>
      db.database.inScope(systemViewer(), (read) =>
        read.query(sql`-- How is the camera?
          select state, state_reason from cameras where id = 'own-2'`),
      );
    gateway.tellState('own-2', 'offline', db.clock.now());
    await vi.waitFor(
      async () =>
        expect(await stateOf()).toEqual([{ state: 'offline', state_reason: 'no-frames' }]),
      { timeout: 20_000 },
    );
    const { viewId } = await look(await signedIn(), 'own-2');
    expect(await gateway.open(viewId, 'own-2')).toMatchObject({ granted: true });
    gateway.tellState('own-2', 'online', db.clock.now());
    await vi.waitFor(
      async () => expect(await stateOf()).toEqual([{ state: 'online', state_reason: null }]),
      { timeout: 20_000 },
    );
  });
});
