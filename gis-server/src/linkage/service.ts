import type { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { CameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { isUuid } from '#graphql/take-in.ts';
import { takeInSeq } from '#history/service.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { WallService } from '#wall-screens/service.ts';
import type { Clock } from 'grid-data';
import { createDryRun } from './dry-run.ts';
import * as queries from './firing-queries.ts';
import { createNotices } from './notices.ts';
import { createRuleReferences } from './rule-references.ts';
import { createRules } from './rules.ts';

type Parts = {
  database: Database;
  clock: Clock;
  duties: Duties;
  areas: Pick<AreaService, 'root'>;
  cameras: CameraService;
  incidents: IncidentService;
  wall: WallService;
};
type FiringQuestion = { ruleId?: string | null; beforeSeq?: number | null; first: number };

export type LinkageService = ReturnType<typeof createLinkageService>;

/** A firing tells of whatever case set it off; a department sees the cases given to it, and no others. */
const seesFirings = ({ role }: Viewer): boolean => role !== 'department';

/** Rules, what they did, and what they tell: the engine beside it judges and acts. */
export function createLinkageService(parts: Parts) {
  const { database } = parts;
  return {
    rules: createRules({ ...parts, references: createRuleReferences(parts) }),
    notices: createNotices(parts),
    dryRun: createDryRun(parts),

    async firings(viewer: Viewer, { ruleId = null, beforeSeq, first }: FiringQuestion) {
      if (!seesFirings(viewer) || (ruleId !== null && !isUuid(ruleId))) return [];
      const asked = {
        ruleId,
        beforeSeq: takeInSeq(beforeSeq, 'beforeSeq'),
        limit: pageSize('linkageFirings', first),
      };
      return database.inScope(viewer, (db) => queries.firings(db, viewer, asked));
    },

    async firing(viewer: Viewer, id: string) {
      if (!seesFirings(viewer) || !isUuid(id)) return null;
      return database.inScope(viewer, (db) => queries.firingById(db, viewer, id));
    },

    firingsById: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) => queries.firingsSeen(db, viewer, ids)),

    triggers(
      viewer: Viewer,
      firingId: string,
      { afterSeq, first }: { afterSeq: number; first: number },
    ) {
      const asked = {
        firingId,
        afterSeq: takeInSeq(afterSeq, 'afterSeq') ?? 0,
        limit: pageSize('linkageTriggers', first),
      };
      return database.inScope(viewer, (db) => queries.triggersOf(db, viewer, asked));
    },
  };
}
