create table incident_classes (
  code text collate "C" primary key,
  kind text not null check (kind in ('component', 'event')),
  name_zh text not null,
  name_en text not null,
  icon text not null,
  default_grade integer not null check (default_grade between 1 and 4),
  limit_value double precision not null,
  limit_unit text not null check (limit_unit in ('urgent-hour', 'work-hour', 'work-day', 'natural-day')),
  purposes text[] not null,
  department_code text
);
select share_with_all('incident_classes');

-- One row from report to archive.
create table incidents (
  id uuid primary key,
  case_no text unique,
  class_code text collate "C" not null references incident_classes (code),
  title text not null,
  description text,
  state text not null check (state in (
    'reported', 'verifying', 'accepted', 'rejected', 'voided', 'registered', 'dispatched', 'processing',
    'suspended', 'feedback', 'checking', 'checked', 'closed', 'archived')),
  grade integer not null check (grade between 1 and 4),
  source text not null,
  external_source text,
  external_id text,
  external_revision integer,
  area_code area_code not null,
  unit_grid_code text collate "C",
  governance_grid_code text collate "C",
  component_code text collate "C",
  department_code text,
  reporter_id uuid references users (id),
  address text,
  position geometry(Point, 4490) not null,
  reported_at timestamptz not null,
  registered_at timestamptz,
  dispatched_at timestamptz,
  due_at timestamptz,
  feedback_at timestamptz,
  closed_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  merged_into uuid references incidents (id),
  version integer not null default 1,
  unique (external_source, external_id, external_revision)
);
create index incidents_by_area on incidents (area_code);
create index incidents_by_report on incidents (reported_at desc, id);
create index incidents_by_position on incidents using gist (position);
create index incidents_by_component on incidents (component_code) where component_code is not null;
create index incidents_open on incidents (area_code, state)
  where state not in ('rejected', 'voided', 'closed', 'archived');
select protect_by_area('incidents', 'area_code');

-- The second axis: a department sees the cases given to it and no others, whatever its area. Department viewers always
-- come as cloud_eye_app: on the root role this policy would keep the planner from the position index.
create policy department_of_the_viewer on incidents as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or department_code = current_setting('cloud_eye.department', true));
