-- Pictures of cases: what a photo shows belongs to the case and is seen by whoever sees the case.
create table photos (
  id uuid primary key,
  -- The account's id, or whom a citizen's page stands for.
  uploader text not null,
  uploader_name text,
  uploaded_at timestamptz not null,
  -- Of the file as it came: the same file again is the same photo until it is added to a case.
  original_sha256 text not null check (original_sha256 ~ '^[0-9a-f]{64}$'),
  incident_id uuid references incidents (id),
  -- The move that it was added with, or report.
  move text,
  rank integer not null default 0,
  added_at timestamptz,
  area_code area_code not null,
  width integer not null,
  height integer not null,
  -- Of the picture that we keep.
  sha256 text not null,
  picture bytea not null,
  preview bytea not null,
  check ((incident_id is null) = (move is null) and (incident_id is null) = (added_at is null))
);
create unique index photos_waiting on photos (uploader, original_sha256) where incident_id is null;
create index photos_by_incident on photos (incident_id) where incident_id is not null;
create index photos_left_over on photos (uploaded_at) where incident_id is null;
-- JPEG does not get smaller by another packing.
alter table photos alter column picture set storage external, alter column preview set storage external;
select protect_by_area('photos', 'area_code');
create policy department_of_the_viewer on photos as restrictive for select to cloud_eye_app
  using (coalesce(current_setting('cloud_eye.department', true), '') = ''
    or incident_id is null
    or exists (select 1 from incidents where incidents.id = incident_id));

-- Files on their way, part by part. They lie in no area and are reached by whoever sends them alone.
create table photo_uploads (
  uploader text not null,
  sha256 text not null,
  size integer not null check (size > 0),
  received integer not null default 0 check (received <= size),
  begun_at timestamptz not null,
  primary key (uploader, sha256)
);
create table photo_parts (
  uploader text not null,
  sha256 text not null,
  begin_at integer not null,
  bytes bytea not null,
  primary key (uploader, sha256, begin_at),
  foreign key (uploader, sha256) references photo_uploads (uploader, sha256) on delete cascade
);
alter table photo_parts alter column bytes set storage external;
grant select, insert, update, delete on photo_uploads, photo_parts to cloud_eye_root;
