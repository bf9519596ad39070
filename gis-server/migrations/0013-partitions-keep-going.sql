-- A month whose first rows already lie in the default partition (written before the partition was made) stays there:
-- it is read just the same, and the server must not stop for it.
create or replace function ensure_month_partitions(parent regclass, from_at timestamptz, to_at timestamptz)
returns void language plpgsql as $$
declare
  month timestamptz := date_trunc('month', from_at at time zone 'UTC') at time zone 'UTC';
  child text;
begin
  while month <= to_at loop
    child := format('%s_%s', parent, to_char(month at time zone 'UTC', 'YYYY_MM'));
    if to_regclass(child) is null then
      begin
        execute format('create table %I partition of %s for values from (%L) to (%L)',
          child, parent, month, month + interval '1 month');
      exception when check_violation then null;
      end;
    end if;
    month := month + interval '1 month';
  end loop;
end $$;
