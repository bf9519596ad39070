/** The engine put together: what it reads with, what carries out its effects, and the rounds of time and place. */
import type { Duties } from '#access/duties.ts';
import { systemViewer } from '#access/viewer.ts';
import { createEscalation } from '#escalations/escalation-round.ts';
import type { Database } from '#database/transaction.ts';
import type { Services } from '#graphql/context.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import type { Clock } from 'grid-data';
import { createCarryOut } from './carry-out.ts';
import { createEffectDoers } from './effect-doers.ts';
import { LinkageEngine } from './linkage-engine.ts';
import { createPlanner } from './plan-outcomes.ts';
import { noticeMoments, noticeOverdue } from './time-rounds.ts';
import { UnitWatch, type UnitsNow } from './unit-watch.ts';

type Parts = {
  database: Database;
  clock: Clock;
  journal: Pick<JournalReader, 'onEntries'>;
  duties: Duties;
  services: Services;
  /** Where units are now. */
  units: UnitsNow;
};

const roundMs = 5_000;

export type Linkage = ReturnType<typeof openLinkage>;

export function openLinkage({ database, clock, journal, duties, services, units }: Parts) {
  const rootCode = async () => (await services.areas.root(systemViewer()))?.code ?? '';
  const plan = createPlanner({ ...services, duties }, rootCode);
  const doers = createEffectDoers({ ...services, clock });
  const carryOut = createCarryOut({ database, clock, duties, rootCode, doers });
  const engine = new LinkageEngine({ database, clock, journal, plan, carryOut });
  const watch = new UnitWatch({ database, clock, units });
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> | null = null;

  const escalate = createEscalation({ database, clock });

  const runRound = async () => {
    await noticeMoments({ database, clock });
    await noticeOverdue({ database, clock });
    await escalate();
    await watch.look();
  };

  return {
    engine,
    runRound,
    async start(): Promise<void> {
      await engine.start();
      timer = setInterval(() => {
        round ??= runRound()
          .catch((error: Error) => console.error(`rounds of linkage: ${error.message}`))
          .finally(() => {
            round = null;
          });
      }, roundMs);
    },
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      await round;
      await engine.stop();
    },
  };
}
