-- Cameras that a platform lists and that stand nowhere on our map: it tells no place, or one outside the city. They are
-- those of its last whole listing. As nobody knows whose town they stand in, they lie at the root of the areas.
create table unplaced_cameras (
  platform_id text not null references video_platforms (id) on delete cascade,
  platform_camera_id text not null,
  area_code area_code not null,
  name text not null,
  gb_code text,
  reason text not null check (reason in ('no-position', 'outside')),
  primary key (platform_id, platform_camera_id)
);
select protect_by_area('unplaced_cameras', 'area_code');
