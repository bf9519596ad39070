-- The worklists of a desk begin with the most urgent of what is open: few rows of very many, found in their order.
create index incidents_open_by_urgency on incidents ((coalesce(due_at, stage_due_at, timestamptz '9999-01-01')), id)
  where state not in ('rejected', 'voided', 'closed', 'archived');
