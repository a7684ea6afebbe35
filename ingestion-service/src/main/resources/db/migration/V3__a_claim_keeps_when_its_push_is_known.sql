-- A push: claimed, which leaves it open whether it is on the log; then found or made to be on the
-- log, or found not to be. A claim keeps the instant from which its push is known, so that the same
-- push says the same whenever it is published.
alter table push add column known_at timestamp(6) with time zone;
alter table push add column state text not null default 'open'
  check (state in ('open', 'unpublished', 'committed'));
update push set state = 'committed' where committed;
update push set known_at = coalesce(last_known_at, ingested_at) where not committed;
alter table push alter column state drop default;

drop index push_work;
alter table push drop column committed;
create index push_open on push (ingested_at) where state = 'open';
