-- A case that is found to lie elsewhere takes along what was told, drawn and shown about it, each seen where it lies.
-- Papers and the journal stay as they were written.
create function move_with_its_case() returns trigger language plpgsql as $$
begin
  update reporters set area_code = new.area_code where incident_id = new.id;
  update call_backs set area_code = new.area_code where incident_id = new.id;
  update photos set area_code = new.area_code where incident_id = new.id;
  update plots set area_code = new.area_code where incident_id = new.id;
  update instructions set area_code = new.area_code where incident_id = new.id;
  update key_unit_cases set area_code = new.area_code where incident_id = new.id;
  update picture_reports set area_code = new.area_code where incident_id = new.id;
  return null;
end $$;
create trigger move_with_its_case after update of area_code on incidents for each row
  when (old.area_code is distinct from new.area_code) execute function move_with_its_case();
