create table places (
  id text primary key,
  name text not null,
  kind text not null,
  address text,
  area_code area_code not null,
  position geometry(Point, 4490) not null,
  capacity integer
);
create index places_by_area on places (area_code, id);
create index places_by_position on places using gist (position);
select protect_by_area('places', 'area_code');

create table units (
  id text primary key,
  name text not null,
  kind text not null,
  call_sign text,
  department_code text,
  area_code area_code not null,
  beat geometry(LineString, 4490),
  home geometry(Point, 4490),
  position geometry(Point, 4490),
  heading_deg double precision,
  speed_mps double precision,
  position_at timestamptz
);
create index units_by_area on units (area_code, id);
select protect_by_area('units', 'area_code');

-- Where units were: written in batches, read by the replay. A row keeps the area of its moment.
create table unit_tracks (
  at timestamptz not null,
  unit_id text not null,
  area_code area_code not null,
  longitude double precision not null,
  latitude double precision not null,
  heading_deg real,
  speed_mps real
) partition by range (at);
create index unit_tracks_by_unit on unit_tracks (unit_id, at);
create table unit_tracks_elsewhen partition of unit_tracks default;
select protect_by_area('unit_tracks', 'area_code');
