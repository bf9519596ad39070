-- 归档: what is in the archive stays as it was put there, whoever asks and by whatever way.
create function keep_archived() returns trigger language plpgsql as $$
begin
  raise exception 'the archive is read only' using errcode = 'CE001';
end $$;
create trigger keep_archived before update or delete on incidents for each row
  when (old.state = 'archived') execute function keep_archived();

-- Its pictures with it. One that waits for its case belongs to none.
create function keep_archived_photo() returns trigger language plpgsql as $$
declare
  of_case uuid := case tg_op when 'INSERT' then new.incident_id else coalesce(old.incident_id, new.incident_id) end;
begin
  if exists (select from incidents where id = of_case and state = 'archived') then
    raise exception 'the archive is read only' using errcode = 'CE001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_archived_of_new before insert on photos for each row
  when (new.incident_id is not null) execute function keep_archived_photo();
create trigger keep_archived_of_kept before update on photos for each row
  execute function keep_archived_photo();
create trigger keep_archived_of_gone before delete on photos for each row
  when (old.incident_id is not null) execute function keep_archived_photo();
