-- How far company-scores has been decided: moves by UPDATE … WHERE position = expected, in the
-- transaction of what it decided.
CREATE TABLE consumer_position (
  topic     text   NOT NULL,
  partition int    NOT NULL,
  position  bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);

-- The partitions of every company-keyed topic, set once at the birth of an installation.
INSERT INTO consumer_position (topic, partition, position)
SELECT 'company-scores', p, 0 FROM generate_series(0, 11) AS p;

CREATE TABLE subscription (
  id             text NOT NULL PRIMARY KEY,
  administration text NOT NULL,
  name           text NOT NULL,
  UNIQUE (administration, name)
);

CREATE TABLE subscription_version (
  subscription text     NOT NULL REFERENCES subscription,
  version      int      NOT NULL,
  horizon      int      NOT NULL,
  -- MODERE or ELEVE; null when the threshold is the subscription's own.
  level        text,
  threshold    float8,
  departements text[]   NOT NULL,
  rights       text[]   NOT NULL,
  zones        text[]   NOT NULL,
  -- Per partition, from 0: the first offset of company-scores for which the version holds.
  starts       bigint[] NOT NULL,
  ended        boolean  NOT NULL,
  PRIMARY KEY (subscription, version),
  CHECK ((level IS NULL) <> (threshold IS NULL))
);

CREATE TABLE standing (
  subscription text NOT NULL REFERENCES subscription,
  siren        text NOT NULL,
  partition    int  NOT NULL,
  version      int  NOT NULL,
  rung         text NOT NULL,
  held         text NOT NULL,
  crossings    int  NOT NULL,
  last_state   text,
  closed_on    date,
  closed_from  text,
  -- First day on which what the mute holds back is told, and the score to tell, as it came.
  held_until   date,
  held_score   bytea,
  PRIMARY KEY (siren, subscription)
);
CREATE INDEX standing_held ON standing (partition, held_until) WHERE held_until IS NOT NULL;

CREATE TABLE alert (
  id             text NOT NULL PRIMARY KEY,
  administration text NOT NULL,
  siren          text NOT NULL,
  crossing       int  NOT NULL,
  as_of          date NOT NULL,
  -- The alert as it was sent, in the shape in which it is answered.
  document       text NOT NULL
);
CREATE INDEX alert_newest ON alert (administration, as_of DESC);

-- Messages in the order in which they leave: place of the score in its partition, then rank.
CREATE TABLE outbox (
  partition        int    NOT NULL,
  input_offset     bigint NOT NULL,
  rank             int    NOT NULL,
  -- A message, or the barrier that passes once all messages before it are out.
  barrier          text,
  topic            text,
  target_partition int,
  key              text,
  -- Names and values in turn.
  headers          text[],
  value            bytea,
  PRIMARY KEY (partition, input_offset, rank),
  CHECK ((barrier IS NULL) <> (topic IS NULL))
);

CREATE TABLE barrier_passed (
  barrier   text NOT NULL,
  partition int  NOT NULL,
  PRIMARY KEY (barrier, partition)
);
