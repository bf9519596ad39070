/** The parts of the gateway, put together. */
import { dirname, join } from 'node:path';
import { systemClock } from 'grid-data';
import type { GatewayConfig } from '#config.ts';
import { ErrorDigest } from '#health/error-digest.ts';
import { GatewayReporter, reportOf } from '#health/gateway-report.ts';
import { CameraStates } from '#link/camera-states.ts';
import { CameraSync } from '#link/camera-sync.ts';
import { ClosingRows } from '#link/closing-rows.ts';
import { gatewayId } from '#link/gateway-id.ts';
import { GisLink } from '#link/gis-link.ts';
import { ViewSpool } from '#link/view-spool.ts';
import { RelayRegistry } from '#relay/relay-registry.ts';
import { CameraSweep } from '#sweep/camera-sweep.ts';
import { RunningTickets } from '#tickets/running-tickets.ts';
import { TicketVerifier } from '#tickets/verify-ticket.ts';
import { ExportDesk } from '#playback/export/export-desk.ts';
import { ExportShelf } from '#playback/export/export-shelf.ts';
import { PlaybackDesk } from '#playback/playback-desk.ts';
import { ViewAdmission } from '#views/view-admission.ts';
import { ViewerLimits } from '#views/viewer-limits.ts';
import { WarmUps } from '#views/warm-ups.ts';
import { ViewDesk } from '#views/view-desk.ts';
import { openVideoSide } from '#video-side/open-video-side.ts';

export type Gateway = ReturnType<typeof createGateway>;

const idleStopMs = 10_000;
const drainMs = 1_000;

export function createGateway(config: GatewayConfig) {
  const clock = systemClock;
  const errors = new ErrorDigest();
  const onError = (message: string) => errors.add(message);
  const tickets = new TicketVerifier(clock);
  const running = new RunningTickets(clock);
  const video = openVideoSide(config, { clock, onError, running });
  const { platforms } = video;
  const spool = new ViewSpool(config.spoolFile, clock, onError);
  const link: GisLink = new GisLink({
    serverUrl: config.gisServerUrl,
    internalKey: config.internalKey,
    gatewayId: gatewayId(join(dirname(config.spoolFile), 'gateway-id'), onError),
    clock,
    onError,
    onWelcome: (publicKeyPem) => {
      tickets.trust(publicKeyPem);
      cameraStates.forget();
      closingRows.deliver();
      cameraSync.run();
      ptz.reportAgain();
    },
    onPtz: (order) => ptz.take(order),
    onRevoke: (viewIds, reason) => {
      for (const each of [admission, desk, playback]) each.revoke(viewIds, reason);
    },
    onExport: (order, ticket) => exports.order(order, ticket),
    onDeleteExport: (exportId) =>
      // Said again by gis-server until it is answered.
      void exports.delete(exportId).catch((error: Error) => onError(`export: ${error.message}`)),
    onCheck: (cameraIds) => sweep.check(cameraIds),
  });
  const cameraStates = new CameraStates(link, clock);
  const cameraSync = new CameraSync({ link, platforms, clock, onError });
  const closingRows = new ClosingRows(link, spool);
  const relays = new RelayRegistry({
    clock,
    idleStopMs,
    open: async ({ cameraId, profile }, handlers) => {
      const source = await link.resolveCamera(cameraId);
      const ticket = running.forCamera(cameraId);
      return video.openLive({ cameraId, profile, source, ticket }, handlers);
    },
    onRevealed: (cameraId, revealed) => {
      const { failure } = revealed;
      if (failure !== null) onError(`camera ${cameraId}: ${failure.reason}: ${failure.message}`);
      cameraStates.reveal(cameraId, revealed);
      cameraSync.tellChanges();
    },
  });
  const admission = new ViewAdmission({
    ...{ tickets, running, link, spool, closingRows, clock },
    limits: new ViewerLimits(config.viewsPerUser),
  });
  const desk = new ViewDesk({ admission, relays, closingRows, clock });
  const ptz = video.turns({
    cameraOfView: (viewId) => desk.find(viewId)?.ticket.cameraId ?? null,
    tell: (news) => link.tell(news),
    report: (ended) => link.request(ended),
  });
  const exports = new ExportDesk({
    shelf: new ExportShelf(config.exportsFolder),
    link,
    video,
    tickets,
    clock,
    onError,
  });
  const playback = new PlaybackDesk({ admission, video, closingRows, clock });
  const sweep = new CameraSweep({
    link,
    relays,
    checks: video.checks(relays, config.sweep.gapMs),
    states: cameraStates,
    clock,
    limits: config.sweep,
    onError,
  });
  const warmUps = new WarmUps({ tickets, running, link, relays, clock });
  const report = new GatewayReporter(link, clock, () => reportOf({ video, relays, desk, sweep }));
  /** What goes on by itself, once the doors are open. */
  const start = () => {
    video.start({
      onDepth: (depth) => link.tell(depth),
      onUp: () => cameraSync.run(),
      onState: () => cameraSync.tellChanges(),
    });
    link.start();
    sweep.start();
    report.start();
  };
  /** Ends every view with its journal row, then all that runs. */
  const stop = async () => {
    await ptz.stopAll('gateway-stopping', drainMs);
    desk.closeAll('gateway-stopping');
    playback.closeAll('gateway-stopping');
    await closingRows.drain(drainMs);
    report.stop();
    sweep.stop();
    cameraSync.stop();
    relays.stop();
    link.stop();
    await video.stop();
    errors.stop();
  };
  return {
    ...{ errors, exports, video, link, cameraSync, closingRows, relays, desk },
    ...{ playback, warmUps },
    crowdFrom: config.crowdFrom,
    internalKey: config.internalKey,
    ...{ sweep, cameraStates, report, start, stop },
  };
}
