-- 可视域: what each camera sees of the ground, worked out from its pose, the heights and the houses around it.
create table camera_sights (
  camera_id text primary key references cameras (id) on delete cascade,
  area_code area_code not null,
  -- Digest of everything it was worked out from: equal inputs are not worked out again.
  inputs text not null,
  computed_at timestamptz not null,
  -- What of the camera's pose nobody knows, such as 'height': without it there is no shape, never a made-up one.
  unknown text[] not null,
  terrain_known boolean not null,
  inside_building boolean not null,
  -- What it sees as it was surveyed, and what it could see by turning; the same for a fixed one.
  seen geometry(MultiPolygon, 4490),
  reach geometry(MultiPolygon, 4490),
  -- Of the ground within reach, how much is not hidden.
  visible_share double precision,
  -- Cell by cell along rays: seen, behind a house, behind a hill.
  cells bytea
);
create index camera_sights_by_reach on camera_sights using gist (reach);
create index camera_sights_by_area on camera_sights (area_code, camera_id);
select protect_by_area('camera_sights', 'area_code');
