-- When a grid worker was on duty in the field, and so when positions of the phone were taken.
create table field_duties (
  id uuid primary key,
  user_id uuid not null references users (id),
  area_code area_code not null,
  unit_id text not null,
  notice_read integer not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- Whether its way in unit_tracks is gone.
  way_forgotten boolean not null default false
);
create index field_duties_to_forget on field_duties (ended_at) where not way_forgotten;
create unique index field_duties_one_open on field_duties (user_id) where ended_at is null;
create index field_duties_open on field_duties (ends_at) where ended_at is null;
select protect_by_area('field_duties', 'area_code');
