-- 值班日志: the shifts of a center, one after the other.
create table duty_shifts (
  id uuid primary key,
  area_code area_code not null,
  begun_at timestamptz not null,
  -- What the journal tells of it comes after this row: by its order, so that no row falls between two shifts.
  begun_seq bigint not null,
  -- 交班: who signs it away, with what is to be said of the whole.
  handed_over_at timestamptz,
  handed_over_by uuid references users (id),
  handed_over_by_name text,
  summary text,
  -- Of all its lines as they stood then.
  sha256 text,
  -- 接班
  taken_over_at timestamptz,
  taken_over_by uuid references users (id),
  taken_over_by_name text,
  check ((handed_over_at is null) = (sha256 is null)),
  check (taken_over_at is null or handed_over_at is not null)
);
create unique index duty_shifts_one_open on duty_shifts (area_code) where handed_over_at is null;
create index duty_shifts_by_area on duty_shifts (area_code, begun_at desc);
select protect_by_area('duty_shifts', 'area_code');

create table duty_log_lines (
  id uuid primary key,
  shift_id uuid not null references duty_shifts (id),
  area_code area_code not null,
  at timestamptz not null,
  -- 'entry' was written by a person; all else the journal told, kept when the shift was handed over.
  kind text not null,
  text text,
  by_id uuid,
  by_name text,
  incident_id uuid,
  facts jsonb not null default '{}',
  journal_seq bigint,
  -- Struck out, it can still be read.
  struck_at timestamptz,
  struck_by_name text,
  struck_for text,
  check (kind <> 'entry' or text is not null),
  check ((kind = 'entry') = (journal_seq is null))
);
create index duty_log_lines_by_shift on duty_log_lines (shift_id, at);
create index duty_log_lines_by_area on duty_log_lines (area_code, at) where kind = 'entry';
select protect_by_area('duty_log_lines', 'area_code');

-- Handed over, a shift can only be taken over, once, and no line of it changes.
create function keep_signed_shift() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.taken_over_at is null
    and to_jsonb(new) - '{taken_over_at,taken_over_by,taken_over_by_name}'::text[]
      = to_jsonb(old) - '{taken_over_at,taken_over_by,taken_over_by_name}'::text[] then
    return new;
  end if;
  raise exception 'what is signed stays as it is' using errcode = 'CE002';
end $$;
create trigger keep_signed before update or delete on duty_shifts for each row
  when (old.handed_over_at is not null) execute function keep_signed_shift();
create function keep_line_of_signed_shift() returns trigger language plpgsql as $$
begin
  if exists (select from duty_shifts where handed_over_at is not null
    and id in (case when tg_op <> 'INSERT' then old.shift_id end, case when tg_op <> 'DELETE' then new.shift_id end)) then
    raise exception 'what is signed stays as it is' using errcode = 'CE002';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_signed before insert or update or delete on duty_log_lines for each row
  execute function keep_line_of_signed_shift();

-- On paper: the log of a shift, and reports of their own (专报).
alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check check
  (kind in ('evaluation', 'case-file', 'daily-report', 'monthly-report', 'duty-log', 'special-report'));
