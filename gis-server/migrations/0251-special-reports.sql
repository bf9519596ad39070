-- 专报: what a center tells its leaders of one case or several, by its own template.
create table special_reports (
  id uuid primary key,
  area_code area_code not null,
  -- Given with the approval, so that no number belongs to what never left the house.
  number text,
  title text not null,
  cause text,
  course text,
  disposal text,
  advice text,
  incident_ids uuid[] not null,
  author_id uuid not null references users (id),
  author_name text not null,
  state text not null check (state in ('draft', 'submitted', 'approved')),
  version integer not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references users (id),
  decided_by_name text,
  decision_note text,
  check ((state = 'approved') = (number is not null))
);
create unique index special_reports_by_number on special_reports (area_code, number);
create index special_reports_by_area on special_reports (area_code, written_at desc);
create index special_reports_by_incident on special_reports using gin (incident_ids);
select protect_by_area('special_reports', 'area_code');

-- The last number of a year at a center.
create table special_report_numbers (
  area_code area_code not null,
  year integer not null,
  last integer not null,
  primary key (area_code, year)
);
select protect_by_area('special_report_numbers', 'area_code');

-- Approved, it stays as it was signed.
create function keep_signed_report() returns trigger language plpgsql as $$
begin
  raise exception 'what is signed stays as it is' using errcode = 'CE002';
end $$;
create trigger keep_signed before update or delete on special_reports for each row
  when (old.state = 'approved') execute function keep_signed_report();
