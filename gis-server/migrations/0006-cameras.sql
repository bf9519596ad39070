create table video_platforms (
  id text primary key,
  name text not null,
  owner text not null,
  datum text not null,
  state text not null default 'unreachable' check (state in ('reachable', 'unreachable', 'refused')),
  state_reason text,
  state_since timestamptz not null
);
select share_with_all('video_platforms');

create table cameras (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('fixed', 'dome', 'ptz', 'high-point', 'mobile')),
  platform_id text,
  platform_camera_id text,
  -- Address of a camera without a platform; may hold a password, so it never leaves for a screen.
  direct_url text,
  gb_code text,
  area_code area_code not null,
  unit_grid_code text collate "C",
  position geometry(Point, 4490) not null,
  bearing_deg double precision check (bearing_deg >= 0 and bearing_deg < 360),
  width_deg double precision check (width_deg > 0 and width_deg <= 360),
  range_meters double precision check (range_meters > 0),
  height_meters double precision,
  state text not null default 'unknown' check (state in ('online', 'offline', 'unknown')),
  state_reason text,
  state_since timestamptz,
  owner text not null,
  place_class text not null,
  purposes text[] not null,
  notice_posted boolean not null default false,
  filing_no text,
  address text,
  illustrative boolean not null default false,
  surveyed_at timestamptz,
  gone_at timestamptz,
  version integer not null default 1
);
create unique index cameras_by_platform on cameras (platform_id, platform_camera_id)
  where platform_camera_id is not null;
create index cameras_by_area on cameras (area_code, id);
create index cameras_by_position on cameras using gist (position);
select protect_by_area('cameras', 'area_code');
revoke select on cameras from cloud_eye_app;
grant select (id, name, kind, platform_id, platform_camera_id, gb_code, area_code, unit_grid_code, position,
  bearing_deg, width_deg, range_meters, height_meters, state, state_reason, state_since, owner, place_class, purposes,
  notice_posted, filing_no, address, illustrative, surveyed_at, gone_at, version) on cameras to cloud_eye_app;

-- The register of looks: who looked through which camera, why, and for how long.
create table camera_views (
  id text primary key,
  camera_id text not null,
  area_code area_code not null,
  user_id uuid not null,
  session_id text not null,
  -- Who answers for the look: the viewer, or the duty person of the center where a wall shows it.
  charged_to uuid not null,
  purpose text not null,
  incident_id uuid,
  profile text not null,
  transport text,
  client_ip text,
  requested_at timestamptz not null,
  opened_at timestamptz,
  first_frame_at timestamptz,
  closed_at timestamptz,
  end_reason text,
  bytes bigint,
  frames bigint
);
create index camera_views_open on camera_views (session_id) where closed_at is null;
create index camera_views_by_camera on camera_views (camera_id, requested_at desc);
create index camera_views_by_time on camera_views (requested_at desc, id);
select protect_by_area('camera_views', 'area_code');
revoke delete on camera_views from cloud_eye_app, cloud_eye_root;
