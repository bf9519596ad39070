-- How many people live where: each cell's figure dealt over points inside it, so that a part of a cell counts by its share
-- of the cell's ground, whatever the shape that asks. Figures alone: nobody is named.
create table population_points (
  grid_system text not null,
  grid_code text not null,
  number integer not null,
  area_code area_code not null,
  position geometry(Point, 4490) not null,
  people double precision not null check (people >= 0),
  as_of date not null,
  source text not null,
  -- Made for the demo, not counted (示意).
  illustrative boolean not null,
  primary key (grid_system, grid_code, number)
);
create index population_points_by_area on population_points (area_code);
create index population_points_by_position on population_points using gist (position);
select protect_by_area('population_points', 'area_code');
