-- 请假与 AB 岗: who of the field is away, and who stands in.
create table field_leaves (
  id uuid primary key,
  user_id uuid not null references users (id),
  user_name text not null,
  area_code area_code not null,
  substitute_id uuid not null references users (id),
  substitute_name text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  note text,
  check (to_at > from_at and substitute_id <> user_id)
);
create index field_leaves_by_area on field_leaves (area_code, asked_at desc);
create index field_leaves_by_user on field_leaves (user_id, to_at);
create index field_leaves_by_substitute on field_leaves (substitute_id, to_at);
select protect_by_area('field_leaves', 'area_code');
