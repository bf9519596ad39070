-- How many cases there are of each kind, kept as they change: the counts of a desk do not grow slower with its past.
-- Changes are only ever added, so that two who close a case at once do not wait for each other; a round adds them up.
create table case_counts (
  area_code area_code not null,
  state text not null,
  department_code text not null, -- '' while no department has it
  class_code text collate "C" not null,
  grade integer not null,
  source text not null,
  check_failed boolean not null,
  requested boolean not null,
  supervised boolean not null,
  n integer not null,
  primary key (area_code, state, department_code, class_code, grade, source, check_failed, requested, supervised)
);
select protect_by_area('case_counts', 'area_code');
create policy department_of_the_viewer on case_counts as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or department_code = current_setting('cloud_eye.department', true));
revoke insert, update, delete on case_counts from cloud_eye_app;

create table case_count_changes (like case_counts);
select protect_by_area('case_count_changes', 'area_code');
create policy department_of_the_viewer on case_count_changes as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or department_code = current_setting('cloud_eye.department', true));
revoke update, delete on case_count_changes from cloud_eye_app;

-- Cases come and go by the thousand, but change one by one: a plan for one row is made once, for a table of them anew
-- each time.
create function count_cases() returns trigger language plpgsql as $$
begin
  insert into case_count_changes
  select area_code, state, coalesce(department_code, ''), class_code, grade, source, check_failed,
      request is not null, supervised_at is not null, case tg_op when 'INSERT' then count(*) else -count(*) end
  from counted group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  return null;
end $$;
create trigger count_new_cases after insert on incidents
  referencing new table as counted for each statement execute function count_cases();
create trigger count_gone_cases after delete on incidents
  referencing old table as counted for each statement execute function count_cases();

create function count_changed_case() returns trigger language plpgsql as $$
begin
  insert into case_count_changes values
    (old.area_code, old.state, coalesce(old.department_code, ''), old.class_code, old.grade, old.source, old.check_failed,
      old.request is not null, old.supervised_at is not null, -1),
    (new.area_code, new.state, coalesce(new.department_code, ''), new.class_code, new.grade, new.source, new.check_failed,
      new.request is not null, new.supervised_at is not null, 1);
  return null;
end $$;
create trigger count_changed_case after update on incidents for each row
  when ((old.area_code, old.state, old.department_code, old.class_code, old.grade, old.source, old.check_failed,
    old.request is null, old.supervised_at is null)
    is distinct from (new.area_code, new.state, new.department_code, new.class_code, new.grade, new.source, new.check_failed,
    new.request is null, new.supervised_at is null))
  execute function count_changed_case();

create function forget_case_counts() returns trigger language plpgsql as $$
begin
  delete from case_counts;
  delete from case_count_changes;
  return null;
end $$;
create trigger count_no_cases after truncate on incidents
  for each statement execute function forget_case_counts();

insert into case_counts
select area_code, state, coalesce(department_code, ''), class_code, grade, source, check_failed,
      request is not null, supervised_at is not null, count(*)
from incidents group by 1, 2, 3, 4, 5, 6, 7, 8, 9;

-- What time alone changes cannot be kept: amber and overdue are counted out of this index, which holds what runs.
create index incidents_running_by_due on incidents (due_at)
  include (amber_at, area_code, department_code, class_code, grade, source)
  where due_at is not null and state in (
    'reported', 'verifying', 'accepted', 'registered', 'dispatched', 'processing');
