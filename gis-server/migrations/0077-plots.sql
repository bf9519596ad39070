-- 标绘: what people draw on the map of an incident. Lies in the incident's area and belongs to its case.
create table plots (
  id uuid primary key,
  incident_id uuid not null references incidents (id),
  area_code area_code not null,
  kind text not null,
  symbol text,
  label text,
  color text not null,
  shape jsonb not null,
  -- Whoever changes one says which version they saw; a change of an older one is kept beside it as a copy.
  version integer not null,
  copy_of uuid,
  made_by_name text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
create index plots_by_incident on plots (incident_id, changed_at);
select protect_by_area('plots', 'area_code');
