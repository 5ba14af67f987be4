-- What may have to be forgotten: texts and names that events only commit to. Salt and text lie here as one ciphertext, under a key
-- that is outside the database: a row that a backup, a dead tuple or the write-ahead log still holds says nothing once its key
-- is destroyed, and what is left in the event says nothing about it any more, while every proof still holds.

CREATE SCHEMA IF NOT EXISTS private AUTHORIZATION lab_guard;

SET ROLE lab_guard;

-- ciphertext: edition (1 byte), nonce (12), tag (16), then AES-256-GCM over salt (32) and text.
CREATE TABLE IF NOT EXISTS private.field (
  event_id uuid NOT NULL,
  field text NOT NULL CHECK (octet_length(field) BETWEEN 1 AND 100),
  ciphertext bytea NOT NULL CHECK (length(ciphertext) >= 61),
  subject_key_id uuid NOT NULL,
  PRIMARY KEY (event_id, field)
);

CREATE INDEX IF NOT EXISTS field_subject_key_id ON private.field (subject_key_id);

-- Keys that must not exist any more. Kept for good: a start destroys them again, should a backup of the keys bring one back.
CREATE TABLE IF NOT EXISTS private.erased_key (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The only two ways to delete here. They run as lab_guard, with names in full and a search_path of their own, so the caller's objects
-- cannot take the place of these.

-- One text, whose key serves other texts still. Says how many it were.
CREATE OR REPLACE FUNCTION private.erase(event_id uuid, field text) RETURNS bigint
LANGUAGE plpgsql VOLATILE STRICT SECURITY DEFINER PARALLEL UNSAFE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  gone bigint;
BEGIN
  DELETE FROM private.field AS f WHERE f.event_id = erase.event_id AND f.field = erase.field;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

-- Every text under one key, and the key itself: it is barred in the same commit, and destroyed after it.
CREATE OR REPLACE FUNCTION private.erase_key(id uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE STRICT SECURITY DEFINER PARALLEL UNSAFE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  gone bigint;
BEGIN
  INSERT INTO private.erased_key (id) VALUES (erase_key.id) ON CONFLICT DO NOTHING;
  DELETE FROM private.field AS f WHERE f.subject_key_id = erase_key.id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

-- A key that is to be destroyed takes up no new text.
CREATE OR REPLACE FUNCTION private.refuse_erased_key() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM private.erased_key AS k WHERE k.id = NEW.subject_key_id) THEN
    RAISE EXCEPTION 'the key % is erased: nothing is kept under it', NEW.subject_key_id USING ERRCODE = 'ML003';
  END IF;
  RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION private.erase(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION private.erase_key(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION private.refuse_erased_key() FROM PUBLIC;

RESET ROLE;
