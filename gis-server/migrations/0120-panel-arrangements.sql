-- 态势面板: which panels a role sees at a center, in their order, where somebody has arranged them.
create table panel_arrangements (
  area_code area_code not null,
  role text not null,
  panels text[] not null,
  changed_by text not null,
  changed_at timestamptz not null,
  version integer not null,
  primary key (area_code, role)
);
select protect_by_area('panel_arrangements', 'area_code');

-- The panels count what is not intact: few rows of very many.
create index city_components_not_intact on city_components (area_code, class_code) where state <> 'intact';
