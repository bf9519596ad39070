-- 画面标定: points of a camera's picture matched to the map. A table of its own: what a platform lists never touches it.
create table camera_calibrations (
  camera_id text primary key references cameras (id) on delete cascade,
  area_code area_code not null,
  version integer not null default 1,
  -- [{x, y: shares of the picture from its left upper corner, longitude, latitude}], four to sixteen.
  points jsonb not null,
  -- Width over height of the picture in which they were matched.
  aspect double precision not null check (aspect > 0),
  -- How the camera was known to stand and look then: what differs now makes the calibration doubtful.
  position geometry(Point, 4490) not null,
  bearing_deg double precision,
  width_deg double precision,
  height_meters double precision,
  -- Of a camera that turns: the preset it looked to.
  home_preset integer,
  calibrated_at timestamptz not null,
  calibrated_by text not null
);
create index camera_calibrations_by_area on camera_calibrations (area_code, camera_id);
select protect_by_area('camera_calibrations', 'area_code');

-- A calibration lies where its camera does, whoever moves it: a survey, an import, a platform's list.
create function keep_calibration_with_camera() returns trigger language plpgsql as $$
begin
  update camera_calibrations set area_code = new.area_code where camera_id = new.id;
  return null;
end $$;
create trigger keep_calibration_with_camera after update of area_code on cameras for each row
  when (old.area_code is distinct from new.area_code) execute function keep_calibration_with_camera();
