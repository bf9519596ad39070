import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { SearchHitRow } from './queries.ts';

/**
 * Who answers at a center and who walks its beat, as long as they do: name, post and area, and of who walks where the
 * unit stands. A few dozen at any time, so they are read through and stand in no index that would outlive their duty.
 * Whoever is not on duty, and whoever is a citizen of the town, is found by nothing.
 */
export function peopleOnDuty(db: Reading, viewer: Viewer): Promise<SearchHitRow[]> {
  return db.query<SearchHitRow>(sql`-- Who is on duty now, at a desk and in the field?
    select 'person' as kind, 'duty:' || d.area_code || ':' || d.post as id, u.display_name as title, d.post,
      a.name as detail, ST_X(a.center) as longitude, ST_Y(a.center) as latitude
    from duties d join users u on u.id = d.user_id join areas a on a.code = d.area_code
    where d.signed_out_at is null and ${withinScope(viewer, 'd.area_code')}
    union all
    select 'person', 'unit:' || f.unit_id, u.display_name, 'grid-worker', a.name,
      ST_X(n.position), ST_Y(n.position)
    from field_duties f join users u on u.id = f.user_id join units n on n.id = f.unit_id
      join areas a on a.code = f.area_code
    where f.ended_at is null and ${withinScope(viewer, 'f.area_code')}`);
}
