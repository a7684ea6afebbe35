-- Latest outcome of each company, fed from company-scores.
create table score (
  siren text primary key,
  as_of date not null,
  model text,
  ever_in_alert boolean not null,
  departements text[] not null,
  outcome jsonb not null,
  previous jsonb,
  causes jsonb not null
);

-- The next record of company-scores to take, moved in the transaction that takes what stands before it.
create table feed_position (
  partition integer primary key,
  position bigint not null
);
