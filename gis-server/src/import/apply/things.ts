import { sql, type Statement } from '#database/sql.ts';
import type { BatchOrder } from './apply-batch.ts';

/** The unit cell that holds a row's position. */
const unitCell = sql`(select cell.code from grid_cells cell where cell.grid_system = 'unit'
  and cell.outline && row.position and st_covers(cell.outline, row.position) order by cell.code limit 1)`;

export function applyCityComponents({ batchId, at }: BatchOrder): Statement[] {
  return [
    sql`-- New city components, and new facts about known ones.
      insert into city_components (code, class_code, name, area_code, unit_grid_code, state,
        competent_department, owner_department, maintain_department, initial_date, change_date,
        data_source, address, position)
      select row.key, substr(row.key, 7, 4),
        coalesce(payload ->> 'name', (select name_zh from city_component_classes where code = substr(row.key, 7, 4))),
        area_code, coalesce(payload ->> 'unitGridCode', ${unitCell}), payload ->> 'state',
        payload ->> 'competentDepartment', payload ->> 'ownerDepartment', payload ->> 'maintainDepartment',
        coalesce((payload ->> 'initialDate')::date, ${at}::timestamptz::date),
        coalesce((payload ->> 'changeDate')::date, ${at}::timestamptz::date),
        coalesce(payload ->> 'dataSource', 'import'), payload ->> 'address', row.position
      from import_rows row where batch_id = ${batchId}
      on conflict (code) do update set name = excluded.name, area_code = excluded.area_code,
        unit_grid_code = excluded.unit_grid_code, state = excluded.state,
        competent_department = excluded.competent_department, owner_department = excluded.owner_department,
        maintain_department = excluded.maintain_department, change_date = excluded.change_date,
        data_source = excluded.data_source, address = excluded.address, position = excluded.position,
        version = city_components.version + 1`,
  ];
}

export function applyCameras({ batchId, at }: BatchOrder): Statement[] {
  return [
    sql`-- New cameras, and what was surveyed or filed anew about known ones.
      insert into cameras (id, name, kind, direct_url, gb_code, area_code, unit_grid_code, position,
        bearing_deg, width_deg, range_meters, height_meters, state, state_since, owner, place_class, purposes,
        notice_posted, filing_no, address, illustrative, surveyed_at)
      select payload ->> 'id', payload ->> 'name', payload ->> 'kind', payload ->> 'streamAddress',
        payload ->> 'gbCode', area_code, ${unitCell}, row.position,
        (payload ->> 'bearingDeg')::float8, (payload ->> 'widthDeg')::float8,
        (payload ->> 'rangeMeters')::float8, (payload ->> 'heightMeters')::float8,
        'unknown', ${at}, payload ->> 'owner', payload ->> 'placeClass',
        array(select jsonb_array_elements_text(payload -> 'purposes')),
        (payload ->> 'noticePosted')::boolean, payload ->> 'filingNo', payload ->> 'address', false,
        case when payload ? 'bearingDeg' then ${at}::timestamptz end
      from import_rows row where batch_id = ${batchId}
      on conflict (id) do update set name = excluded.name, kind = excluded.kind,
        direct_url = coalesce(excluded.direct_url, cameras.direct_url),
        gb_code = coalesce(excluded.gb_code, cameras.gb_code), area_code = excluded.area_code,
        unit_grid_code = excluded.unit_grid_code, position = excluded.position,
        bearing_deg = coalesce(excluded.bearing_deg, cameras.bearing_deg),
        width_deg = coalesce(excluded.width_deg, cameras.width_deg),
        range_meters = coalesce(excluded.range_meters, cameras.range_meters),
        height_meters = coalesce(excluded.height_meters, cameras.height_meters),
        owner = excluded.owner, place_class = excluded.place_class, purposes = excluded.purposes,
        notice_posted = excluded.notice_posted, filing_no = coalesce(excluded.filing_no, cameras.filing_no),
        address = coalesce(excluded.address, cameras.address), gone_at = null,
        state = excluded.state, state_reason = null, state_since = excluded.state_since,
        surveyed_at = coalesce(excluded.surveyed_at, cameras.surveyed_at), version = cameras.version + 1`,
  ];
}

export function applyPlaces({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New places, and new facts about known ones.
      insert into places (id, name, kind, address, area_code, position, capacity)
      select payload ->> 'id', payload ->> 'name', payload ->> 'kind', payload ->> 'address', area_code,
        position, (payload ->> 'capacity')::integer
      from import_rows where batch_id = ${batchId}
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, address = excluded.address,
        area_code = excluded.area_code, position = excluded.position, capacity = excluded.capacity`,
  ];
}

export function applyUnits({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New units with their home or beat, and new facts about known ones.
      insert into units (id, name, kind, call_sign, department_code, area_code, home, beat)
      select payload ->> 'id', payload ->> 'name', payload ->> 'kind', payload ->> 'callSign',
        payload ->> 'departmentCode', area_code, coalesce(position, st_startpoint(outline)), outline
      from import_rows where batch_id = ${batchId}
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, call_sign = excluded.call_sign,
        department_code = excluded.department_code, area_code = excluded.area_code,
        home = coalesce(excluded.home, units.home), beat = coalesce(excluded.beat, units.beat)`,
  ];
}
