import type { Viewer } from '#access/viewer.ts';
import { createAreaService } from '#areas/service.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { routeUpgrades } from '#http/upgrade-router.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import type { ScreenHealth, WordToDesk } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ScreenLooks } from './screen-looks.ts';
import { WallChannel } from './wall-channel.ts';

const town = '990101001';
const health: ScreenHealth = {
  ...{ version: 0, lagMs: 1, heapBytes: null, picturesAlive: 0, picturesFailed: [] },
  ...{ clockErrorMs: 0, clockDoubtMs: 1, widthPx: 1920, heightPx: 1080 },
};

describeOnBothEngines('the line of the screens', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  let viewer: Viewer;
  let channel: WallChannel;
  let server: Server;
  let address = '';

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    leader = await seeAccountOf(db.database, viewerAt(town, 'shift-leader'));
    channel = new WallChannel({
      database: db.database,
      clock: db.clock,
      viewerOf: () => Promise.resolve(viewer),
      looks: {} as ScreenLooks,
      areas: createAreaService(db.database),
      pingEveryMs: 30,
    });
    server = createServer();
    const route = { matches: () => true, internal: false, handle: channel.handleUpgrade };
    routeUpgrades(server, [route], []);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live/wall`;
  });
  afterAll(async () => {
    channel.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await graph.stop();
  });

  const hang = async (name: string): Promise<string> => {
    const rect = { leftMm: 0, topMm: 0, widthMm: 1000, heightMm: 560 };
    const place = { ...rect, bezelMm: 5, widthPx: 1920, heightPx: 1080 };
    const { screens } = graph.services.wall;
    return (await screens.save(leader, { commandId: randomUUID(), name, ...place })).id;
  };

  /** `autoPong` false: a machine whose cable was pulled hears no ping and says no farewell. */
  const connect = async (screenId: string | null, autoPong = true) => {
    viewer = screenId === null ? leader : { ...viewerAt(town, 'wall'), screenId };
    const socket = new WebSocket(address, { autoPong });
    const words: { kind: string }[] = [];
    socket.on('message', (data) => words.push(JSON.parse(String(data)) as { kind: string }));
    await once(socket, 'open');
    return { socket, words };
  };
  const isConnected = (words: readonly { kind: string }[], screenId: string) =>
    (words as WordToDesk[])
      .flatMap((word) => (word.kind === 'screen' ? [word.state] : []))
      .findLast((state) => state.screenId === screenId)?.connected;

  test('a screen whose cable is pulled is offline at the desk; one that only says nothing stays', async () => {
    const [pulled, quiet] = [await hang('pulled'), await hang('quiet')];
    const desk = await connect(null);
    await connect(pulled, false);
    const other = await connect(quiet);
    await vi.waitFor(() => expect(isConnected(desk.words, pulled)).toBe(true));
    await vi.waitFor(() => expect(isConnected(desk.words, pulled)).toBe(false), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isConnected(desk.words, quiet)).toBe(true);
    other.socket.close();
    desk.socket.close();
  });

  test('a screen that is back on another line has left the torn one, and goes with the new', async () => {
    const screenId = await hang('back');
    const desk = await connect(null);
    const torn = await connect(screenId, false);
    await new Promise((resolve) => setTimeout(resolve, 80));
    const back = await connect(screenId);
    back.socket.send(JSON.stringify({ kind: 'health', health }));
    if (torn.socket.readyState !== WebSocket.CLOSED) await once(torn.socket, 'close');
    expect(isConnected(desk.words, screenId)).toBe(true);
    back.socket.close();
    await vi.waitFor(() => expect(isConnected(desk.words, screenId)).toBe(false));
    desk.socket.close();
  });

  test('who drives the wall has a screen’s page begin anew: that screen alone is told, and the journal knows', async () => {
    const [meant, other] = [await hang('meant'), await hang('not meant')];
    const screens = [await connect(meant), await connect(other)] as const;
    const { wall, history } = graph.services;
    const asked = { commandId: randomUUID(), id: meant };
    const neighbour = await seeAccountOf(db.database, viewerAt('990101002', 'duty-officer'));
    await expect(wall.screens.reload(neighbour, asked)).rejects.toMatchObject({
      reason: 'unknown-screen',
    });
    const worker = await seeAccountOf(db.database, viewerAt(town, 'grid-worker'));
    await expect(wall.screens.reload(worker, asked)).rejects.toMatchObject({ kind: 'not-allowed' });
    await wall.screens.reload(leader, asked);
    const rows = await history.of(leader, 'wall-screen', [meant]);
    const row = rows.find(({ kind }) => kind === 'wall.screen-reloaded');
    expect(row).toBeDefined();
    channel.onJournal([row as unknown as JournalRow]);
    const kinds = (words: readonly { kind: string }[]) => words.map(({ kind }) => kind);
    await vi.waitFor(() => expect(kinds(screens[0].words)).toContain('reload'));
    await vi.waitFor(() => expect(kinds(screens[1].words)).toContain('showing'));
    expect(kinds(screens[1].words)).not.toContain('reload');
    for (const { socket } of screens) socket.close();
  });

  test('the desk is told what time it is: what was heard when is told by that clock', async () => {
    const desk = await connect(null);
    await vi.waitFor(() => expect(desk.words.length).toBeGreaterThan(0));
    expect(desk.words[0]).toMatchObject({ kind: 'screens', at: db.clock.now().toISOString() });
    desk.socket.close();
  });
});
