-- 联动: when this happens, do that. A rule belongs to an area and acts on what happens in it.
create table linkage_rules (
  id uuid primary key,
  area_code area_code not null,
  -- Empty for the first rule, which screens name in their own language.
  name text not null,
  rule jsonb not null,
  enabled boolean not null,
  -- Set where the engine stopped it: a rule that sets itself off.
  stopped jsonb,
  -- Rows of the journal up to here are of the time before this version.
  since_seq bigint not null,
  changed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1
);
create index linkage_rules_by_area on linkage_rules (area_code) where removed_at is null;
select protect_by_area('linkage_rules', 'area_code');

-- How far the engine has read the journal; who moves it has the rows in between for itself.
create table linkage_reader (
  one_row boolean primary key default true check (one_row),
  seq bigint not null
);
grant select, insert, update on linkage_reader to cloud_eye_root;

-- Lies in the area where it happened, not in that of the rule: who sees the place sees what was done there.
create table linkage_firings (
  id uuid primary key,
  rule_id uuid not null references linkage_rules (id),
  rule_version integer not null,
  rule_name text not null,
  rule_area_code area_code not null,
  area_code area_code not null,
  trigger_seq bigint not null,
  trigger_kind text not null,
  incident_id uuid,
  title text,
  -- Of the gravest of its triggers; 9 where they have none.
  grade integer not null,
  longitude double precision,
  latitude double precision,
  fired_at timestamptz not null,
  count integer not null default 1,
  last_seq bigint not null,
  told_count integer not null default 1,
  told_at timestamptz not null,
  -- Rules whose effects led here, the first first.
  chain text[] not null,
  -- The rule's effects as they were then, and what became of each.
  effects jsonb not null,
  outcomes jsonb not null,
  unique (rule_id, trigger_seq)
);
create index linkage_firings_by_rule on linkage_firings (rule_id, fired_at desc);
create index linkage_firings_to_tell on linkage_firings (told_at) where told_count < count;
create index linkage_firings_pending on linkage_firings (fired_at) where outcomes @> '[{"state": "pending"}]';
select protect_by_area('linkage_firings', 'area_code');

-- Every row of the journal that set off a rule, once: what was merged is here to be opened.
create table linkage_triggers (
  rule_id uuid not null,
  trigger_seq bigint not null,
  firing_id uuid not null references linkage_firings (id),
  area_code area_code not null,
  kind text not null,
  subject_id text not null,
  title text,
  at timestamptz not null,
  primary key (rule_id, trigger_seq)
);
create index linkage_triggers_by_firing on linkage_triggers (firing_id, trigger_seq);
select protect_by_area('linkage_triggers', 'area_code');

-- What somebody is told, in the center that is to know it.
create table linkage_notices (
  id uuid primary key,
  firing_id uuid not null references linkage_firings (id),
  area_code area_code not null,
  role text not null,
  must_acknowledge boolean not null,
  made_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text
);
create index linkage_notices_open on linkage_notices (area_code, made_at desc) where acknowledged_at is null;
select protect_by_area('linkage_notices', 'area_code');

-- Limits that were missed and told of; a case dispatched anew has another limit.
create table incidents_overdue_told (
  incident_id uuid not null references incidents (id),
  due_at timestamptz not null,
  primary key (incident_id, due_at)
);
grant select, insert on incidents_overdue_told to cloud_eye_root;

-- Which rule opened a look.
alter table camera_views add column linkage_firing_id uuid references linkage_firings (id);

-- The first rule, for every county: the best cameras open for an incident that arrives, and it sounds.
insert into linkage_rules (id, area_code, name, rule, enabled, since_seq, changed_by, changed_at)
select '00000000-0000-4000-8000-000000000070', '', '', '{
  "when": {"kind": "incident", "happening": "reported", "classCodes": [], "grades": [], "sources": []},
  "where": [], "during": [], "quiet": null,
  "effects": [{"kind": "open-cameras", "first": 3, "cameraIds": []},
    {"kind": "sound", "chime": "by-grade", "muteSeconds": 0}],
  "mergeSeconds": 5, "mostPerMinute": 30}', true, head, 'system', now()
from journal_counter;
