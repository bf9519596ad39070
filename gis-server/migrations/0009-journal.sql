-- Everything that changes in the city, in order, append-only.
create table journal (
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  actor_id text,
  actor_name text,
  area_code area_code not null,
  department_code text,
  subject_kind text not null,
  subject_id text not null,
  position geometry(Point, 4490),
  payload jsonb not null,
  command_id text,
  primary key (seq, at)
) partition by range (at);
create index journal_by_subject on journal (subject_kind, subject_id, seq);
create index journal_by_area on journal (area_code, seq);
create table journal_elsewhen partition of journal default;
select protect_by_area('journal', 'area_code');
-- Insert-only: nobody edits what happened.
revoke update, delete on journal from cloud_eye_app, cloud_eye_root;
-- A department sees what concerned it when it was written, and the whole story of the cases it has now.
create policy department_of_the_viewer on journal as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or subject_kind <> 'incident'
    or department_code = current_setting('cloud_eye.department', true)
    or exists (select 1 from incidents where incidents.id = subject_id::uuid));

-- seq comes from here, taken by the last statement before commit: a bigserial is taken before commit, so a reader who
-- has seen 12 may later meet 11. The lock on this one row makes order of numbers the order of commits.
create table journal_counter (
  one_row boolean primary key default true check (one_row),
  head bigint not null
);
insert into journal_counter (head) values (0);
grant select, update on journal_counter to cloud_eye_app, cloud_eye_root;

-- A command given twice has its effect once; what it answered the first time is answered again.
create table journal_commands (
  command_id text primary key check (length(command_id) between 1 and 100),
  kind text not null,
  actor_id text not null,
  at timestamptz not null,
  result jsonb
);
grant select, insert, update on journal_commands to cloud_eye_app, cloud_eye_root;
