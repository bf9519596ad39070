import { systemViewer, type Viewer } from '#access/viewer.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { routeUpgrades } from '#http/upgrade-router.ts';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PositionChannel } from './position-channel.ts';
import { PositionIntake } from './position-intake.ts';
import { PositionKeeper } from './position-keeper.ts';
import { PositionTable } from './position-table.ts';

type Frame = { full: boolean; units: [string, ...unknown[]][]; gone: string[] };

describeOnBothEngines('positions of units', (db) => {
  const table = new PositionTable();
  let intake: PositionIntake;
  let server: Server;
  let channel: PositionChannel;
  let viewer: Viewer | null = null;
  let address = '';

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Two patrols of different townships
        insert into units (id, name, kind, area_code) values
          ('patrol-1', 'one', 'police-patrol', '990101001'), ('patrol-2', 'two', 'police-patrol', '990101002')`),
    );
    intake = new PositionIntake(table, db.database, db.clock);
    const viewerOf = () => Promise.resolve(viewer);
    channel = new PositionChannel({ table, clock: db.clock, viewerOf, frameEveryMs: 20 });
    server = createServer();
    const route = { matches: () => true, internal: false, handle: channel.handleUpgrade };
    routeUpgrades(server, [route], []);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live/positions`;
  });
  afterAll(async () => {
    channel.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const report = (unitId: string, longitude: number, latitude = 50) => {
    db.clock.advanceSeconds(1);
    const at = db.clock.now().toISOString();
    return intake.take({ positions: [{ unitId, longitude, latitude, speedMps: 3, at }] });
  };

  const watching = async (who: Viewer, bbox: number[]) => {
    viewer = who;
    const socket = new WebSocket(address);
    const frames: Frame[] = [];
    const waiting: { wanted: (frame: Frame) => boolean; take: (frame: Frame) => void }[] = [];
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame;
      frames.push(frame);
      for (const each of waiting.filter(({ wanted }) => wanted(frame))) each.take(frame);
    });
    await once(socket, 'open');
    socket.send(JSON.stringify({ bbox }));
    const next = (wanted: (frame: Frame) => boolean) => {
      const known = frames.find(wanted);
      return known === undefined
        ? new Promise<Frame>((take) => waiting.push({ wanted, take }))
        : Promise.resolve(known);
    };
    return { socket, next };
  };

  test('units in the window come in full first, then as differences, and leave it as gone', async () => {
    await report('patrol-1', 9.93);
    await report('patrol-2', 10.05);
    const { socket, next } = await watching(viewerAt('990101'), [9.9, 49.9, 10.1, 50.1]);
    const full = await next((frame) => frame.full);
    expect(full.units.map(([id]) => id).sort()).toEqual(['patrol-1', 'patrol-2']);
    await report('patrol-1', 9.94);
    const moved = await next((frame) => !frame.full && frame.units.length > 0);
    expect(moved.units).toEqual([['patrol-1', 9.94, 50, null, 3, 0]]);
    await report('patrol-1', 20);
    expect((await next((frame) => frame.gone.length > 0)).gone).toEqual(['patrol-1']);
    socket.close();
  });

  test('a township sees its own units only', async () => {
    await report('patrol-1', 9.95);
    await report('patrol-2', 9.95);
    const { socket, next } = await watching(viewerAt('990101002'), [9, 49, 11, 51]);
    const full = await next((frame) => frame.full);
    expect(full.units.map(([id]) => id)).toEqual(['patrol-2']);
    socket.close();
  });

  test('without a session or the right to see units there is no channel', async () => {
    for (const [who, status] of [
      [null, 401],
      [viewerAt('990101', 'grid-worker'), 403],
    ] as const) {
      viewer = who;
      const socket = new WebSocket(address);
      const [, response] = await once(socket, 'unexpected-response').catch(() => [null, null]);
      expect(response?.statusCode).toBe(status);
    }
  });

  test('a lost right closes the channel', async () => {
    const who = viewerAt('990101');
    const { socket, next } = await watching(who, [9, 49, 11, 51]);
    await next((frame) => frame.full);
    const closed = once(socket, 'close');
    channel.end({ userId: who.userId, reason: 'rights-changed' });
    expect((await closed)[0]).toBe(4403);
  });

  test('reports that make no sense are refused, unknown units named, old ones ignored', async () => {
    await expect(report('patrol-1', Number.NaN)).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(report('patrol-1', 200)).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await report('stranger', 10)).toEqual({ taken: 0, unknown: ['stranger'] });
    const past = { unitId: 'patrol-1', longitude: 1, latitude: 1, at: '2020-01-01T00:00:00Z' };
    const future = { ...past, at: '2099-01-01T00:00:00Z' };
    expect(await intake.take({ positions: [past, future] })).toMatchObject({ taken: 0 });
  });

  test('the last position and the way are kept', async () => {
    const keeper = new PositionKeeper(table, db.database);
    await report('patrol-1', 9.96);
    await keeper.keep();
    await report('patrol-1', 9.97);
    await report('patrol-2', 10.06);
    await keeper.keep();
    await report('patrol-1', 9.970_001);
    await keeper.keep();
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query(sql`-- Where was the first patrol, and where is it now?
        select array_agg(longitude order by at) as way,
          (select ST_X(position) from units where id = 'patrol-1') as now
        from unit_tracks where unit_id = 'patrol-1'`),
    );
    expect(rows).toEqual([{ way: [9.96, 9.97], now: 9.970_001 }]);
  });

  test('a way keeps the area it led through, not that of the unit', async () => {
    const keeper = new PositionKeeper(table, db.database);
    await report('patrol-2', 9.93);
    await keeper.keep();
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query(sql`-- Whose ground was the second patrol on?
        select area_code from unit_tracks where unit_id = 'patrol-2' and longitude = 9.93`),
    );
    expect(rows).toEqual([{ area_code: '990101001001' }]);
  });
});
