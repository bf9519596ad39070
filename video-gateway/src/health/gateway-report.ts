/** Tells gis-server every few seconds what its panel on video shows: platforms with lines and trouble, load, sweep. */
import type { Clock, GatewayReport, PlatformReport } from 'grid-data';
import type { Gateway } from '#gateway.ts';
import { eventLoopP99Ms } from '#health/event-loop-delay.ts';
import { viewersOf } from '#health/gateway-metrics.ts';
import type { GisLink } from '#link/gis-link.ts';

const periodMs = 15_000;

export class GatewayReporter {
  readonly #link: Pick<GisLink, 'tell'>;
  readonly #clock: Clock;
  readonly #read: () => GatewayReport;
  #timer: NodeJS.Timeout | null = null;

  constructor(link: Pick<GisLink, 'tell'>, clock: Clock, read: () => GatewayReport) {
    this.#link = link;
    this.#clock = clock;
    this.#read = read;
  }

  start(): void {
    this.#timer = setInterval(() => this.tellNow(), periodMs);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  tellNow(): void {
    const at = this.#clock.now().toISOString();
    this.#link.tell({ type: 'gateway-report', report: this.#read(), at });
  }
}

type Parts = Pick<Gateway, 'video' | 'relays' | 'desk' | 'sweep'>;

export function reportOf(parts: Parts): GatewayReport {
  const { relays, sweep } = parts;
  return {
    platforms: platformsOf(parts),
    pulls: relays.relays.length,
    viewers: viewersOf(parts),
    reconnects: relays.totals().reconnects,
    eventLoopP99Ms: eventLoopP99Ms(),
    memoryBytes: process.memoryUsage.rss(),
    sweep: sweep.isOn ? { atOnce: sweep.atOnce, checking: sweep.checking } : null,
  };
}

function platformsOf({ video }: Parts): PlatformReport[] {
  const linesById = new Map(video.lines().map((lines) => [lines.platformId, lines]));
  return video.platforms.map((platform) => {
    const { sparedUntilMs, loginPausedUntilMs, lastFailure } = platform.trouble();
    const lines = linesById.get(platform.id);
    return {
      platformId: platform.id,
      ...platform.health(),
      linesInUse: lines?.inUse ?? 0,
      linesWaiting: lines?.waiting ?? 0,
      lines: lines?.max ?? null,
      sparedUntil: momentOf(sparedUntilMs),
      loginPausedUntil: momentOf(loginPausedUntilMs),
      lastFailure: lastFailure && {
        reason: lastFailure.reason,
        message: lastFailure.message,
        at: new Date(lastFailure.atMs).toISOString(),
      },
    };
  });
}

const momentOf = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString();
