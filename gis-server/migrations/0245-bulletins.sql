-- 协查、通知公告: what a center says to many in the field, who has read it, and what they answer.
create table bulletins (
  id uuid primary key,
  kind text not null check (kind in ('assist', 'notice')),
  -- To whom: whoever has one of these roles and stands in this area or below.
  area_code area_code not null,
  -- Its name then: who stands below does not see the area itself.
  area_name text not null,
  roles text[] not null,
  title text not null,
  text text not null,
  -- Until when an answer is awaited.
  due_at timestamptz,
  issued_by uuid not null references users (id),
  issued_by_name text not null,
  issued_at timestamptz not null,
  -- From then on it is on no phone any more.
  ended_at timestamptz,
  ended_by_name text
);
create index bulletins_by_area on bulletins (area_code, issued_at desc);
select protect_by_area('bulletins', 'area_code');
-- What is said to an area is said to all who stand in it; they read it and change nothing.
create policy bulletins_from_above on bulletins for select to cloud_eye_app
  using (starts_with(current_setting('cloud_eye.scope', true), area_code));

-- The area is the reader's: a town sees the receipts of its own.
create table bulletin_receipts (
  bulletin_id uuid not null references bulletins (id),
  user_id uuid not null references users (id),
  area_code area_code not null,
  -- By the phone, where it was read without a line.
  read_at timestamptz not null,
  primary key (bulletin_id, user_id)
);
create index bulletin_receipts_by_user on bulletin_receipts (user_id);
select protect_by_area('bulletin_receipts', 'area_code');

create table bulletin_answers (
  id uuid primary key,
  bulletin_id uuid not null references bulletins (id),
  user_id uuid not null references users (id),
  user_name text not null,
  area_code area_code not null,
  finding text check (finding in ('found', 'not-found')),
  text text,
  position geometry(Point, 4490),
  answered_at timestamptz not null,
  taken_at timestamptz not null
);
create index bulletin_answers_by_bulletin on bulletin_answers (bulletin_id, answered_at);
create index bulletin_answers_by_user on bulletin_answers (user_id);
select protect_by_area('bulletin_answers', 'area_code');

-- Pictures of the field that belong to no case.
create table field_photos (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('bulletin', 'bulletin-answer', 'patrol')),
  subject_id uuid not null,
  area_code area_code not null,
  uploader text not null,
  rank integer not null,
  width integer not null,
  height integer not null,
  picture bytea not null,
  preview bytea not null
);
create index field_photos_by_subject on field_photos (subject_id, rank);
alter table field_photos alter column picture set storage external, alter column preview set storage external;
select protect_by_area('field_photos', 'area_code');
create policy pictures_from_above on field_photos for select to cloud_eye_app
  using (subject_kind = 'bulletin' and starts_with(current_setting('cloud_eye.scope', true), area_code));
