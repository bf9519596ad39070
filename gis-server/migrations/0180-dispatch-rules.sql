-- 派遣规则: where cases of a class, an area and a time go; what a component's own offices answer for goes before.
create table dispatch_rules (
  id uuid primary key,
  area_code area_code not null,
  -- Null: of any class.
  class_code text,
  -- By the work calendar.
  during text not null check (during in ('always', 'work-time', 'off-time')),
  department_code text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
-- One answer for one question.
create unique index dispatch_rules_once on dispatch_rules (area_code, coalesce(class_code, ''), during)
  where removed_at is null;
select protect_by_area('dispatch_rules', 'area_code');

-- What the county decides holds in its towns: they read it, and change only their own.
create policy rules_from_above on dispatch_rules for select to cloud_eye_app
  using (starts_with(current_setting('cloud_eye.scope', true), area_code));
