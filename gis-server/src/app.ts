/** Everything that gis-server consists of, put together: started in order, closed in the order turned round. */
import { Accounts } from '#access/accounts.ts';
import { Duties } from '#access/duties.ts';
import { comesFromOwnPage } from '#access/origin-check.ts';
import { RightsWatch, type RightsChange } from '#access/rights-watch.ts';
import { sessionIdOfRequest, viewerOfRequest } from '#access/session-routes.ts';
import { Sessions } from '#access/sessions.ts';
import { CameraViews } from '#camera-views/camera-views.ts';
import { TicketSigner, ticketKeyName } from '#camera-views/ticket-signer.ts';
import { Challenges } from '#citizens/challenges.ts';
import { createCitizenService } from '#citizens/service.ts';
import type { Database } from '#database/transaction.ts';
import { createFieldDutyService } from '#field-duty/service.ts';
import { openGatewayDoor } from '#gateway-link/gateway-door.ts';
import { startGraph } from '#graphql/mount.ts';
import { middlewareChain } from '#http/middleware-chain.ts';
import { routeUpgrades, type UpgradeRoute } from '#http/upgrade-router.ts';
import { isVideoPath, VideoProxy } from '#http/video-proxy.ts';
import { JournalHints } from '#journal/journal-hints.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { openSources } from '#outside-sources/open-sources.ts';
import { createRecordingExports } from '#recordings/exports.ts';
import { ReportRounds } from '#reports/report-round.ts';
import { RecordingTickets } from '#recordings/recording-tickets.ts';
import { JournalFeed } from '#live/journal-feed.ts';
import { lanFiles } from '#lan/lan-files.ts';
import { LanDoor } from '#lan/lan-door.ts';
import { LivePositions } from '#live/live-positions.ts';
import { openLinkage } from '#linkage/engine/open-linkage.ts';
import { SightKeeper } from '#sight-lines/sight-keeper.ts';
import { TileFeed } from '#tiles/tile-feed.ts';
import { TileFollower } from '#tiles/tile-follower.ts';
import { ConditionRounds } from '#video-health/condition-rounds.ts';
import { openWallDoor } from '#wall-screens/wall-door.ts';
import type { Clock } from 'grid-data';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { TileService } from 'tiles';
import type { Config } from './config.ts';
import { Housekeeping } from './housekeeping.ts';

const clientFolder = join(import.meta.dirname, '..', '..', 'command-center', 'dist');

/** An import is read as fast as the database takes it: a million rows may need longer than Node's five minutes. */
const longestRequestMs = 60 * 60_000;

export type App = { server: Server; lan: LanDoor | null; close(): Promise<void> };

export async function createApp(config: Config, database: Database, clock: Clock): Promise<App> {
  const sessions = new Sessions({ database, clock });
  const viewerOf = (request: IncomingMessage) => viewerOfRequest(sessions, request);
  const signer = new TicketSigner(join(config.dataFolder, ticketKeyName));
  const journal = new JournalReader(database);
  const feed = new JournalFeed({ reader: journal, clock });
  const duties = new Duties({ database, clock });
  const positions = new LivePositions({ database, clock, viewerOf });
  const gateway = openGatewayDoor({ database, clock, sessions, signer, key: config.internalKey });
  const tiles = new TileService();
  const tileFollower = new TileFollower(new TileFeed(tiles, database), journal);
  const sights = new SightKeeper({ database, clock });
  const outside = openSources(config.outside, clock);
  const hints = new JournalHints(database, journal);
  const fieldDuty = createFieldDutyService({ database, clock, liveUnits: positions.table });
  const housekeeping = new Housekeeping({
    database,
    fieldDuty,
    clock,
    sessions,
    views: gateway.views,
    exports: gateway.exports,
    conditions: new ConditionRounds({ database, clock }),
    reports: new ReportRounds({ database, clock }),
  });

  await journal.start();
  await hints.start();
  await housekeeping.run();
  housekeeping.start();
  await tileFollower.start();
  const cameraViews = new CameraViews({ database, clock, duties, signer });
  const graph = await startGraph({
    database,
    clock,
    journal,
    feed,
    viewerOf,
    allowedOrigins: (request) => comesFromOwnPage(request, config.origins),
    cameraViews,
    recordingTickets: new RecordingTickets({ database, clock, signer }),
    ptz: gateway.ptz,
    recordingExports: createRecordingExports({ database, clock, signer }),
    accounts: new Accounts({ database, clock }),
    duties,
    outsideSources: outside,
    fieldDuty,
    imagineSights: (cameras) => sights.imagine(cameras),
    askForChecks: (cameraIds) => gateway.link.check(cameraIds),
    development: config.development,
  });
  const wall = openWallDoor({ database, clock, journal, duties, cameraViews, viewerOf });
  const linkage = openLinkage({
    database,
    clock,
    journal,
    duties,
    services: graph.services,
    units: () => positions.table.all(),
  });
  await linkage.start();
  const rights = new RightsWatch(journal, sessions);
  rights.onChange((change: RightsChange) => {
    feed.end(change, change.reason);
    positions.endFor(change);
    wall.channel.end(change);
    gateway.onRightsChange(change);
    if (change.sessionId !== undefined) graph.endSession(change.sessionId, change.reason);
    if (change.userId !== undefined) graph.endUser(change.userId, change.reason);
  });
  journal.onEntries((rows) => {
    positions.onJournal(rows);
    sights.onJournal(rows);
    wall.channel.onJournal(rows);
    gateway.onJournal(rows);
  });

  gateway.ptz.start();
  sights.start();

  const servesLan = config.lan.addresses.length > 0;
  const files = lanFiles(config.dataFolder);
  const video = new VideoProxy({
    gatewayUrl: config.gatewayUrl,
    internalKey: config.internalKey,
    sessionOf: sessionIdOfRequest,
  });
  const koa = middlewareChain({
    database,
    clock,
    sessions,
    tiles,
    positions,
    video,
    photos: graph.services.photos,
    documents: graph.services.documents,
    citizens: createCitizenService({
      ...graph.services,
      database,
      challenges: new Challenges(config.internalKey, clock),
    }),
    graph: graph.middleware,
    internalKey: config.internalKey,
    origins: config.origins,
    clientFolder,
    authorityFile: servesLan ? files.authority : null,
    health: {
      obstacles: () =>
        [journal.failure(), tileFollower.failure(), linkage.engine.failure()].flatMap(
          (each) => each?.message ?? [],
        ),
      gauges: () => ({
        journal_head: journal.head(),
        journal_rows_unreadable: journal.unreadable(),
        journal_subscribers: feed.subscribers,
        position_subscribers: positions.subscribers,
        units_with_position: positions.table.size,
        wall_screens: wall.channel.screens,
        video_gateways: gateway.link.gateways,
        ...sights.gauges(),
      }),
    },
  });
  const handle = koa.callback();
  const server = createServer({ requestTimeout: longestRequestMs }, handle);
  const exactly = (path: string) => (given: string) => given === path;
  const upgrades: UpgradeRoute[] = [
    { matches: exactly('/graphql'), internal: false, handle: graph.handleUpgrade },
    { matches: exactly('/live/positions'), internal: false, handle: positions.handleUpgrade },
    { matches: exactly('/live/wall'), internal: false, handle: wall.channel.handleUpgrade },
    { matches: exactly('/internal/gateway'), internal: true, handle: gateway.link.handleUpgrade },
    { matches: isVideoPath, internal: false, handle: (...from) => video.handleUpgrade(...from) },
  ];
  routeUpgrades(server, upgrades, config.origins);
  const lan = servesLan
    ? new LanDoor({
        ...config.lan,
        files,
        handle,
        routeUpgrades: (secure) => routeUpgrades(secure, ofPages(upgrades), config.origins),
      })
    : null;
  return {
    server,
    lan,
    async close() {
      await lan?.close();
      const closed = new Promise((resolve) => server.close(resolve));
      rights.stop();
      feed.close();
      gateway.ptz.stop();
      outside.stop();
      wall.close();
      await graph.close();
      gateway.link.close();
      await positions.close();
      server.closeAllConnections();
      await closed;
      await linkage.stop();
      await housekeeping.stop();
      await tileFollower.stop();
      await sights.stop();
      hints.stop();
      await journal.stop();
    },
  };
}

/** The gateway dials in on this machine alone. */
function ofPages(routes: readonly UpgradeRoute[]): UpgradeRoute[] {
  return routes.filter(({ internal }) => !internal);
}
