-- The net under the privileges: whoever comes to hold a right too many, the tables refuse by themselves.
-- ENABLE ALWAYS, so that they fire on a replica's apply and under session_replication_role too.

SET ROLE lab_guard;

-- Its own SQLSTATE tells this refusal from a missing privilege.
CREATE OR REPLACE FUNCTION ledger.refuse() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: what was recorded stays as it is', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'ML001';
END
$$;

REVOKE ALL ON FUNCTION ledger.refuse() FROM PUBLIC;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.bootstrap
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.bootstrap
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.bootstrap ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.stream
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.stream
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.stream ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.event
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.event
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.command
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.command
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.command ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.log_entry
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.log_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.log_entry ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.tile
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.tile
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.tile ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.checkpoint
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.checkpoint ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.cosignature
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.cosignature
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.cosignature ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.key_history
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.key_history
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.key_history ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON private.erased_key
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON private.erased_key
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE private.erased_key ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

-- Deleting stays possible here, by private.erase and private.erase_key alone; rewriting a text is not.
CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE ON private.field
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON private.field
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_erased_key BEFORE INSERT ON private.field
  FOR EACH ROW EXECUTE FUNCTION private.refuse_erased_key();
ALTER TABLE private.field ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate,
  ENABLE ALWAYS TRIGGER refuse_erased_key;

RESET ROLE;
