/** The process on the video network: platforms, credentials and pulls here, one line out, and its own health. */
import { createServer, type Server } from 'node:http';
import { systemClock, type PtzReport } from 'grid-data';
import type { PullConfig } from '#exchange/exchange-config.ts';
import { checksOfOwn } from '#exchange/video/checks-of-own.ts';
import { ExchangeDialler } from '#exchange/video/exchange-dialler.ts';
import { pullHealth, pullMetrics } from '#exchange/video/pull-health.ts';
import { ServedEdge } from '#exchange/video/served-edge.ts';
import { ServedTurns } from '#exchange/video/served-turns.ts';
import { TicketCheck } from '#exchange/video/ticket-check.ts';
import { pinTicketKey } from '#exchange/video/ticket-key.ts';
import { ErrorDigest } from '#health/error-digest.ts';
import { prometheusText } from '#health/metrics.ts';
import { TicketVerifier } from '#tickets/verify-ticket.ts';
import { openLocalVideoSide } from '#video-side/local-video-side.ts';
import { SharedPulls } from '#video-side/shared-pulls.ts';

export type PullSide = ReturnType<typeof createPullSide>;

export function createPullSide(config: PullConfig) {
  const clock = systemClock;
  const errors = new ErrorDigest();
  const onError = (message: string) => errors.add(message);
  const { directHosts, checkGapMs } = config;
  const video = openLocalVideoSide(config, { clock, onError, directHosts });
  const tickets = new TicketVerifier(clock);
  const check = new TicketCheck(tickets, onError);
  const shared = new SharedPulls((ask, handlers) => video.openLive(ask, handlers));
  const { checks, stop: stopChecks } = checksOfOwn({ video, shared, clock, gapMs: checkGapMs });
  let edge: ServedEdge | null = null;
  const tell = (report: PtzReport) => {
    edge?.say({ type: 'turned', report });
    return edge !== null;
  };
  const turns = new ServedTurns({ video, check, clock, tell });
  const dialler = new ExchangeDialler({
    config: config.exchange,
    onError,
    onLine: (line) => {
      const onGone = () => {
        if (edge === served) edge = null;
      };
      const parts = { line, video, shared, check, checks, turns, clock, onError, onGone };
      const served: ServedEdge = new ServedEdge(parts);
      edge = served;
      turns.reportAgain();
    },
  });
  let unpin = () => undefined as void;
  const state = () => {
    const streams = edge?.streams.count ?? null;
    return { video, check, errors, streams, refusal: dialler.refusal };
  };
  return {
    video,
    check,
    server: healthDoor(state),
    start: () => {
      unpin = pinTicketKey(config.ticketKeyFile, tickets);
      video.start({
        onDepth: (depth) => edge?.say({ type: 'depth', depth }),
        onUp: () => undefined,
        onState: () => undefined,
      });
      dialler.start();
    },
    stop: async () => {
      unpin();
      await turns.stop();
      dialler.stop();
      stopChecks();
      await video.stop();
      errors.stop();
    },
  };
}

export type PullState = () => Parameters<typeof pullHealth>[0];

function healthDoor(state: PullState): Server {
  return createServer((request, answer) => {
    if (request.url === '/healthz') {
      answer.setHeader('Content-Type', 'application/json');
      answer.end(JSON.stringify(pullHealth(state())));
    } else if (request.url === '/metrics') {
      answer.setHeader('Content-Type', 'text/plain; version=0.0.4');
      answer.end(prometheusText(pullMetrics(state())));
    } else {
      answer.statusCode = 404;
      answer.end();
    }
  });
}
