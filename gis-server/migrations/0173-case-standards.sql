-- 立案条件: per class and condition the limit, and when a case of it may be closed. A city's own; kept when retired,
-- because cases stand on them.
create table case_standards (
  id uuid primary key,
  class_code text collate "C" not null references incident_classes (code),
  condition text not null,
  limit_value double precision not null check (limit_value > 0),
  limit_unit text not null check (limit_unit in ('urgent-hour', 'work-hour', 'work-day', 'natural-day')),
  close_condition text not null,
  version integer not null default 1,
  retired_at timestamptz,
  unique (class_code, condition)
);
select share_with_all('case_standards');

alter table incidents add column standard_id uuid references case_standards (id);
-- What is retired or closed takes nothing new; what stands on it goes on.
alter table incident_classes add column retired_at timestamptz;
alter table departments add column closed_at timestamptz;
