-- Commands are remembered so that a repeated one has its effect once; what nobody repeats any more is forgotten.
create index journal_commands_by_time on journal_commands (at);
grant delete on journal_commands to cloud_eye_root;
