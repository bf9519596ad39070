-- Which department a condition is for, where it is another than that of the class: a broken cover is not a missing one.
alter table case_standards add column department_code text references departments (code);
