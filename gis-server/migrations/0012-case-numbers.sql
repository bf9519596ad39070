-- The serial of case numbers, by county and day. A table of its own, because a town's officer cannot see the numbers
-- of other towns, yet must not give one of them again. Holds no area: only how many were given.
create table case_numbers (
  prefix text collate "C" primary key check (prefix ~ '^[0-9]{14}$'),
  last integer not null check (last between 1 and 99999)
);
grant select, insert, update on case_numbers to cloud_eye_app, cloud_eye_root;

-- Cases that are in the register already keep their numbers.
insert into case_numbers (prefix, last)
select left(case_no, 14), max(right(case_no, 5)::integer) from incidents
where case_no ~ '^[0-9]{19}$' group by left(case_no, 14);
