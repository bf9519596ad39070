/** The video side in this process, or the door at which it knocks. */
import type { Clock } from 'grid-data';
import type { GatewayConfig } from '#config.ts';
import { RemoteVideoSide } from '#exchange/edge/remote-video-side.ts';
import type { RunningTickets } from '#tickets/running-tickets.ts';
import { openLocalVideoSide } from '#video-side/local-video-side.ts';
import type { VideoSide } from '#video-side/video-side.ts';

type Parts = { clock: Clock; running: RunningTickets; onError: (message: string) => void };

export function openVideoSide(
  config: GatewayConfig,
  { clock, running, onError }: Parts,
): VideoSide {
  const { exchange, directHosts } = config;
  return exchange === null
    ? openLocalVideoSide(config, { clock, onError, directHosts })
    : new RemoteVideoSide({ config: exchange, running, onError });
}
