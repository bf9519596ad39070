-- Whether a rule opened the look, not a person's hand: then the person on duty answers for it.
alter table camera_views add column opened_by_rule boolean not null default false;
