import { codesWithin, withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { identifier, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { openStates, runningStates } from '#incidents/queries.ts';

export type AreaCountsRow = {
  areaCode: string;
  gridCells: number;
  cityComponents: number;
  cityComponentsNotIntact: number;
  openIncidents: number;
  overdueIncidents: number;
  incidentsByState: Record<string, number>;
  openIncidentsByGrade: Record<string, number>;
  incidentsToday: number;
  closedToday: number;
  cameras: number;
  camerasOnline: number;
  camerasOffline: number;
  camerasUnknown: number;
  units: number;
  unitsMoving: number;
};

export type CountsMoment = { now: Date; midnight: Date; movingSince: Date };

/** Slower than a walk is standing. */
const movingMps = 0.5;

/** Counts of areas of one level: their codes are equally long, so a row belongs to the one that its code begins with. */
export function areaCounts(
  db: Reading,
  viewer: Viewer,
  areaCodes: readonly string[],
  { now, midnight, movingSince }: CountsMoment,
): Promise<AreaCountsRow[]> {
  const [first = '', ...others] = areaCodes;
  const alone = others.length === 0;
  const area = (column: string): Statement =>
    alone ? sql`${first}::text` : sql`left(${identifier(column)}, ${first.length}::int)`;
  const there = (column: string): Statement =>
    alone
      ? codesWithin(first, column)
      : sql`${codesWithin(commonStart(areaCodes), column)} and ${area(column)} = any(${areaCodes})`;
  const seen = (column: string): Statement =>
    sql`${there(column)} and ${withinScope(viewer, column)}`;
  return db.query<AreaCountsRow>(sql`-- How much of everything is there in each of these areas now?
    with cases as (
      select ${area('i.area_code')} as area, i.state, i.grade, count(*) as n,
        count(*) filter (where i.due_at < ${now} and i.state = any(${runningStates})) as overdue,
        count(*) filter (where i.reported_at >= ${midnight}) as today,
        count(*) filter (where i.closed_at >= ${midnight}) as closed
      from incidents i where ${there('i.area_code')}
        and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
      group by 1, 2, 3
    ), case_sums as (
      select area, sum(n) filter (where state = any(${openStates})) as open, sum(overdue) as overdue,
        sum(today) as today, sum(closed) as closed
      from cases group by area
    ), by_state as (
      select area, json_object_agg(state, n) as counts
      from (select area, state, sum(n) as n from cases group by area, state) each group by area
    ), by_grade as (
      select area, json_object_agg(grade, n) as counts
      from (select area, grade, sum(n) as n from cases where state = any(${openStates})
        group by area, grade) each group by area
    ), cells as (
      select ${area('g.area_code')} as area, count(*) as n
      from grid_cells g where ${seen('g.area_code')} group by 1
    ), components as (
      select ${area('c.area_code')} as area, count(*) as n,
        count(*) filter (where state <> 'intact') as not_intact
      from city_components c where ${seen('c.area_code')} group by 1
    ), eyes as (
      select ${area('k.area_code')} as area, count(*) as n,
        count(*) filter (where state = 'online') as online,
        count(*) filter (where state = 'offline') as offline,
        count(*) filter (where state = 'unknown') as unknown
      from cameras k where k.gone_at is null and ${seen('k.area_code')} group by 1
    ), teams as (
      select ${area('u.area_code')} as area, count(*) as n, count(*) filter (
        where u.speed_mps > ${movingMps} and u.position_at >= ${movingSince}) as moving
      from units u where ${seen('u.area_code')} group by 1
    )
    select asked.area as "areaCode", coalesce(cells.n, 0) as "gridCells",
      coalesce(components.n, 0) as "cityComponents",
      coalesce(components.not_intact, 0) as "cityComponentsNotIntact",
      coalesce(case_sums.open, 0)::bigint as "openIncidents",
      coalesce(case_sums.overdue, 0)::bigint as "overdueIncidents",
      coalesce(by_state.counts, '{}') as "incidentsByState",
      coalesce(by_grade.counts, '{}') as "openIncidentsByGrade",
      coalesce(case_sums.today, 0)::bigint as "incidentsToday",
      coalesce(case_sums.closed, 0)::bigint as "closedToday",
      coalesce(eyes.n, 0) as "cameras", coalesce(eyes.online, 0) as "camerasOnline",
      coalesce(eyes.offline, 0) as "camerasOffline", coalesce(eyes.unknown, 0) as "camerasUnknown",
      coalesce(teams.n, 0) as "units", coalesce(teams.moving, 0) as "unitsMoving"
    from unnest(${areaCodes}::text[]) as asked(area)
      left join case_sums using (area) left join by_state using (area)
      left join by_grade using (area) left join cells using (area)
      left join components using (area) left join eyes using (area) left join teams using (area)`);
}

/** Only a literal range lets the planner use the index on codes; this one holds all that is asked for. */
function commonStart(codes: readonly string[]): string {
  const [first = '', ...rest] = codes;
  let length = first.length;
  while (rest.some((code) => !code.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}
