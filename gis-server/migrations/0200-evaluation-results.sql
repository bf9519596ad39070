-- 综合评价, kept as it stood: figures with the version and text of the formula they were worked out by.
create table evaluation_results (
  id uuid primary key,
  area_code area_code not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  kept_by uuid not null references users (id),
  kept_by_name text not null,
  kept_at timestamptz not null,
  -- {figures: [{key, version, textZh, textEn, value, numerator, denominator, …}], groups: {area: […], department: […]}}
  result jsonb not null
);
create index evaluation_results_by_area on evaluation_results (area_code, kept_at desc);
select protect_by_area('evaluation_results', 'area_code');
-- What was kept stays as it was.
revoke update, delete on evaluation_results from cloud_eye_app, cloud_eye_root;
-- They tell of all departments, and a department is told of its own cases alone.
create policy department_of_the_viewer on evaluation_results as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = '');
