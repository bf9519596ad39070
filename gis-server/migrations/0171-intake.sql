-- Which order of which source has become which case: so that each comes in once, in its newest revision. Holds no area,
-- because the same order told by a town and by the centre is one; it names nothing but ids.
create table intake (
  source text not null,
  external_id text collate "C" not null check (length(external_id) between 1 and 100),
  revision integer not null check (revision >= 1),
  incident_id uuid not null unique references incidents (id) deferrable initially deferred,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (source, external_id)
);
grant select, insert, update on intake to cloud_eye_app, cloud_eye_root;

alter table incidents drop column external_source, drop column external_id, drop column external_revision;

-- Who told it, apart from the case: masked for all, unmasked one by one with a reason.
create table reporters (
  incident_id uuid primary key references incidents (id),
  area_code area_code not null,
  name text,
  telephone text,
  home text,
  wants_call_back boolean not null,
  check (name is not null or telephone is not null or home is not null or not wants_call_back)
);
select protect_by_area('reporters', 'area_code');
create policy department_of_the_viewer on reporters as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or exists (select 1 from incidents where incidents.id = incident_id));

-- 回访: what was answered to whoever told it, and whether that was enough.
create table call_backs (
  id uuid primary key,
  incident_id uuid not null references incidents (id),
  area_code area_code not null,
  outcome text not null check (outcome in ('satisfied', 'not-satisfied', 'not-reached')),
  answer text not null,
  called_at timestamptz not null,
  called_by uuid not null,
  called_by_name text not null
);
create index call_backs_by_incident on call_backs (incident_id, called_at);
select protect_by_area('call_backs', 'area_code');
create policy department_of_the_viewer on call_backs as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or exists (select 1 from incidents where incidents.id = incident_id));
