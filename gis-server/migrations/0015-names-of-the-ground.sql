-- Roads and waters are found by their initials too, such as rml for 人民路. They stand in no search entry: the ground is
-- the same for all viewers, a search entry lies in an area.
alter table base_features add column pinyin_initials text not null default '';
