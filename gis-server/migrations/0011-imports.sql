-- Files brought in by hand or by command line: staged row by row, applied at once.
create table import_batches (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  sha256 text,
  datum text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  actor_id text not null,
  area_code area_code not null,
  accepted integer not null default 0,
  rejected integer not null default 0,
  state text not null check (state in ('staging', 'applied', 'refused', 'failed'))
);
create index import_batches_by_area on import_batches (area_code, started_at desc);
select protect_by_area('import_batches', 'area_code');

create table import_rows (
  batch_id uuid not null references import_batches (id) on delete cascade,
  line integer not null,
  key text not null,
  payload jsonb not null,
  position geometry(Point, 4490),
  outline geometry(Geometry, 4490),
  area_code area_code not null default '',
  reject_reason text,
  primary key (batch_id, line)
);
create index import_rows_by_key on import_rows (batch_id, key);
alter table import_rows enable row level security;
alter table import_rows force row level security;
create policy root_sees_all on import_rows to cloud_eye_root using (true) with check (true);
-- A staged row is reached through its batch, which the scope protects.
create policy rows_of_own_batches on import_rows to cloud_eye_app
  using (exists (select 1 from import_batches where import_batches.id = batch_id))
  with check (exists (select 1 from import_batches where import_batches.id = batch_id));
grant select, insert, update, delete on import_rows to cloud_eye_app, cloud_eye_root;
