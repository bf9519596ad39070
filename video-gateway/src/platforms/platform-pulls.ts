/** Opens pulls on behalf of a platform: each in its turn, each holding one line of the licence until it ends. */
import { DomainError, type Clock } from 'grid-data';
import { LicenceLines } from '#platforms/guard/licence-lines.ts';
import { OpeningBudget } from '#platforms/guard/opening-budget.ts';
import type { OpenedStream, Platform } from '#platforms/platform.ts';
import type { OpenSource, PullTarget } from '#sources/open-source.ts';
import type { RecordedPlay } from '#sources/rtsp/rtsp-source.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type PlatformLines = {
  platformId: string;
  inUse: number;
  waiting: number;
  /** Null where no licence counts. */
  max: number | null;
};

type Desk = { platform: Platform; budget: OpeningBudget; lines: LicenceLines };

export class PlatformPulls {
  readonly #desks: ReadonlyMap<string, Desk>;
  readonly #openSource: OpenSource;

  constructor(platforms: readonly Platform[], clock: Clock, openSource: OpenSource) {
    this.#openSource = openSource;
    this.#desks = new Map(
      platforms.map((platform) => {
        const { maxPulls, lineWaitMs, ...rate } = platform.pullLimits;
        const lines = new LicenceLines(maxPulls, lineWaitMs);
        return [platform.id, { platform, budget: new OpeningBudget(clock, rate), lines }];
      }),
    );
  }

  /** `ask` names what is pulled: a live picture, a recording. */
  async open(
    platformId: string,
    ask: (platform: Platform) => Promise<OpenedStream & { play?: RecordedPlay }>,
    handlers: SourceHandlers,
  ): Promise<Source> {
    const desk = this.#desks.get(platformId);
    if (desk === undefined) {
      throw new DomainError('unavailable', 'the camera’s platform is not configured here', {
        reason: 'platform-unknown',
      });
    }
    await desk.budget.spend();
    const giveBack = await desk.lines.take();
    try {
      const { url, redirectPolicy, play } = await ask(desk.platform);
      const { mediaHosts, pullOptions } = desk.platform;
      const target: PullTarget = {
        url,
        allowed: mediaHosts,
        redirects: redirectPolicy,
        ...pullOptions,
        ...(play && { play }),
      };
      const source = this.#openSource(target, releasingAtEnd(handlers, giveBack));
      return {
        close: () => {
          source.close();
          giveBack();
        },
      };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  /** Lines in use and viewers waiting for one, by platform. */
  lines(): readonly PlatformLines[] {
    return [...this.#desks].map(([platformId, { platform, lines }]) => ({
      platformId,
      inUse: lines.inUse,
      waiting: lines.waiting,
      max: platform.pullLimits.maxPulls,
    }));
  }
}

function releasingAtEnd(handlers: SourceHandlers, giveBack: () => void): SourceHandlers {
  return {
    ...handlers,
    onEnd: (failure) => {
      giveBack();
      handlers.onEnd(failure);
    },
  };
}
