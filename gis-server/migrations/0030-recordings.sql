-- Recorded video: who asks for it on what ground in law, who permits it, what is taken out and what became of that.
create table view_requests (
  id uuid primary key,
  -- The smallest area that holds all its cameras.
  area_code area_code not null,
  -- Departments that speak for an owner of its cameras.
  departments text[] not null,
  legal_basis text not null check (legal_basis in ('criminal-case', 'administrative-case', 'supervision-case',
    'emergency-response', 'statutory-duty', 'person-concerned')),
  reason text not null,
  case_no text,
  incident_id uuid,
  emergency boolean not null,
  applicant text not null check (applicant in ('officer', 'person-concerned', 'guardian')),
  -- Who asks where it is no officer; personal data, so it stands here and never in the journal.
  applicant_name text,
  window_from timestamptz not null,
  window_to timestamptz not null check (window_to > window_from),
  requested_by uuid not null references users (id),
  -- Names as they were: an account may lie outside the scope of who reads.
  requested_by_name text not null,
  requested_at timestamptz not null,
  state text not null default 'requested' check (state in ('requested', 'approved', 'refused', 'expired', 'revoked')),
  approve_by timestamptz,
  valid_until timestamptz not null,
  decided_by uuid references users (id) check (decided_by <> requested_by),
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 1,
  check ((applicant = 'officer') = (applicant_name is null)),
  check ((applicant = 'officer') = (legal_basis <> 'person-concerned')),
  check (emergency = (approve_by is not null)),
  check (case_no is not null or incident_id is not null or applicant <> 'officer')
);
create index view_requests_by_time on view_requests (requested_at desc, id);
create index view_requests_open on view_requests (valid_until) where state in ('requested', 'approved');
select protect_by_area('view_requests', 'area_code');
create policy own_cameras_of_a_department on view_requests as restrictive to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or current_setting('cloud_eye.department', true) = any(departments));
revoke delete on view_requests from cloud_eye_app, cloud_eye_root;

create table view_request_cameras (
  request_id uuid not null references view_requests (id),
  camera_id text not null,
  area_code area_code not null,
  owner text not null,
  primary key (request_id, camera_id)
);
select protect_by_area('view_request_cameras', 'area_code');
revoke delete, update on view_request_cameras from cloud_eye_app, cloud_eye_root;

-- A look at recorded video stands in the register of looks like any other; it rests on its request.
alter table camera_views add column view_request_id uuid references view_requests (id);
alter table camera_views add column recorded_from timestamptz;
alter table camera_views add column recorded_to timestamptz;
create index camera_views_by_request on camera_views (view_request_id) where view_request_id is not null;

create table recording_bookmarks (
  id uuid primary key,
  request_id uuid not null references view_requests (id),
  area_code area_code not null,
  camera_id text,
  at timestamptz not null,
  note text not null,
  made_by uuid not null references users (id),
  made_by_name text not null,
  made_at timestamptz not null
);
create index recording_bookmarks_by_request on recording_bookmarks (request_id, at);
select protect_by_area('recording_bookmarks', 'area_code');

create table recording_exports (
  id uuid primary key,
  request_id uuid not null references view_requests (id),
  area_code area_code not null,
  departments text[] not null,
  camera_id text not null,
  window_from timestamptz not null,
  window_to timestamptz not null check (window_to > window_from),
  case_no text not null,
  legal_basis text not null,
  purpose text not null,
  -- What is hidden: everything, parts of the picture (shares of its width and height), or nothing.
  masking text not null check (masking in ('whole-picture', 'regions', 'none')),
  regions jsonb,
  requested_by uuid not null references users (id),
  requested_by_name text not null,
  requested_at timestamptz not null,
  state text not null default 'requested'
    check (state in ('requested', 'approved', 'refused', 'writing', 'ready', 'failed', 'deleted')),
  approved_by uuid references users (id) check (approved_by <> requested_by),
  approved_by_name text,
  approved_at timestamptz,
  -- The second approval: that faces and plates may be seen.
  unmasked_by uuid references users (id) check (unmasked_by <> requested_by),
  unmasked_by_name text,
  unmasked_at timestamptz,
  decision_note text,
  failure text,
  sha256 text,
  bytes bigint,
  gaps jsonb,
  manifest jsonb,
  ready_at timestamptz,
  delete_after timestamptz,
  held_by uuid references users (id),
  held_by_name text,
  held_at timestamptz,
  hold_reason text,
  deleted_at timestamptz,
  delete_reason text,
  version integer not null default 1,
  check ((state = 'deleted') = (deleted_at is not null)),
  check (state <> 'deleted' or held_at is null),
  check (state <> 'ready' or (sha256 is not null and approved_by is not null)),
  check (state <> 'ready' or masking <> 'none' or unmasked_by is not null)
);
create index recording_exports_by_time on recording_exports (requested_at desc, id);
create index recording_exports_to_delete on recording_exports (delete_after) where state = 'ready' and held_at is null;
select protect_by_area('recording_exports', 'area_code');
create policy own_cameras_of_a_department on recording_exports as restrictive to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or current_setting('cloud_eye.department', true) = any(departments));
revoke delete on recording_exports from cloud_eye_app, cloud_eye_root;

-- What the recording platforms say when they are asked how far back a camera's recordings reach.
create table recording_depths (
  camera_id text primary key,
  area_code area_code not null,
  oldest_at timestamptz,
  asked_at timestamptz not null,
  failure text
);
select protect_by_area('recording_depths', 'area_code');
