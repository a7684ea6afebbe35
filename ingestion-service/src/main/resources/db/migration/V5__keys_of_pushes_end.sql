-- The key of a push is honoured for a time, then its row is removed, and the key may name another
-- push. What is published names a delivery of its own, not the key.
alter table push add column delivery text;
update push set delivery = id;
alter table push alter column delivery set not null;

-- What removed pushes leave of each source: when the last one was ingested, and the latest instant
-- from which one of their facts is known.
create table push_removed (
  source        text primary key,
  ingested_at   timestamp(6) with time zone not null,
  last_known_at timestamp(6) with time zone
);
