-- Who reported finds what became of it.
create index incidents_by_reporter on incidents (reporter_id, reported_at desc) where reporter_id is not null;

-- A grid worker's call for help is an incident of its own class. A new city gets it with its dictionaries.
insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value, limit_unit, purposes,
  department_code)
select 'E0699', 'event', '网格员求助', 'Grid worker in need', 'person', 2, 1, 'urgent-hour',
  array['public-security', 'emergency'], 'governance-center'
where exists (select 1 from incident_classes)
on conflict (code) do nothing;
