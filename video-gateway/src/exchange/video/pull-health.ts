/** What the video side says of itself on its own network. */
import type { LinkRefusal } from '#exchange/video/exchange-dialler.ts';
import type { TicketCheck } from '#exchange/video/ticket-check.ts';
import type { ErrorDigest } from '#health/error-digest.ts';
import { eventLoopP99Ms } from '#health/event-loop-delay.ts';
import { figuresNamed, type Metric } from '#health/metrics.ts';
import { platformMetrics } from '#health/platform-metrics.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';

type State = {
  video: LocalVideoSide;
  check: TicketCheck;
  errors: ErrorDigest;
  /** Null while no edge is on the line. */
  streams: number | null;
  /** Why there is no edge, where a person must mend it. */
  refusal: LinkRefusal | null;
};

export function pullHealth({ video, streams, refusal }: State) {
  const platforms = video.platforms.map((platform) => ({ id: platform.id, ...platform.health() }));
  const degraded =
    streams === null ||
    video.ingest.state === 'down' ||
    platforms.some((platform) => platform.state !== 'reachable');
  return {
    status: degraded ? 'degraded' : 'ok',
    exchange: streams === null ? 'down' : 'up',
    ...(streams === null && refusal !== null && { exchangeRefusal: refusal }),
    rtmpIngest: video.ingest.state,
    rtmpIngestPid: video.ingest.pid,
    platforms,
    streams: streams ?? 0,
  };
}

export function pullMetrics({ video, check, errors, streams }: State): readonly Metric[] {
  const one = figuresNamed('video_pull');
  return [
    ...platformMetrics(video),
    one('exchange_up', 'Whether the edge is on the line.', 'gauge', streams === null ? 0 : 1),
    one('streams', 'Pulls for the edge.', 'gauge', streams ?? 0),
    one('refused_total', 'Commands refused for their ticket.', 'counter', check.refused),
    one('errors_total', 'Errors counted.', 'counter', errors.total),
    one('event_loop_p99_ms', 'Delay of the event loop.', 'gauge', eventLoopP99Ms()),
    one('memory_bytes', 'Resident memory.', 'gauge', process.memoryUsage.rss()),
  ];
}
