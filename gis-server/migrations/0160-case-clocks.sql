-- What the table of moves looks at beside the state: clock, requests, checks, levels, merges.
alter table incidents
  add column limit_value double precision,
  add column limit_unit text check (limit_unit in ('urgent-hour', 'work-hour', 'work-day', 'natural-day')),
  -- {unit, given: [values], runs: [{from, to}]}: when the case is due follows from it and the work calendar.
  add column clock jsonb,
  add column close_due_at timestamptz,
  -- {state: {from, due, to}}: each state's last stay, for the limits of the stages.
  add column stages jsonb not null default '{}',
  add column stage_due_at timestamptz,
  add column handled_by_area area_code,
  add column handler_name text,
  add column verdict text check (verdict in ('confirmed', 'not-confirmed', 'unable')),
  add column check_failed boolean not null default false,
  -- {kind, value, note, askedAt}: what the department asks for.
  add column request jsonb,
  add column supervised_at timestamptz,
  add column state_before_merge text,
  add column rework_count integer not null default 0,
  add column return_count integer not null default 0,
  add column reopen_count integer not null default 0,
  add constraint merged_elsewhere check (merged_into is distinct from id);

-- Cases under way get the clock that their dispatch has started; one that hangs stands since the journal says so.
update incidents i set limit_value = c.limit_value, limit_unit = c.limit_unit,
  clock = jsonb_build_object('unit', c.limit_unit, 'given', jsonb_build_array(c.limit_value), 'runs',
    jsonb_build_array(jsonb_build_object(
      'from', floor(extract(epoch from i.dispatched_at) * 1000),
      'to', floor(extract(epoch from coalesce(i.feedback_at,
        case when i.state = 'suspended' then (
          select max(j.at) from journal j
          where j.subject_kind = 'incident' and j.subject_id = i.id::text and j.kind = 'incident.moved'
            and j.payload ->> 'to' = 'suspended') end)) * 1000))))
from incident_classes c
where c.code = i.class_code and i.dispatched_at is not null and i.due_at is not null;

create index incidents_by_due on incidents (due_at) where due_at is not null;
create index incidents_merged on incidents (merged_into) where merged_into is not null;
create index incidents_by_department on incidents (department_code, state) where department_code is not null;

-- An extension moves the due time, and the replay must know: its spans are kept by these acts too.
drop trigger keep_incident_span on journal;
create trigger keep_incident_span after insert on journal for each row
  when (new.kind in ('incident.reported', 'incident.moved', 'incident.acknowledged', 'incident.acted'))
  execute function keep_incident_span();
