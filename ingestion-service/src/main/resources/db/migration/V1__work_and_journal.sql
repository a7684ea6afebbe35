-- Deliveries, in the order in which they were accepted: work to do and, once done, the journal.
create table delivery (
  id            text primary key,
  file          text not null,
  source        text not null,
  sha256        text not null,
  known_on      date not null,
  by_rule       boolean not null,
  ingested_at   timestamp(6) with time zone not null,
  state         text not null check (state in ('publishing', 'loaded', 'already-loaded', 'refused')),
  started       boolean not null,
  reason        text,
  rows_read     bigint not null default 0,
  rows_valid    bigint not null default 0,
  rows_rejected bigint not null default 0,
  rows_repeated bigint not null default 0,
  rows_filtered bigint not null default 0,
  facts         bigint not null default 0,
  suspicious    bigint not null default 0,
  millis        bigint not null default 0,
  errors        text not null default '[]',
  last_known_at timestamp(6) with time zone
);
create index delivery_work on delivery (ingested_at) where state = 'publishing';
create index delivery_bytes on delivery (source, sha256);
create index delivery_order on delivery (source, ingested_at);

-- Control records: written first, then published, then marked.
create table control (
  id          text primary key,
  kind        text not null check (kind in ('day', 'barrier', 'model')),
  value       text not null,
  ingested_at timestamp(6) with time zone not null,
  written     boolean not null
);
create index control_work on control (ingested_at) where not written;
create index control_kind on control (kind, ingested_at);

-- Pushes: claimed, then published, then committed.
create table push (
  id            text primary key,
  source        text not null,
  body_sha256   text not null,
  ingested_at   timestamp(6) with time zone not null,
  facts         int not null,
  answer        text not null,
  last_known_at timestamp(6) with time zone,
  committed     boolean not null
);
create index push_work on push (id) where not committed;
create index push_order on push (source, ingested_at);
