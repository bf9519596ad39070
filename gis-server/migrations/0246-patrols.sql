-- 巡查、走访: check lists of the city, what is to be done where, and what was found.
create table check_lists (
  code text not null check (code ~ '^[a-z0-9-]{1,40}$'),
  -- What was filled in on a phone keeps the version it was filled in by.
  version integer not null check (version > 0),
  kind text not null check (kind in ('patrol', 'visit')),
  name_zh text not null,
  name_en text not null,
  -- [{code, nameZh, nameEn, classCode}]
  items jsonb not null,
  changed_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (code, version)
);
select share_with_all('check_lists');

create table patrol_tasks (
  id uuid primary key,
  -- Whoever works in this area or below may do it.
  area_code area_code not null,
  area_name text not null,
  list_code text not null,
  place text not null,
  due_at timestamptz,
  issued_by_name text not null,
  issued_at timestamptz not null,
  ended_at timestamptz
);
create index patrol_tasks_by_area on patrol_tasks (area_code, issued_at desc);
select protect_by_area('patrol_tasks', 'area_code');
create policy tasks_from_above on patrol_tasks for select to cloud_eye_app
  using (starts_with(current_setting('cloud_eye.scope', true), area_code));

create table patrols (
  id uuid primary key,
  task_id uuid references patrol_tasks (id),
  list_code text not null,
  list_version integer not null,
  place text not null,
  area_code area_code not null,
  position geometry(Point, 4490),
  user_id uuid not null references users (id),
  user_name text not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  taken_at timestamptz not null,
  not_ok integer not null,
  -- [{code, finding, note, incidentId, photoIds}]
  results jsonb not null,
  foreign key (list_code, list_version) references check_lists (code, version)
);
create index patrols_by_area on patrols (area_code, ended_at desc);
create index patrols_by_user on patrols (user_id, ended_at desc);
create index patrols_by_task on patrols (task_id) where task_id is not null;
select protect_by_area('patrols', 'area_code');

-- Lists to begin with; a city changes them as it likes.
insert into check_lists (code, version, kind, name_zh, name_en, items) values
('street', 1, 'patrol', '街面巡查', 'Street round', '[
  {"code": "road", "nameZh": "路面、人行道完好", "nameEn": "Road and pavement whole", "classCode": "E0110"},
  {"code": "covers", "nameZh": "井盖齐全、不松动", "nameEn": "Manhole covers there and firm", "classCode": null},
  {"code": "rubbish", "nameZh": "没有暴露垃圾", "nameEn": "No exposed rubbish", "classCode": "E0102"},
  {"code": "stalls", "nameZh": "没有占道、店外经营", "nameEn": "No trade on the street outside shops", "classCode": "E0504"},
  {"code": "parking", "nameZh": "车辆停放有序", "nameEn": "Vehicles parked in order", "classCode": "E0505"},
  {"code": "water", "nameZh": "没有积水、管道不堵", "nameEn": "No standing water, drains open", "classCode": "E0406"},
  {"code": "cables", "nameZh": "架空线缆没有垂落", "nameEn": "No hanging cables", "classCode": "E0408"},
  {"code": "building", "nameZh": "没有在建的私搭乱建", "nameEn": "No unlicensed building under way", "classCode": "E0101"}]'),
('fire-safety', 1, 'patrol', '消防安全巡查', 'Fire safety round', '[
  {"code": "exits", "nameZh": "疏散通道、出口畅通", "nameEn": "Ways out and exits free", "classCode": "E0507"},
  {"code": "charging", "nameZh": "电动自行车不在楼内充电", "nameEn": "No electric bicycle charged indoors", "classCode": null},
  {"code": "wiring", "nameZh": "没有私拉电线", "nameEn": "No makeshift wiring", "classCode": null},
  {"code": "equipment", "nameZh": "灭火器材在位、在有效期内", "nameEn": "Extinguishers in place and in date", "classCode": null},
  {"code": "gas", "nameZh": "燃气器具、管道没有异味", "nameEn": "No smell at gas fittings and pipes", "classCode": "E0403"},
  {"code": "heaps", "nameZh": "没有易燃物堆放", "nameEn": "No heaps of what burns", "classCode": "E0507"}]'),
('household', 1, 'visit', '入户走访', 'Household visit', '[
  {"code": "alone", "nameZh": "独居老人、留守儿童有人照看", "nameEn": "Old people alone and children left behind are cared for", "classCode": null},
  {"code": "dispute", "nameZh": "没有需要调解的纠纷", "nameEn": "No dispute that needs settling", "classCode": "E0605"},
  {"code": "safety", "nameZh": "用电、用气、用火安全", "nameEn": "Power, gas and fire used safely", "classCode": null},
  {"code": "wish", "nameZh": "没有要转交的诉求", "nameEn": "No wish to be passed on", "classCode": null}]'),
('unit', 1, 'visit', '重点单位走访', 'Visit to a key unit', '[
  {"code": "licence", "nameZh": "证照齐全、在有效期内", "nameEn": "Licences there and in date", "classCode": null},
  {"code": "exits", "nameZh": "安全出口没有上锁、堵塞", "nameEn": "Exits neither locked nor blocked", "classCode": null},
  {"code": "equipment", "nameZh": "消防设施完好", "nameEn": "Fire equipment in order", "classCode": null},
  {"code": "guard", "nameZh": "值守人员在岗", "nameEn": "Guards at their post", "classCode": null},
  {"code": "before", "nameZh": "上次的问题已经整改", "nameEn": "What was found last time is put right", "classCode": null}]');
