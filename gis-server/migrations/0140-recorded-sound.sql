-- What is said beside a camera is more than what is seen: it is asked for, and granted, of its own.
alter table view_requests add column sound boolean not null default false;
-- Whether the request that a copy rests on grants the sound.
alter table recording_exports add column sound boolean not null default false;
-- How much of what was recorded is written, 0 to 1, while it is being written.
alter table recording_exports add column progress real;
