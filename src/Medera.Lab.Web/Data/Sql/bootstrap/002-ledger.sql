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

-- The sequencer asks for what was committed since the oldest transaction that was still running when it last looked.
CREATE INDEX IF NOT EXISTS event_xid ON ledger.event (xid);

-- The order in which events entered the Merkle tree. The primary key is the fence between two sequencers.
CREATE TABLE IF NOT EXISTS ledger.log_entry (
  idx bigint PRIMARY KEY CHECK (idx >= 0),
  event_no bigint NOT NULL UNIQUE,
  stream_no bigint NOT NULL,
  version bigint NOT NULL,
  leaf bytea NOT NULL CHECK (length(leaf) = 32)
);

-- Full tiles of 256 hashes (C2SP tlog-tiles); the right edge is derived.
CREATE TABLE IF NOT EXISTS ledger.tile (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 63),
  n bigint NOT NULL CHECK (n >= 0),
  hashes bytea NOT NULL CHECK (length(hashes) = 8192),
  PRIMARY KEY (level, n)
);

-- Signed only after the transaction that wrote its last entry had committed.
CREATE TABLE IF NOT EXISTS ledger.checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL CHECK (octet_length(note) BETWEEN 1 AND 65535),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The last one of a day is printed.
CREATE INDEX IF NOT EXISTS checkpoint_at ON ledger.checkpoint (at);

-- What a witness added to a checkpoint: one signature line of its note.
CREATE TABLE IF NOT EXISTS ledger.cosignature (
  size bigint NOT NULL,
  witness text NOT NULL CHECK (octet_length(witness) BETWEEN 1 AND 1000),
  line text NOT NULL CHECK (octet_length(line) BETWEEN 1 AND 2000),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (size, witness)
);

-- Which key signed from which size on, and from which size on no more.
CREATE TABLE IF NOT EXISTS ledger.key_history (
  step bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  vkey text NOT NULL CHECK (octet_length(vkey) BETWEEN 1 AND 1000),
  act text NOT NULL CHECK (act IN ('begun', 'retired')),
  size bigint NOT NULL CHECK (size >= 0),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (vkey, act)
);

RESET ROLE;
