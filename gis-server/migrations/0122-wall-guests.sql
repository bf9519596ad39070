-- 参观模式: guests stand in the hall of a center; its screens hide names, numbers and live pictures.
create table wall_guests (
  area_code area_code primary key,
  since timestamptz not null,
  set_by text not null
);
select protect_by_area('wall_guests', 'area_code');
