/** What the gateway says of itself: a short answer for supervisors, figures for a monitor. */
import { viewTransports } from 'grid-data';
import type { Gateway } from '#gateway.ts';
import { eventLoopP99Ms } from '#health/event-loop-delay.ts';
import { exchangeMetrics } from '#exchange/edge/exchange-metrics.ts';
import { figuresNamed, type Metric } from '#health/metrics.ts';
import { platformMetrics } from '#health/platform-metrics.ts';

export function healthOf(gateway: Gateway) {
  const { ingest, exchange } = gateway.video;
  const platforms = gateway.video.platforms.map((platform) => ({
    id: platform.id,
    ...platform.health(),
  }));
  const degraded =
    !gateway.link.isUp ||
    exchange?.isUp === false ||
    ingest.state === 'down' ||
    platforms.some((platform) => platform.state !== 'reachable');
  return {
    status: degraded ? 'degraded' : 'ok',
    link: gateway.link.isUp ? 'up' : 'down',
    ...(exchange && { exchange: exchange.isUp ? 'up' : 'down' }),
    rtmpIngest: ingest.state,
    rtmpIngestPid: ingest.pid,
    platforms,
    views: viewersOf(gateway),
    pulls: gateway.relays.relays.length,
  };
}

export function metricsOf(gateway: Gateway): readonly Metric[] {
  const pulled = gateway.relays.totals();
  const { opened, refused, bytes, frames } = gateway.desk.counters;
  const phases = new Map<string, number>();
  for (const { phase } of gateway.relays.relays) phases.set(phase, (phases.get(phase) ?? 0) + 1);
  const one = figuresNamed('video_gateway');
  return [
    {
      name: 'video_gateway_views',
      help: 'Views shown now.',
      kind: 'gauge',
      values: viewTransports.map((transport) => ({
        labels: { transport },
        value: gateway.desk.count(transport),
      })),
    },
    {
      name: 'video_gateway_pulls',
      help: 'Cameras pulled now, by phase.',
      kind: 'gauge',
      values: [...phases].map(([phase, value]) => ({ labels: { phase }, value })),
    },
    ...platformMetrics(gateway.video),
    ...exchangeMetrics(gateway.video),
    {
      name: 'video_gateway_cameras',
      help: 'Cameras by what their last pull or check showed, since the link came up.',
      kind: 'gauge',
      values: [...gateway.cameraStates.counts()].map(([health, value]) => ({
        labels: { health },
        value,
      })),
    },
    one('viewers', 'Views that share the pulls.', 'gauge', viewersOf(gateway)),
    one('sweep_checking', 'Cameras that the sweep checks now.', 'gauge', gateway.sweep.checking),
    one('views_opened_total', 'Views opened.', 'counter', opened),
    one('views_refused_total', 'Views refused.', 'counter', refused),
    one('viewer_bytes_total', 'Bytes handed to viewers of ended views.', 'counter', bytes),
    one('viewer_frames_total', 'Pictures handed to viewers of ended views.', 'counter', frames),
    one('pulled_bytes_total', 'Bytes of pictures pulled from cameras.', 'counter', pulled.bytes),
    one('pulled_pictures_total', 'Pictures pulled from cameras.', 'counter', pulled.units),
    one('lost_packets_total', 'Packets of cameras that never came.', 'counter', pulled.lost),
    one('reconnects_total', 'Pulls that ended and are tried again.', 'counter', pulled.reconnects),
    one(
      'closing_rows_pending',
      'Closing rows not yet in the journal.',
      'gauge',
      gateway.closingRows.pending,
    ),
    one('link_up', 'Whether gis-server can be reached.', 'gauge', gateway.link.isUp ? 1 : 0),
    one('errors_total', 'Errors counted.', 'counter', gateway.errors.total),
    one('event_loop_p99_ms', 'Delay of the event loop.', 'gauge', eventLoopP99Ms()),
    one('memory_bytes', 'Resident memory.', 'gauge', process.memoryUsage.rss()),
  ];
}

export function viewersOf({ desk }: Pick<Gateway, 'desk'>): number {
  return viewTransports.reduce((sum, transport) => sum + desk.count(transport), 0);
}
