-- Messages whose topic takes nothing, in their own order: the other topics of their partition go on.
CREATE TABLE outbox_aside (
  partition        int    NOT NULL,
  topic            text   NOT NULL,
  input_offset     bigint NOT NULL,
  rank             int    NOT NULL,
  -- Always null: a barrier waits for nobody's topic.
  barrier          text   CHECK (barrier IS NULL),
  target_partition int,
  key              text,
  headers          text[],
  value            bytea,
  PRIMARY KEY (partition, topic, input_offset, rank)
);
