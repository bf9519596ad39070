import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { leaseSilenceMs, type Role } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPtzDoor, type PtzDoor } from './ptz-door.ts';
import { insertHead, insertLook } from './testing/running-looks.ts';
import { ScriptedHeads } from './testing/scripted-heads.ts';

describeOnBothEngines('turning cameras', (db) => {
  let heads: ScriptedHeads;
  let door: PtzDoor;
  let cameraId: string;

  beforeAll(() => insertMadeUpCounty(db.database));
  beforeEach(async () => {
    heads = new ScriptedHeads();
    door = openPtzDoor({
      database: db.database,
      clock: db.clock,
      send: heads.send,
      signer: { sign: () => 'signed' },
    });
    heads.take = (report) => door.take(report);
    cameraId = randomUUID();
    await insertHead(db.database, { id: cameraId });
  });

  const person = (role: Role = 'duty-officer', areaCode = '990101001') =>
    seeAccountOf(db.database, viewerAt(areaCode, role));
  const looking = async (viewer: Viewer, purpose = 'public-security') =>
    insertLook(db.database, viewer, { cameraId, purpose });
  const move = (viewer: Viewer, viewId: string, moveId: string = randomUUID()) =>
    door.control.move(viewer, { viewId, moveId, command: 'left', speed: 0.5 }).then(() => moveId);
  const reasonOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { reason?: string }) => error.reason,
    );
  const journal = (kind: string) =>
    db.database.inScope(systemViewer(), (read) =>
      read.query<{ actor_name: string; payload: Record<string, unknown> }>(
        sql`-- What does the journal tell of this camera?
          select actor_name, payload from journal where subject_id = ${cameraId} and kind = ${kind}
          order by seq`,
      ),
    );

  /** Somebody who holds the camera. */
  async function holder(role?: Role, purpose?: string) {
    const viewer = await person(role);
    const viewId = await looking(viewer, purpose);
    return { viewer, viewId, lease: await door.control.hold(viewer, viewId) };
  }

  describe('a move', () => {
    it('goes to the gateway once, is kept going, and stands in the journal as one act of its person', async () => {
      const { viewer, viewId } = await holder();
      const moveId = await move(viewer, viewId);
      await move(viewer, viewId, moveId);
      door.control.stop(viewer, moveId);
      const { clock } = db;
      clock.advanceSeconds(3);
      await heads.ended(moveId, clock.now(), 'released');
      await heads.ended(moveId, clock.now(), 'released');
      expect(heads.orders.map(({ type }) => type)).toEqual(['ptz-move', 'ptz-keep', 'ptz-stop']);
      expect(await journal('camera-ptz.moved')).toMatchObject([
        {
          actor_name: viewer.displayName,
          payload: { viewId, command: 'left', speed: 0.5, seconds: 3, end: 'released' },
        },
      ]);
    });

    it('whose second word comes before the first is written down is the same move', async () => {
      const { viewer, viewId } = await holder();
      const moveId = randomUUID();
      const words = await Promise.all([
        reasonOf(move(viewer, viewId, moveId)),
        reasonOf(move(viewer, viewId, moveId)),
      ]);
      expect(words).toEqual(['done', 'done']);
      expect(heads.ordersTo('ptz-move')).toHaveLength(1);
      await heads.ended(moveId, db.clock.now(), 'released');
    });

    it('that is over does not begin again', async () => {
      const { viewer, viewId } = await holder();
      const moveId = await move(viewer, viewId);
      await heads.ended(moveId, db.clock.now(), 'dead-man');
      expect(await reasonOf(move(viewer, viewId, moveId))).toBe('move-over');
    });

    it('needs the right, a running look of the own session, and the camera', async () => {
      const { viewer, viewId } = await holder();
      const second = await person('town-monitor');
      const secondLook = await looking(second);
      expect(await reasonOf(move(second, viewId))).toBe('no-look');
      expect(await reasonOf(move(second, secondLook))).toBe('held-by-other');
      await door.control.release(viewer, viewId);
      expect(await reasonOf(move(second, secondLook))).toBe('lease-missing');
      const dispatcher = await person('dispatcher');
      const theirs = await looking(dispatcher);
      expect(await reasonOf(door.control.hold(dispatcher, theirs))).toBe('permission-missing');
      expect(heads.ordersTo('ptz-move')).toEqual([]);
    });

    it('is refused with the reason where the camera, the gateway or the platform cannot', async () => {
      const viewer = await person();
      const fixed = randomUUID();
      await insertHead(db.database, { id: fixed, kind: 'fixed' });
      const fixedLook = await insertLook(db.database, viewer, { cameraId: fixed });
      expect(await reasonOf(door.control.hold(viewer, fixedLook))).toBe('not-turnable');
      const ownLine = randomUUID();
      await insertHead(db.database, { id: ownLine, platformId: null });
      const ownLook = await insertLook(db.database, viewer, { cameraId: ownLine });
      expect(await door.control.panel(viewer, ownLook)).toMatchObject({
        turns: false,
        reason: 'platform-cannot-turn',
      });
      const { viewer: other, viewId } = await holder();
      heads.refusal = 'platform-refused';
      expect(await reasonOf(move(other, viewId))).toBe('platform-refused');
      heads.isThere = false;
      expect(await reasonOf(move(other, viewId))).toBe('gateway-away');
      expect(await journal('camera-ptz.moved')).toHaveLength(2);
    });

    it('that a gateway left running is stopped by the next one', async () => {
      const { viewer, viewId } = await holder();
      await move(viewer, viewId);
      db.clock.advanceSeconds(1);
      await door.gatewayStarted(db.clock.now());
      await expect.poll(() => heads.acts('halt')).toMatchObject([{ camera: { cameraId } }]);
      expect(await journal('camera-ptz.moved')).toMatchObject([
        { payload: { seconds: null, end: 'unreported' } },
      ]);
    });

    it('whose stop is lost alarms all who see the place', async () => {
      const { viewer, viewId } = await holder();
      const moveId = await move(viewer, viewId);
      const trouble = { trouble: 'still-turning', attempts: 2 } as const;
      await heads.take({ type: 'ptz-trouble', moveId, cameraId, ...trouble });
      expect(await journal('camera-ptz.stop-lost')).toMatchObject([{ payload: trouble }]);
    });
  });

  describe('a lease', () => {
    it('is seen by a second viewer, who waits and gets it', async () => {
      const first = await holder();
      const second = await holder('town-monitor');
      expect(second.lease).toMatchObject({
        holder: { holderName: first.viewer.displayName, own: false },
        queue: [{ own: true }],
        mayTakeOver: false,
      });
      await door.control.release(first.viewer, first.viewId);
      const { lease } = await door.control.panel(second.viewer, second.viewId);
      expect(lease).toMatchObject({
        holder: { own: true },
        queue: [],
        notice: { change: 'released' },
      });
    });

    it('is lost by a page that fell silent, and its move is stopped', async () => {
      const first = await holder();
      const moveId = await move(first.viewer, first.viewId);
      const second = await holder('town-monitor');
      db.clock.advanceSeconds(leaseSilenceMs / 1_000 - 1);
      await door.control.hold(second.viewer, second.viewId);
      db.clock.advanceSeconds(1);
      door.expireLeases();
      expect(heads.ordersTo('ptz-stop')).toMatchObject([{ moveId, end: 'lease-lost' }]);
      const { lease } = await door.control.panel(second.viewer, second.viewId);
      expect(lease).toMatchObject({ holder: { own: true }, notice: { change: 'expired' } });
      await expect
        .poll(async () => (await journal('camera-ptz.lease-changed')).map(({ payload }) => payload))
        .toMatchObject([{ change: 'taken' }, { change: 'expired' }]);
    });

    it('ends with the picture it hangs on', async () => {
      const first = await holder();
      const moveId = await move(first.viewer, first.viewId);
      door.viewEnded(first.viewId);
      expect(heads.ordersTo('ptz-stop')[0]).toMatchObject({ moveId, end: 'look-ended' });
      const second = await holder('town-monitor');
      expect(second.lease.holder).toMatchObject({ own: true });
    });

    it('is not kept by a look that was taken back', async () => {
      const first = await holder();
      await db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- The look is taken back
          update camera_views set end_reason = 'rights-changed' where id = ${first.viewId}`),
      );
      expect(await reasonOf(door.control.hold(first.viewer, first.viewId))).toBe('no-look');
      const second = await holder('town-monitor');
      expect(second.lease.holder).toMatchObject({ own: true });
    });

    it('is taken over by a commander in an emergency alone, with a notice to all', async () => {
      const first = await holder();
      const moveId = await move(first.viewer, first.viewId);
      const rounds = await holder('leader');
      expect(await reasonOf(door.control.takeOver(rounds.viewer, rounds.viewId))).toBe(
        'not-in-command',
      );
      const commander = await holder('leader', 'emergency');
      expect(commander.lease.mayTakeOver).toBe(true);
      await door.control.takeOver(commander.viewer, commander.viewId);
      expect(heads.ordersTo('ptz-stop')).toMatchObject([{ moveId, end: 'lease-lost' }]);
      const { lease } = await door.control.panel(first.viewer, first.viewId);
      expect(lease).toMatchObject({
        holder: { own: false, rank: 'emergency-command' },
        notice: {
          change: 'taken-over',
          holderName: commander.viewer.displayName,
          formerName: first.viewer.displayName,
        },
      });
      expect(lease.queue[1]).toMatchObject({ own: true });
      await expect
        .poll(async () => (await journal('camera-ptz.lease-changed')).at(-1))
        .toMatchObject({ actor_name: commander.viewer.displayName });
    });

    it('and its changes are told to the sessions that look, and to no other', async () => {
      const watcher = await person('town-monitor');
      await looking(watcher);
      const stranger = await person('town-monitor');
      const told = door.news.subscribe(watcher);
      const untold = door.news.subscribe(stranger);
      const first = told.next();
      const none = untold.next();
      const { viewer } = await holder();
      expect((await first).value).toMatchObject({
        lease: { cameraId, holder: { holderName: viewer.displayName, own: false } },
      });
      door.stop();
      expect((await none).done).toBe(true);
    });
  });

  describe('where a camera looks', () => {
    it('is told to who sees the place while it turns, as a compass bearing', async () => {
      const near = await person();
      const far = await person('duty-officer', '990101002');
      const told = door.news.subscribe(near).next();
      const untold = door.news.subscribe(far).next();
      const position = { panDeg: 300, tiltDeg: -10, zoom: 2 };
      const at = db.clock.now().toISOString();
      await heads.take({ type: 'ptz-head', cameraId, position, at });
      const { value } = await told;
      expect(value?.head).toMatchObject({ cameraId, bearingDeg: 30, tiltDeg: -10 });
      expect(value?.head?.widthDeg).toBeCloseTo(32.2, 1);
      expect(door.heads.seenBy(near)).toHaveLength(1);
      expect(door.heads.seenBy(far)).toEqual([]);
      door.stop();
      expect((await untold).done).toBe(true);
    });

    it('is not made up where its platform does not tell it', async () => {
      heads.aims = false;
      const { viewer, viewId } = await holder();
      await door.control.panel(viewer, viewId);
      await move(viewer, viewId);
      expect(door.heads.of(cameraId)).toMatchObject({ bearingDeg: null });
    });

    it('is kept with a preset by whoever may survey, measured by hand where nobody tells it', async () => {
      const { viewer, viewId } = await holder();
      const preset = { number: 2, name: '桥头', bearingDeg: 10 };
      expect(await door.control.savePreset(viewer, viewId, preset)).toMatchObject([
        { number: 1, bearingDeg: null },
        { number: 2, bearingDeg: 120, tiltDeg: -10, zoom: 2 },
      ]);
      heads.aims = false;
      const [, measured] = await door.control.savePreset(viewer, viewId, preset);
      expect(measured).toMatchObject({ bearingDeg: 10, tiltDeg: null });
      await door.control.callPreset(viewer, viewId, 2);
      expect(door.heads.of(cameraId)).toMatchObject({ bearingDeg: 10 });
      expect(await journal('camera-ptz.turned')).toMatchObject([
        { payload: { turn: 'preset', preset: 2, bearingDeg: 10 } },
      ]);
      const leader = await holder('leader');
      expect(await reasonOf(door.control.savePreset(leader.viewer, leader.viewId, preset))).toBe(
        'permission-missing',
      );
    });
  });

  describe('the way home', () => {
    it('is taken after the time of its settings, by itself, once', async () => {
      const { viewer, viewId } = await holder();
      await door.settings(viewer, {
        commandId: randomUUID(),
        cameraId,
        zeroBearingDeg: null,
        homePreset: 3,
        homeAfterSeconds: 30,
      });
      const moveId = await move(viewer, viewId);
      await door.goHome();
      db.clock.advanceSeconds(60);
      await door.goHome();
      expect(heads.acts('call-preset')).toEqual([]); // it turns
      await heads.ended(moveId, db.clock.now(), 'released');
      db.clock.advanceSeconds(29);
      await door.goHome();
      expect(heads.acts('call-preset')).toEqual([]);
      db.clock.advanceSeconds(1);
      await door.goHome();
      await door.goHome();
      expect(heads.acts('call-preset')).toMatchObject([{ viewId: null, act: { number: 3 } }]);
      expect(await journal('camera-ptz.turned')).toMatchObject([
        { actor_name: 'system', payload: { turn: 'home', preset: 3 } },
      ]);
    });
  });
});
