create table city_component_classes (
  code text collate "C" primary key check (code ~ '^[0-9]{4}$'),
  name_zh text not null,
  name_en text not null,
  icon text not null
);
select share_with_all('city_component_classes');

create table city_components (
  code text collate "C" primary key check (code ~ '^[0-9]{16}$'),
  class_code text collate "C" not null references city_component_classes (code),
  name text not null,
  area_code area_code not null,
  unit_grid_code text collate "C",
  state text not null check (state in ('intact', 'damaged', 'lost', 'abandoned')),
  competent_department text,
  owner_department text,
  maintain_department text,
  initial_date date,
  change_date date,
  data_source text,
  address text,
  position geometry(Point, 4490) not null,
  version integer not null default 1
);
create index city_components_by_area on city_components (area_code, code);
create index city_components_by_position on city_components using gist (position);
select protect_by_area('city_components', 'area_code');
