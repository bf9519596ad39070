-- Turning cameras: where presets look, how a camera goes home, and every turn by hand.
create table camera_presets (
  camera_id text not null,
  area_code area_code not null,
  number integer not null check (number between 1 and 300),
  name text not null,
  -- Compass degrees; null where nobody told or measured it: then no direction is drawn.
  bearing_deg double precision check (bearing_deg >= 0 and bearing_deg < 360),
  tilt_deg double precision,
  zoom double precision,
  saved_at timestamptz not null,
  primary key (camera_id, number)
);
select protect_by_area('camera_presets', 'area_code');

create table ptz_settings (
  camera_id text primary key,
  area_code area_code not null,
  -- Compass degrees its head calls 0; where it is null, the surveyed bearing.
  zero_bearing_deg double precision check (zero_bearing_deg >= 0 and zero_bearing_deg < 360),
  home_preset integer not null default 1 check (home_preset between 1 and 300),
  home_after_seconds integer not null default 120 check (home_after_seconds between 10 and 86400),
  -- When somebody turned it last; null while it is at home.
  turned_at timestamptz
);
create index ptz_settings_away on ptz_settings (turned_at) where turned_at is not null;
select protect_by_area('ptz_settings', 'area_code');

create table ptz_moves (
  id text primary key,
  camera_id text not null,
  area_code area_code not null,
  view_id text not null,
  user_id uuid not null,
  -- As it was: an account may lie outside the scope of who reads.
  user_name text not null,
  command text not null,
  speed double precision not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index ptz_moves_open on ptz_moves (started_at) where ended_at is null;
select protect_by_area('ptz_moves', 'area_code');
revoke delete on ptz_moves from cloud_eye_app, cloud_eye_root;
