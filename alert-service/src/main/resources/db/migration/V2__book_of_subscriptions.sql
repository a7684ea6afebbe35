-- Raised by every change of a version: whoever keeps the book in memory reads it again then.
CREATE TABLE subscription_book (
  edition bigint NOT NULL
);
INSERT INTO subscription_book VALUES (0);

CREATE FUNCTION raise_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE subscription_book SET edition = edition + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER subscription_version_changed
AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON subscription_version
FOR EACH STATEMENT EXECUTE FUNCTION raise_edition();

-- What no département is called was taken before: such a version watches nothing, and ends.
UPDATE subscription_version SET departements = '{}', ended = true
WHERE EXISTS (SELECT FROM unnest(departements) AS code WHERE length(code) > 3);
