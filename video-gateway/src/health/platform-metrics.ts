/** What a monitor is told of each platform. */
import { platformStates } from 'grid-data';
import type { Metric } from '#health/metrics.ts';
import type { VideoSide } from '#video-side/video-side.ts';

export function platformMetrics(video: Pick<VideoSide, 'platforms' | 'lines'>): readonly Metric[] {
  const { platforms } = video;
  const of = (name: string, help: string, values: Metric['values']): Metric => ({
    name: `video_gateway_platform_${name}`,
    help,
    kind: 'gauge',
    values,
  });
  return [
    of(
      'state',
      '1 at the state that the platform is in.',
      platforms.flatMap((platform) =>
        platformStates.map((state) => ({
          labels: { platform: platform.id, state },
          value: platform.health().state === state ? 1 : 0,
        })),
      ),
    ),
    of(
      'spared',
      '1 while calls are held back: after failures, or because logins were refused.',
      platforms.flatMap((platform) => {
        const { sparedUntilMs, loginPausedUntilMs } = platform.trouble();
        return [
          {
            labels: { platform: platform.id, because: 'failures' },
            value: sparedUntilMs === null ? 0 : 1,
          },
          {
            labels: { platform: platform.id, because: 'login-refused' },
            value: loginPausedUntilMs === null ? 0 : 1,
          },
        ];
      }),
    ),
    of(
      'lines',
      'Pulls on lines of a platform’s licence, openings that wait for one, and lines allowed.',
      video
        .lines()
        .flatMap(({ platformId: platform, inUse, waiting, max }) => [
          { labels: { platform, state: 'in-use' }, value: inUse },
          { labels: { platform, state: 'waiting' }, value: waiting },
          ...(max === null ? [] : [{ labels: { platform, state: 'allowed' }, value: max }]),
        ]),
    ),
  ];
}
