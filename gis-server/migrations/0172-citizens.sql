-- The citizens' page: how often somebody may ask, and which case a receipt stands for. Addresses are kept as keyed
-- hashes for a day; all of it lies in no area and is reached by the server's own work alone.
create table citizen_limits (
  key text not null,
  window_at timestamptz not null,
  count integer not null,
  primary key (key, window_at)
);
create index citizen_limits_by_time on citizen_limits (window_at);
create table citizen_receipts (
  receipt text primary key,
  incident_id uuid not null unique references incidents (id),
  given_at timestamptz not null
);
grant select, insert, update, delete on citizen_limits to cloud_eye_root;
grant select, insert on citizen_receipts to cloud_eye_root;
