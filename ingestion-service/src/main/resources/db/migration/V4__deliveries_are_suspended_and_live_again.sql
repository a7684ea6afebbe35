-- A delivery that cannot be carried out for a lasting reason is suspended, and the lane goes on.
-- Attempts that failed are counted before they begin, so that one that ends the service counts too.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
  check (state in ('publishing', 'suspended', 'loaded', 'already-loaded', 'refused'));
alter table delivery add column failures int not null default 0;
-- A resumed delivery counts as ingested when it was accepted, not when it is published at last.
alter table delivery add column keeps_place boolean not null default false;
-- How many times the same bytes with the same knownAt were taken before.
alter table delivery add column generation int not null default 0;

create index delivery_suspended on delivery (accepted_at) where state = 'suspended';
create index delivery_listing on delivery (accepted_at);
