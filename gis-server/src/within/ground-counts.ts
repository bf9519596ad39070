import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { IncidentState } from 'grid-data';
import { liesWithin } from './within-statement.ts';
import type { Within } from './within.ts';

export type StateCountRow = { state: string; count: number };
export type KindCountRow = { kind: string; count: number };
export type IncidentCountRow = { classCode: string; state: IncidentState; count: number };

export function camerasByState(viewer: Viewer, within: Within): Statement {
  return sql`-- How many cameras of each state stand there?
    select c.state, count(*) as count from cameras c
    where ${liesWithin(within, 'c')} and ${withinScope(viewer, 'c.area_code')} and c.gone_at is null
    group by c.state order by c.state`;
}

export function incidentsByClass(viewer: Viewer, within: Within): Statement {
  return sql`-- How many incidents of each class and state happened there?
    select i.class_code as "classCode", i.state, count(*) as count from incidents i
    where ${liesWithin(within, 'i')}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    group by i.class_code, i.state order by i.class_code, i.state`;
}

export function placesByKind(viewer: Viewer, within: Within): Statement {
  return sql`-- How many places of each kind lie there?
    select p.kind, count(*) as count from places p
    where ${liesWithin(within, 'p')} and ${withinScope(viewer, 'p.area_code')}
    group by p.kind order by p.kind`;
}

export function unitsByKind(viewer: Viewer, { within, heardSince }: UnitQuestion): Statement {
  return sql`-- How many units of each kind are on duty there now?
    select u.kind, count(*) as count from units u
    where ${liesWithin(within, 'u')} and ${withinScope(viewer, 'u.area_code')}
      and u.position_at >= ${heardSince}
    group by u.kind order by u.kind`;
}
type UnitQuestion = { within: Within; heardSince: Date };

export type PopulationRow = {
  gridSystem: string;
  gridCode: string;
  people: number;
  /** A moment as text. */
  asOf: string;
  source: string;
  illustrative: boolean;
};

export function populationByCell(viewer: Viewer, within: Within): Statement {
  return sql`-- How many people live in each cell, or the part of it that lies there?
    select n.grid_system as "gridSystem", n.grid_code as "gridCode", sum(n.people) as people,
      min(n.as_of)::timestamp at time zone 'Asia/Shanghai' as "asOf",
      string_agg(distinct n.source, ', ') as source, bool_or(n.illustrative) as illustrative
    from population_points n
    where ${liesWithin(within, 'n')} and ${withinScope(viewer, 'n.area_code')}
    group by n.grid_system, n.grid_code order by people desc, n.grid_code`;
}
