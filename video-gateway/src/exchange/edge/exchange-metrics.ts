/** What a monitor is told of the link to the video side; nothing where both sides are one process. */
import { figuresNamed, type Metric } from '#health/metrics.ts';
import type { VideoSide } from '#video-side/video-side.ts';

const certificateEnd = 'When the certificate that the video side is shown ends, Unix seconds.';

export function exchangeMetrics({ exchange }: Pick<VideoSide, 'exchange'>): readonly Metric[] {
  if (exchange === null) return [];
  const one = figuresNamed('video_gateway_exchange');
  const { isUp, streams, receivedBytes, leftOut, refused, breaks, certificateEndsAtMs } = exchange;
  return [
    one('up', 'Whether the video side is connected.', 'gauge', isUp ? 1 : 0),
    one('streams', 'Pulls whose pictures come over the link.', 'gauge', streams),
    one('received_bytes_total', 'Bytes that came over the link.', 'counter', receivedBytes),
    one('left_out_total', 'Units left out while the link was behind.', 'counter', leftOut),
    one('refused_total', 'Commands that the video side refused.', 'counter', refused),
    one('breaks_total', 'Times that the link fell.', 'counter', breaks),
    ...(certificateEndsAtMs === null
      ? []
      : [one('certificate_end_seconds', certificateEnd, 'gauge', certificateEndsAtMs / 1000)]),
  ];
}
