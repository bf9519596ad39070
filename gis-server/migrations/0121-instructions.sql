-- 批示、交办: what a leader says to a case, to whom, and who has taken it.
create table instructions (
  id uuid primary key,
  incident_id uuid not null references incidents (id),
  area_code area_code not null,
  kind text not null check (kind in ('comment', 'assignment')),
  text text not null,
  -- To whom an assignment goes; null: to the center.
  department_code text references departments (code),
  issued_by uuid not null references users (id),
  issued_by_name text not null,
  issued_at timestamptz not null,
  received_by uuid references users (id),
  received_by_name text,
  received_at timestamptz,
  reply text
);
create index instructions_waiting on instructions (area_code, issued_at) where received_at is null;
create index instructions_by_incident on instructions (incident_id, issued_at);
select protect_by_area('instructions', 'area_code');

-- A department reads what is said to it, as it sees only its own cases.
create policy department_of_the_viewer on instructions as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or department_code = current_setting('cloud_eye.department', true));
