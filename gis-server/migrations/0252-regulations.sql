-- 法规条款: what the law says, for who must name it in the street.
create table regulations (
  code text collate "C" primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  law text not null,
  article text not null,
  text text not null,
  -- Said in other words than the law's own.
  summary boolean not null,
  source text not null,
  class_codes text[] not null
);
select share_with_all('regulations');
