-- Who may touch what. Two roles without login: cloud_eye_root for viewers who stand at the root of the area tree and
-- for the process's own work, cloud_eye_app for everyone else. Every transaction takes one of them (SET LOCAL ROLE).
create extension if not exists postgis;

do $$
begin
  create role cloud_eye_root nologin;
exception when duplicate_object or unique_violation then null; -- roles belong to the cluster: another database made it
end $$;
do $$
begin
  create role cloud_eye_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  execute format('grant cloud_eye_root, cloud_eye_app to %I', current_user);
exception when others then
  if not (select rolsuper from pg_roles where rolname = current_user) then raise; end if;
end $$;

do $$
begin
  execute format('grant usage on schema %I to cloud_eye_root, cloud_eye_app', current_schema());
end $$;

create domain area_code as text collate "C" check (value ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})?$');

-- Puts a table under the scope: rows are seen and written only inside [cloud_eye.scope, cloud_eye.scope_end).
-- Both settings are local to a transaction; unset or empty they let nothing through.
create function protect_by_area(target regclass, area_column text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy root_sees_all on %s to cloud_eye_root using (true) with check (true)', target);
  execute format(
    'create policy scope_of_the_viewer on %1$s to cloud_eye_app '
    'using (%2$I >= current_setting(''cloud_eye.scope'', true) collate "C" '
    'and %2$I < current_setting(''cloud_eye.scope_end'', true) collate "C")',
    target, area_column);
  execute format('grant select, insert, update, delete on %s to cloud_eye_root, cloud_eye_app', target);
end $$;

-- Words that everyone signed in may read and only the root may write.
create function share_with_all(target regclass) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to cloud_eye_root', target);
  execute format('grant select on %s to cloud_eye_app', target);
end $$;

-- Makes the monthly partitions of a table from the month of one moment to the month of another.
create function ensure_month_partitions(parent regclass, from_at timestamptz, to_at timestamptz)
returns void language plpgsql as $$
declare
  month timestamptz := date_trunc('month', from_at at time zone 'UTC') at time zone 'UTC';
  child text;
begin
  while month <= to_at loop
    child := format('%s_%s', parent, to_char(month at time zone 'UTC', 'YYYY_MM'));
    if to_regclass(child) is null then
      execute format('create table %I partition of %s for values from (%L) to (%L)',
        child, parent, month, month + interval '1 month');
    end if;
    month := month + interval '1 month';
  end loop;
end $$;

create table settings (
  key text primary key,
  value jsonb not null
);
select share_with_all('settings');
