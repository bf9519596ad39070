-- A mark on a picture shows the first letters of its look; whoever reads them off a photograph may err in their case.
create index camera_views_by_code on camera_views (lower(id) text_pattern_ops);
