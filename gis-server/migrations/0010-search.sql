-- What a search finds: one row for each thing with a name. grams = lower-case pairs of letters of title, code, address
-- and pinyin initials, so that one index answers Chinese, codes and initials alike on both engines.
create table search_entries (
  kind text not null,
  id text not null,
  area_code area_code not null,
  title text not null,
  detail text,
  grams text[] not null,
  position geometry(Point, 4490),
  primary key (kind, id)
);
create index search_entries_by_grams on search_entries using gin (grams);
create index search_entries_by_area on search_entries (area_code);
select protect_by_area('search_entries', 'area_code');
create policy department_of_the_viewer on search_entries as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or kind <> 'incident'
    or exists (select 1 from incidents where incidents.id = search_entries.id::uuid));
