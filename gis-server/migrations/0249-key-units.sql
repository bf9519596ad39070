-- 重点单位: shops, stalls, illegal buildings and others that the field looks up, and the cases that were about them.
create table key_units (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('shop', 'stall', 'eatery', 'illegal-building', 'building-site',
    'crowded-place', 'factory', 'dangerous-goods')),
  address text,
  area_code area_code not null,
  position geometry(Point, 4490) not null,
  -- The family name alone, as in 张**: more of it is nobody's need in the street.
  person_in_charge text,
  closed boolean not null default false
);
create index key_units_by_area on key_units (area_code, id);
select protect_by_area('key_units', 'area_code');

-- Beside the incidents, whose archived rows nothing changes any more.
create table key_unit_cases (
  incident_id uuid primary key references incidents (id) on delete cascade,
  key_unit_id text not null references key_units (id) on delete cascade,
  area_code area_code not null
);
create index key_unit_cases_by_unit on key_unit_cases (key_unit_id);
select protect_by_area('key_unit_cases', 'area_code');
