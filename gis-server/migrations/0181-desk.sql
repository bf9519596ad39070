-- The desk: lists that stay quick, many cases at once, what is kept for oneself and for the next shift.

-- The most urgent first of one state, by the very expression of the statement that asks; all that is open: 0202.
create index incidents_by_urgency on incidents
 (state, (coalesce(due_at, stage_due_at, timestamptz '9999-01-01')), id);

-- From when on less than a fifth of the limit is left; null while the clock stands or has not begun.
alter table incidents add column amber_at timestamptz;
create index incidents_by_amber on incidents (amber_at) where amber_at is not null;

-- Many cases moved at once, and how each stood before: who did it may take it back for a while.
create table bulk_moves (
  id uuid primary key,
  area_code area_code not null,
  user_id uuid not null references users (id),
  move text not null,
  moved_at timestamptz not null,
  undone_at timestamptz
);
create index bulk_moves_by_user on bulk_moves (user_id, moved_at desc);
select protect_by_area('bulk_moves', 'area_code');
create table bulk_move_cases (
  bulk_id uuid not null references bulk_moves (id) on delete cascade,
  incident_id uuid not null,
  area_code area_code not null,
  version integer not null,
  before jsonb not null,
  primary key (bulk_id, incident_id)
);
select protect_by_area('bulk_move_cases', 'area_code');

-- Filters that somebody has given a name.
create table desk_filters (
  user_id uuid not null references users (id) on delete cascade,
  area_code area_code not null,
  name text not null,
  filter jsonb not null,
  primary key (user_id, name)
);
select protect_by_area('desk_filters', 'area_code');

-- 交接班: what one shift leaves to the next, and who has taken it.
create table shift_notes (
  id uuid primary key,
  area_code area_code not null,
  text text not null,
  incident_ids uuid[] not null,
  written_by uuid not null references users (id),
  written_by_name text not null,
  written_at timestamptz not null,
  taken_by uuid references users (id),
  taken_by_name text,
  taken_at timestamptz
);
create index shift_notes_by_area on shift_notes (area_code, written_at desc);
select protect_by_area('shift_notes', 'area_code');

-- Each limit escalates once a level; what was told stands in the journal.
create table incident_escalations (
  incident_id uuid not null references incidents (id) on delete cascade,
  due_at timestamptz not null,
  level text not null check (level in ('amber', 'red', 'late')),
  primary key (incident_id, due_at, level)
);
grant select, insert, delete on incident_escalations to cloud_eye_root;
