-- Work is taken up in the order of acceptance; ingested_at rises in the order of publication.
alter table delivery add column accepted_at timestamp(6) with time zone;
update delivery set accepted_at = ingested_at;
alter table delivery alter column accepted_at set not null;

drop index delivery_work;
create index delivery_work on delivery (accepted_at) where state = 'publishing';
