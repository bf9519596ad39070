-- Which gateway shows a look: when another begins anew, this one goes on.
alter table camera_views add column gateway_id text;
