-- 破窗查看: a supervisor's look that no filed purpose covers, with the reason that was written for it. The auditor
-- reads each and says so.
alter table camera_views
  add column break_glass_reason text check (char_length(break_glass_reason) between 10 and 500),
  add column reviewed_by uuid,
  add column reviewed_at timestamptz,
  add column review_note text;
create index camera_views_broken_glass on camera_views (requested_at desc, id) where break_glass_reason is not null;
