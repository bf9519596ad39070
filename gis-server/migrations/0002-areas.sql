-- The area tree, both grid systems over it, departments and who is in charge of which cell.
create table areas (
  code area_code primary key,
  name text not null,
  level text not null check (level in ('county', 'township', 'village')),
  parent_code area_code,
  pinyin text not null default '',
  pinyin_initials text not null default '',
  center geometry(Point, 4490) not null,
  outline geometry(MultiPolygon, 4490) not null,
  illustrative boolean not null default false,
  population integer check (population >= 0),
  area_km2 double precision,
  source text not null default ''
);
create index areas_by_parent on areas (parent_code);
create index areas_by_outline on areas using gist (outline);
select protect_by_area('areas', 'code');

create table grid_cells (
  grid_system text not null check (grid_system in ('unit', 'governance')),
  code text collate "C" not null check (code ~ '^[0-9]{15}$'),
  name text not null,
  area_code area_code not null,
  outline geometry(MultiPolygon, 4490) not null,
  area_m2 double precision not null check (area_m2 >= 0),
  land_use text,
  source text not null default '',
  primary key (grid_system, code)
);
create index grid_cells_by_area on grid_cells (area_code);
create index grid_cells_by_outline on grid_cells using gist (outline);
select protect_by_area('grid_cells', 'area_code');

-- Departments are words that all places use; only the root edits them.
create table departments (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  area_code area_code not null
);
alter table departments enable row level security;
alter table departments force row level security;
create policy root_sees_all on departments to cloud_eye_root using (true) with check (true);
create policy names_are_common on departments for select to cloud_eye_app using (true);
select share_with_all('departments');
