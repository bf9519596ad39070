-- Accounts, their sessions, the memory of failed sign-ins, and who is on duty.
create table users (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z0-9._-]{3,40}$'),
  display_name text not null,
  role text not null,
  area_code area_code not null,
  department_code text references departments (code),
  password_hash text not null,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1
);
create index users_by_area on users (area_code);
select protect_by_area('users', 'area_code');
revoke select on users from cloud_eye_app;
grant select (id, name, display_name, role, area_code, department_code, created_at, last_sign_in_at, closed_at, version)
  on users to cloud_eye_app;

-- Only a hash of the token is kept: who reads this table cannot sign in with it.
create table sessions (
  id_hash text primary key,
  user_id uuid not null references users (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  client_ip text
);
create index sessions_by_user on sessions (user_id);
grant select, insert, update, delete on sessions to cloud_eye_root;

create table login_attempts (
  key text primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);
grant select, insert, update, delete on login_attempts to cloud_eye_root;

create table grid_worker_assignments (
  user_id uuid not null references users (id),
  grid_system text not null,
  grid_code text collate "C" not null,
  post text not null check (post in ('A', 'B')),
  area_code area_code not null,
  primary key (user_id, grid_system, grid_code),
  foreign key (grid_system, grid_code) references grid_cells (grid_system, code) on delete cascade
);
create index grid_worker_assignments_by_cell on grid_worker_assignments (grid_system, grid_code);
select protect_by_area('grid_worker_assignments', 'area_code');

create table duties (
  id uuid primary key,
  area_code area_code not null,
  post text not null check (post in ('leader', 'shift-leader')),
  user_id uuid not null references users (id),
  signed_in_at timestamptz not null,
  signed_out_at timestamptz
);
create unique index duties_one_open_post on duties (area_code, post) where signed_out_at is null;
select protect_by_area('duties', 'area_code');
