import { systemViewer, type Viewer } from '#access/viewer.ts';
import { Duties } from '#access/duties.ts';
import { createAreaService } from '#areas/service.ts';
import { createCameraService, type CameraService } from '#cameras/service.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { pointAt } from 'grid-data';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { LookHere } from './look-here.ts';
import { openPtzDoor, type PtzDoor } from './ptz-door.ts';
import { insertHead, insertLook } from './testing/running-looks.ts';
import { ScriptedHeads } from './testing/scripted-heads.ts';

const place = { longitude: 9.93, latitude: 50 };
const middle = [place.longitude, place.latitude] as const;
const from = (bearing: number, meters: number) => pointAt(middle, bearing, meters);

describeOnBothEngines('all cameras that can, look here', (db) => {
  let heads: ScriptedHeads;
  let door: PtzDoor;
  let cameras: CameraService;
  let lookHere: LookHere;
  let officer: Viewer;

  beforeAll(async () => {
    const { database } = db;
    await insertMadeUpCounty(database);
    await insertHead(database, { id: 'south', at: from(180, 100), bearingDeg: 90 });
    await insertHead(database, { id: 'west', at: from(270, 200), bearingDeg: 90 });
    await insertHead(database, { id: 'unsurveyed', at: from(90, 50), bearingDeg: null });
    await insertHead(database, { id: 'far', at: from(0, 400) });
    await insertHead(database, { id: 'own-line', at: from(45, 60), platformId: null });
    await insertHead(database, { id: 'floods', at: from(20, 80), purposes: ['flood-control'] });
    await insertHead(database, { id: 'fixed', kind: 'fixed', at: from(10, 30) });
    await insertHead(database, { id: 'outside', at: from(30, 90), areaCode: '990101002001' });
  });
  beforeEach(async () => {
    const { database, clock } = db;
    heads = new ScriptedHeads();
    door = openPtzDoor({ database, clock, send: heads.send, signer: { sign: () => 'signed' } });
    heads.take = (report) => door.take(report);
    const areas = createAreaService(database);
    const duties = new Duties({ database, clock });
    cameras = createCameraService({ database, areas, duties, looksNow: (id) => door.heads.of(id) });
    lookHere = door.lookHere(cameras);
    officer = await seeAccountOf(database, viewerAt('990101001'));
  });

  const turn = async (viewer: Viewer = officer, purpose = 'public-security') => {
    const ground = { kind: 'duty', purpose } as const;
    const asked = { position: place, withinMeters: 1_000, ground, purpose, incidentId: null };
    const results = await lookHere.turn(viewer, asked);
    return Object.fromEntries(
      results.map(({ cameraId, turn: how, reason }) => [cameraId, how ?? reason]),
    );
  };

  it('turns each to the place, and says why not the others', async () => {
    expect(await turn()).toEqual({
      south: 'point',
      west: 'point',
      unsurveyed: 'bearing-unknown',
      far: 'out-of-range',
      'own-line': 'platform-cannot-turn',
      floods: 'purpose-not-filed',
    });
    const positions = heads.acts('aim').map(({ camera, act }) => {
      const { panDeg, tiltDeg } = (act as { position: { panDeg: number; tiltDeg: number } })
        .position;
      return [camera.cameraId, Math.round(panDeg) % 360, Math.round(tiltDeg)];
    });
    // The one in the south looks north, which is 270 from the east that its head calls 0.
    expect(positions.sort()).toEqual([
      ['south', 270, -6],
      ['west', 0, -3],
    ]);
  });

  it('stands in the journal for each, with its purpose', async () => {
    await turn();
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ payload: { turn: string; purpose: string } }>(
        sql`-- What was turned?
          select payload from journal where kind = 'camera-ptz.turned' and subject_id = 'south'
            and actor_id = ${officer.userId}`,
      ),
    );
    expect(rows).toMatchObject([{ payload: { turn: 'point', purpose: 'public-security' } }]);
  });

  it('leaves a camera to whoever holds it', async () => {
    const other = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    const viewId = await insertLook(db.database, other, { cameraId: 'south' });
    await door.control.hold(other, viewId);
    expect(await turn()).toMatchObject({ south: 'held-by-other', west: 'point' });
    expect(await turn(other)).toMatchObject({ south: 'point' });
  });

  it('calls the preset that shows the place where the platform is told no degrees', async () => {
    heads.aims = false;
    expect(await turn()).toMatchObject({ south: 'no-preset-faces-it', west: 'no-preset-faces-it' });
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A preset that looks nearly there
        insert into camera_presets (camera_id, area_code, number, name, bearing_deg, tilt_deg, zoom, saved_at)
        values ('south', '990101001001', 2, 'bridge', 350, -5, 1, now())`),
    );
    expect(await turn()).toMatchObject({ south: 'point-preset' });
    expect(heads.acts('call-preset')).toMatchObject([
      { camera: { cameraId: 'south' }, act: { number: 2 } },
    ]);
    expect(door.heads.of('south')).toMatchObject({ bearingDeg: 350 });
  });

  it('is judged by where each looks now, and not by where it was surveyed to look', async () => {
    const ground = { kind: 'duty', purpose: 'public-security' } as const;
    const relations = async () => {
      const near = await cameras.nearest(officer, { position: place, ground }, 350, 20);
      const ofIncident = await cameras.forEach(officer, [{ position: place, ground }]);
      const said = (all: typeof near) =>
        Object.fromEntries(
          all
            .filter(({ camera }) => ['south', 'west'].includes(camera.id))
            .map(({ camera, relation, reason }) => [camera.id, `${relation} ${reason}`]),
        );
      expect(said(ofIncident[0] ?? [])).toEqual(said(near));
      return said(near);
    };
    expect(await relations()).toEqual({ south: 'can-turn unchecked', west: 'sees unchecked' });
    const told = (cameraId: string, panDeg: number, zoom = 1) =>
      door.take({
        type: 'ptz-head',
        cameraId,
        position: { panDeg, tiltDeg: -5, zoom },
        at: db.clock.now().toISOString(),
      });
    // South of the place, to the north; and west of it, away to the south: their heads call the east 0.
    await told('south', 270);
    await told('west', 90);
    expect(await relations()).toEqual({ south: 'sees unchecked', west: 'can-turn unchecked' });
    const [first] = await cameras.nearest(officer, { position: place, ground }, 350, 20);
    expect(first?.camera, 'what is answered stays as surveyed').toMatchObject({
      id: 'south',
      bearingDeg: 90,
    });
    await told('south', 290, 10);
    expect(await relations(), 'a long lens sees little').toMatchObject({
      south: 'can-turn unchecked',
    });
  });

  it('is for those alone who may turn cameras, and shows nobody another area', async () => {
    const dispatcher = viewerAt('990101001', 'dispatcher');
    await expect(turn(dispatcher, 'city-management')).rejects.toMatchObject({
      reason: 'permission-missing',
    });
    const next = await seeAccountOf(db.database, viewerAt('990101002'));
    expect(Object.keys(await turn(next))).toEqual(['outside']);
  });

  it('says so where no gateway is there', async () => {
    heads.isThere = false;
    expect(await turn()).toMatchObject({ south: 'gateway-away', west: 'gateway-away' });
  });
});
