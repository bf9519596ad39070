-- 大屏: the screens of a hall, what each shows, the scenes that can be called, and how a device becomes a screen.
create table wall_screens (
  id uuid primary key,
  name text not null,
  -- The center whose hall this is: what the screen may see, and whose duty person answers for its pictures.
  area_code area_code not null,
  -- The lit picture in millimetres of the wall, so that what lies behind the bezels is left out of a joined map.
  left_mm double precision not null,
  top_mm double precision not null,
  width_mm double precision not null check (width_mm > 0),
  height_mm double precision not null check (height_mm > 0),
  bezel_mm double precision not null check (bezel_mm >= 0),
  width_px integer not null check (width_px > 0),
  height_px integer not null check (height_px > 0),
  -- The account of the device that is paired with it.
  device_id uuid references users (id),
  paired_at timestamptz,
  paired_by text,
  changed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1
);
create index wall_screens_by_area on wall_screens (area_code, name) where removed_at is null;
select protect_by_area('wall_screens', 'area_code');

-- Which screen an account is the device of: such an account reads and does nothing else.
alter table users add column screen_id uuid references wall_screens (id);
grant select (screen_id) on users to cloud_eye_app;

-- What each screen showed, newest last: what was replaced can be put back.
create table wall_showings (
  screen_id uuid not null references wall_screens (id),
  version integer not null,
  area_code area_code not null,
  content jsonb not null,
  scene_id uuid,
  scene_name text,
  motions jsonb not null default '{}',
  shown_by_name text not null,
  shown_at timestamptz not null,
  cause jsonb not null,
  primary key (screen_id, version)
);
select protect_by_area('wall_showings', 'area_code');

create table wall_scenes (
  id uuid primary key,
  name text not null,
  area_code area_code not null,
  draft jsonb not null,
  -- What a call shows; null before the first time it was let out.
  published jsonb,
  published_version integer,
  changed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1
);
create index wall_scenes_by_area on wall_scenes (area_code, name) where removed_at is null;
select protect_by_area('wall_scenes', 'area_code');

-- A time of day at which a scene is called by itself.
create table wall_schedules (
  id uuid primary key,
  scene_id uuid not null references wall_scenes (id),
  area_code area_code not null,
  minute_of_day integer not null check (minute_of_day between 0 and 1439),
  -- 1 Monday to 7 Sunday.
  days integer[] not null,
  made_by text not null
);
create index wall_schedules_by_scene on wall_schedules (scene_id);
select protect_by_area('wall_schedules', 'area_code');

-- Codes that screens show until somebody types one in at the desk. They lie in no area yet.
create table wall_pairings (
  code text primary key,
  -- Only a hash of what the device holds: who reads this table cannot take its session.
  secret_hash text not null unique,
  client_ip text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  device_id uuid references users (id),
  claimed_at timestamptz
);
grant select, insert, update, delete on wall_pairings to cloud_eye_root;
