-- What may have to be forgotten: texts and names that events only commit to. The salt goes with the text, and what is
-- left in the event says nothing about it any more, while every proof still holds.

CREATE SCHEMA IF NOT EXISTS private AUTHORIZATION lab_guard;

SET ROLE lab_guard;

CREATE TABLE IF NOT EXISTS private.field (
  event_id uuid NOT NULL,
  field text NOT NULL CHECK (octet_length(field) BETWEEN 1 AND 100),
  salt bytea NOT NULL CHECK (length(salt) = 32),
  text text NOT NULL,
  subject_key_id uuid,
  PRIMARY KEY (event_id, field)
);

-- The only way to delete here: every field of one named event, and says how many they were. It runs as lab_guard, with names
-- in full and a search_path of its own, so the caller's objects cannot take the place of these.
CREATE OR REPLACE FUNCTION private.erase(event_id uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE STRICT SECURITY DEFINER PARALLEL UNSAFE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  gone bigint;
BEGIN
  DELETE FROM private.field AS f WHERE f.event_id = erase.event_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

REVOKE ALL ON FUNCTION private.erase(uuid) FROM PUBLIC;

RESET ROLE;
