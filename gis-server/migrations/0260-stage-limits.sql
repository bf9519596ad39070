-- The limits of the stages beside that of the whole: a list of what is past them, and a level of the rota.

-- As amber and overdue (0248): time alone changes it, so it is counted out of an index that holds what has such a limit.
create index incidents_open_by_stage_due on incidents (stage_due_at)
  include (area_code, department_code, class_code, grade, source)
  where stage_due_at is not null and state in (
    'reported', 'verifying', 'accepted', 'registered', 'dispatched', 'feedback', 'checking', 'checked');

alter table incident_escalations drop constraint incident_escalations_level_check;
alter table incident_escalations add constraint incident_escalations_level_check
  check (level in ('stage', 'amber', 'red', 'late'));
