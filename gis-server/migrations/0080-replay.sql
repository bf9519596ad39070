-- From when to when a case stood open as it did: what was open at any moment is one look into an index of ranges,
-- however long the journal has grown. Written by the journal itself, in the transaction of the entry.
create table incident_spans (
  incident_id uuid not null,
  from_seq bigint not null,
  area_code area_code not null,
  department_code text,
  class_code text not null,
  title text not null,
  grade integer not null,
  state text not null,
  acknowledged boolean not null,
  due_at timestamptz,
  position geometry(Point, 4490) not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (incident_id, from_seq)
);
create index incident_spans_by_time on incident_spans using gist (tstzrange(from_at, to_at));
create unique index incident_spans_running on incident_spans (incident_id) where to_at is null;
select protect_by_area('incident_spans', 'area_code');
revoke delete on incident_spans from cloud_eye_app, cloud_eye_root;
-- A department sees the cases that were with it then.
create policy department_of_the_viewer on incident_spans as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or department_code = current_setting('cloud_eye.department', true));

create function keep_incident_span() returns trigger language plpgsql as $$
begin
  -- A clock set back must not make a span that ends before it begins.
  update incident_spans set to_at = greatest(from_at, new.at)
    where incident_id = new.subject_id::uuid and to_at is null;
  insert into incident_spans (incident_id, from_seq, area_code, department_code, class_code, title, grade, state,
    acknowledged, due_at, position, from_at)
  select id, new.seq, area_code, department_code, class_code, title, grade, state,
    acknowledged_at is not null, due_at, position, new.at
  from incidents
  where id = new.subject_id::uuid and state not in ('rejected', 'voided', 'closed', 'archived')
  on conflict do nothing;
  return null;
end $$;
create trigger keep_incident_span after insert on journal for each row
  when (new.kind in ('incident.reported', 'incident.moved', 'incident.acknowledged'))
  execute function keep_incident_span();

-- The past up to here, told by the journal.
insert into incident_spans (incident_id, from_seq, area_code, department_code, class_code, title, grade, state,
  acknowledged, due_at, position, from_at, to_at)
select id, seq, area_code, department_code, class_code, title, grade, states[array_upper(states, 1)], acknowledged,
  due_at, position, from_at, greatest(from_at, to_at)
from (
  select i.id, j.seq, i.area_code, j.department_code, i.class_code, i.title, i.grade, i.due_at, i.position,
    j.at as from_at, lead(j.at) over told as to_at,
    array_agg(case j.kind when 'incident.moved' then j.payload ->> 'to' else 'reported' end)
      filter (where j.kind <> 'incident.acknowledged') over told as states,
    bool_or(j.kind = 'incident.acknowledged') over told as acknowledged
  from journal j join incidents i on j.subject_kind = 'incident' and i.id::text = j.subject_id
  where j.kind in ('incident.reported', 'incident.moved', 'incident.acknowledged')
  window told as (partition by j.subject_id order by j.seq)
) as told
where states[array_upper(states, 1)] not in ('rejected', 'voided', 'closed', 'archived');

-- Acts of a stretch of time, and reports for the histogram of the time line.
create index journal_by_time on journal (at);
create index journal_reports_by_time on journal (at, area_code) where kind = 'incident.reported';
create index unit_tracks_by_time on unit_tracks (at);
