/** How the panels of a role are arranged at a center. */
import { withinScope } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { takeInWord } from '#graphql/take-in.ts';
import {
  DomainError,
  isSituationPanel,
  panelsOfRole,
  roles,
  type Clock,
  type Role,
  type SituationPanel,
} from 'grid-data';

export type ArrangementRecord = {
  role: Role;
  panels: readonly SituationPanel[];
  changedBy: string | null;
  changedAt: Date | null;
  version: number;
};

type ArrangeAsked = {
  commandId: string;
  role: string;
  version: number;
  panels: readonly string[];
};

export function createPanelArrangements({ database, clock }: { database: Database; clock: Clock }) {
  const of = (viewer: Viewer, role: Role) =>
    database.inScope(viewer, (db) => arrangementOf(db, viewer, role));

  return {
    of: (viewer: Viewer, role: string | null) =>
      of(viewer, role === null ? viewer.role : takeInWord(role, roles, 'role')),

    async arrange(viewer: Viewer, asked: ArrangeAsked): Promise<ArrangementRecord> {
      requirePermission(viewer, 'wall.arrange');
      const role = takeInWord(asked.role, roles, 'role');
      const panels = takeInPanels(asked.panels);
      const { commandId, version } = asked;
      const { areaCode, displayName } = viewer;
      await database.command(viewer, { commandId, kind: 'panels.arrange' }, async (tx) => {
        const rows = await tx.query(sql`-- Is the arrangement still as its editor saw it?
          insert into panel_arrangements as a (area_code, role, panels, changed_by, changed_at, version)
          select ${areaCode}, ${role}, ${panels}::text[], ${displayName}, ${clock.now()}::timestamptz, 1
          where ${version}::int = 0
          on conflict do nothing returning a.version`);
        const changed =
          rows.length > 0
            ? rows
            : await tx.query(sql`-- Is the arrangement still as its editor saw it?
                update panel_arrangements a set panels = ${panels}::text[], changed_by = ${displayName},
                  changed_at = ${clock.now()}, version = a.version + 1
                where a.area_code = ${areaCode} and a.role = ${role} and a.version = ${version}
                  and ${withinScope(viewer, 'a.area_code')} returning a.version`);
        if (changed.length === 0) conflict(await arrangementOf(tx, viewer, role));
        tx.record({
          kind: 'panels.arranged',
          areaCode,
          subjectKind: 'panels',
          subjectId: role,
          payload: { role, panels },
        });
      });
      return of(viewer, role);
    },
  };
}

async function arrangementOf(db: Reading, viewer: Viewer, role: Role): Promise<ArrangementRecord> {
  const [row] = await db.query<{
    panels: string[];
    changedBy: string;
    changedAt: Date;
    version: number;
  }>(sql`-- How are this role's panels arranged here?
    select a.panels, a.changed_by as "changedBy", a.changed_at as "changedAt", a.version
    from panel_arrangements a
    where a.area_code = ${viewer.areaCode} and a.role = ${role}
      and ${withinScope(viewer, 'a.area_code')}`);
  if (row === undefined) {
    return { role, panels: panelsOfRole(role), changedBy: null, changedAt: null, version: 0 };
  }
  // A panel that is no more is left out rather than shown empty.
  return { ...row, role, panels: row.panels.filter(isSituationPanel) };
}

function takeInPanels(words: readonly string[]): SituationPanel[] {
  const panels = words.filter(isSituationPanel);
  if (panels.length !== words.length || new Set(panels).size !== panels.length) {
    throw new DomainError('invalid-input', 'panels: each known panel at most once', {
      reason: 'unknown-word',
      details: { field: 'panels' },
    });
  }
  if (panels.length === 0) {
    throw new DomainError('invalid-input', 'panels: at least one', {
      reason: 'out-of-range',
      details: { field: 'panels' },
    });
  }
  return panels;
}

function conflict({ version, panels, changedBy, changedAt }: ArrangementRecord): never {
  throw new DomainError('conflict', 'somebody else arranged these panels', {
    reason: 'version',
    details: { version, panels, changedBy, changedAt: changedAt?.toISOString() ?? null },
  });
}
