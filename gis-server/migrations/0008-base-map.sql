-- The ground under everything: the same for all viewers, so without an area.
create table base_features (
  id bigint primary key,
  layer text not null check (layer in ('road', 'river', 'lake', 'land-use', 'building')),
  kind text not null,
  name text,
  geometry geometry(Geometry, 4490) not null,
  height_m real
);
create index base_features_by_geometry on base_features using gist (geometry);
create index base_features_by_layer on base_features (layer, id);
select share_with_all('base_features');

create table rasters (
  name text primary key,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  columns integer not null,
  rows integer not null,
  -- float32, little-endian, row by row from the northern edge
  heights bytea not null
);
select share_with_all('rasters');
