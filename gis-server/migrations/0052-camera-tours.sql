-- 视频轮巡: cameras one after the other, each for its time. A tour belongs to the area whose people made it.
create table camera_tours (
  id uuid primary key,
  name text not null,
  area_code area_code not null,
  -- What its looks are for: each camera's owner must have filed it, else the camera is left out.
  purpose text not null,
  -- How many are shown at a time: 1 in a window, more on the wall.
  tiles integer not null check (tiles between 1 and 64),
  stops jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1
);
create index camera_tours_by_area on camera_tours (area_code, name) where removed_at is null;
select protect_by_area('camera_tours', 'area_code');
