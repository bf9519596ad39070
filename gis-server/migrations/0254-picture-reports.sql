-- 视频巡查: cases that somebody reported from the live picture of a camera. Beside the incidents, whose archived rows
-- nothing changes any more.
create table picture_reports (
  incident_id uuid primary key references incidents (id) on delete cascade,
  area_code area_code not null,
  camera_id text not null,
  -- The look in the register: who, for what, how long.
  view_id text not null references camera_views (id),
  taken_at timestamptz not null,
  placed_by text not null check (placed_by in ('ground', 'camera', 'hand'))
);
create index picture_reports_by_camera on picture_reports (camera_id, taken_at desc);
select protect_by_area('picture_reports', 'area_code');
