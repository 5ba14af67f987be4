-- From where the sequencer reads on when it begins anew: every event of a transaction before "low" is among the first "size" entries
-- of the log. Said in the transaction that wrote those entries, once a full tile. Numbers of transactions are one server's: a row
-- of another one, as a restored dump brings it, says nothing here. Guarded and granted as the rest of the log is.

SET ROLE lab_guard;

CREATE TABLE IF NOT EXISTS ledger.taken_up (
  size bigint PRIMARY KEY CHECK (size > 0),
  low xid8 NOT NULL,
  server bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ledger.taken_up
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger.taken_up
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE ledger.taken_up ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate;

REVOKE ALL ON ledger.taken_up FROM PUBLIC, lab_owner, lab_migrator, lab_app, lab_sequencer, lab_auditor;
GRANT SELECT ON ledger.taken_up TO lab_app, lab_sequencer, lab_auditor;
GRANT INSERT (size, low, server) ON ledger.taken_up TO lab_sequencer;

RESET ROLE;
