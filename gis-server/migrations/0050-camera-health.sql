-- What pulls showed of each camera, beside whether it is online: frozen, black, no-auth …
alter table cameras
  add column health text check (health in ('live', 'stalled', 'frozen', 'black', 'clock-skew', 'no-auth',
    'unreachable', 'codec-not-playable')),
  add column health_reason text,
  add column health_since timestamptz,
  add column health_checked_at timestamptz;
grant select (health, health_reason, health_since, health_checked_at) on cameras to cloud_eye_app;
create index cameras_by_check on cameras (health_checked_at nulls first) where gone_at is null;

-- From which round to which a camera was so: what any rate of the past is counted from, and the rows behind it.
create table camera_condition_spans (
  camera_id text not null,
  area_code area_code not null,
  platform_id text,
  state text not null,
  health text,
  reason text,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (camera_id, from_at)
);
create index camera_condition_spans_open on camera_condition_spans (camera_id) where to_at is null;
create index camera_condition_spans_ended on camera_condition_spans (to_at) where to_at is not null;
create index camera_condition_spans_by_area on camera_condition_spans (area_code, from_at);
select protect_by_area('camera_condition_spans', 'area_code');

-- When it was looked: a moment without a round is a moment that nobody can speak for.
create table camera_condition_rounds (at timestamptz primary key);
select share_with_all('camera_condition_rounds');

-- The gateways' last word on their platforms and on themselves; figures of the moment.
alter table video_platforms add column report jsonb, add column reported_at timestamptz;
create table video_gateways (
  id text primary key,
  report jsonb not null,
  reported_at timestamptz not null
);
select share_with_all('video_gateways');
