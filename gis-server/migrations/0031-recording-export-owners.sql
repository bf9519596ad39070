-- Whose camera a copy is from decides who may let it out.
alter table recording_exports add column owner text not null default 'other';
alter table recording_exports alter column owner drop default;
