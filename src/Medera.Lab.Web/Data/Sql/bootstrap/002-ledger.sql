-- What was recorded. Rows are added and never changed: 004 guards them, 005 says who may add what.

SET ROLE lab_guard;

-- A life that facts belong to: a batch with its containers, a subject, a lot, a piece of equipment, a station, a person.
CREATE TABLE IF NOT EXISTS ledger.stream (
  stream_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (octet_length(kind) BETWEEN 1 AND 100),
  -- Below the limit of an index entry; the first event's prev is the SHA-256 of its UTF-8.
  natural_key text NOT NULL UNIQUE CHECK (octet_length(natural_key) BETWEEN 1 AND 1000)
);

-- event_no and xid are the database's to give: the sequencer finds the unsealed by them.
-- stored_at is the database's own clock: evidence beside the hashed instant, never in a rule.
CREATE TABLE IF NOT EXISTS ledger.event (
  event_no bigint GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  event_id uuid NOT NULL UNIQUE,
  stream_no bigint NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  body bytea NOT NULL CHECK (length(body) BETWEEN 2 AND 65535),
  leaf bytea NOT NULL,
  PRIMARY KEY (stream_no, version),
  CONSTRAINT event_leaf_check CHECK (leaf = sha256('\x00'::bytea || body))
);

-- What was answered to whom, so that a command sent again does nothing again and hears the same.
CREATE TABLE IF NOT EXISTS ledger.command (
  id uuid PRIMARY KEY,
  actor uuid NOT NULL,
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  answer bytea NOT NULL
);

RESET ROLE;
