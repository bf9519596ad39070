-- 文书: what the house has written down as a file, kept as it was made.
create table documents (
  id uuid primary key,
  area_code area_code not null,
  -- Of the department that made it; it sees no others.
  department_code text,
  kind text not null check (kind in ('evaluation', 'case-file', 'daily-report', 'monthly-report')),
  incident_id uuid references incidents (id),
  title text not null,
  file_name text not null,
  format text not null check (format in ('xlsx', 'pdf', 'docx')),
  language text not null check (language in ('zh-CN', 'en')),
  from_at timestamptz,
  to_at timestamptz,
  content bytea not null,
  bytes integer not null,
  sha256 text not null,
  made_by text not null,
  made_at timestamptz not null
);
create index documents_by_area on documents (area_code, made_at desc);
create index documents_by_incident on documents (incident_id) where incident_id is not null;
select protect_by_area('documents', 'area_code');
-- What was made stays as it was.
revoke update, delete on documents from cloud_eye_app, cloud_eye_root;
create policy department_of_the_viewer on documents as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or department_code = current_setting('cloud_eye.department', true));
