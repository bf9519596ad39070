-- Shapes that people keep under a name, to ask about them again: for themselves, or for all at their area and above.
create table drawn_layers (
  id uuid primary key,
  name text not null,
  area_code area_code not null,
  owner_id uuid not null,
  owner_name text not null,
  shared boolean not null,
  shape jsonb not null,
  changed_at timestamptz not null,
  -- In the trash since; brought back by setting it to null.
  removed_at timestamptz,
  version integer not null default 1
);
create index drawn_layers_by_area on drawn_layers (area_code, name);
select protect_by_area('drawn_layers', 'area_code');
