-- Who may do what. Everything is taken away first, so that what stands below is the whole truth.

REVOKE ALL ON SCHEMA public FROM PUBLIC;

SET ROLE lab_guard;

REVOKE ALL ON SCHEMA ledger, private FROM PUBLIC, lab_owner, lab_migrator, lab_app, lab_sequencer, lab_auditor;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger, private FROM PUBLIC, lab_owner, lab_migrator, lab_app, lab_sequencer, lab_auditor;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA ledger, private FROM PUBLIC, lab_owner, lab_migrator, lab_app, lab_sequencer, lab_auditor;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger, private FROM PUBLIC, lab_owner, lab_migrator, lab_app, lab_sequencer, lab_auditor;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TYPES FROM PUBLIC;

-- By column, never by table: with a right on the table the application could forge xid (its event would never be
-- sealed), event_no or stored_at. Nothing here lets it lock a row: it locks its state rows instead.
GRANT USAGE ON SCHEMA ledger, private TO lab_app;
GRANT SELECT ON ledger.stream, ledger.event, ledger.command, ledger.bootstrap, private.field, private.erased_key TO lab_app;
GRANT INSERT (kind, natural_key) ON ledger.stream TO lab_app;
GRANT INSERT (event_id, stream_no, version, body, leaf) ON ledger.event TO lab_app;
GRANT INSERT (id, actor, content_hash, answer) ON ledger.command TO lab_app;
GRANT INSERT (event_id, field, ciphertext, subject_key_id) ON private.field TO lab_app;
GRANT EXECUTE ON FUNCTION private.erase(uuid, text), private.erase_key(uuid) TO lab_app;

GRANT SELECT ON ledger.log_entry, ledger.tile, ledger.checkpoint, ledger.cosignature, ledger.key_history TO lab_app;

-- The sequencer seals and reads no text: by column too, so that it cannot say when.
GRANT USAGE ON SCHEMA ledger TO lab_sequencer, lab_auditor;
GRANT SELECT (event_no, xid, stream_no, version, stored_at, leaf) ON ledger.event TO lab_sequencer;
GRANT SELECT ON ledger.log_entry, ledger.tile, ledger.checkpoint, ledger.cosignature, ledger.key_history TO lab_sequencer;
GRANT INSERT (idx, event_no, stream_no, version, leaf) ON ledger.log_entry TO lab_sequencer;
GRANT INSERT (level, n, hashes) ON ledger.tile TO lab_sequencer;
GRANT INSERT (size, root, note) ON ledger.checkpoint TO lab_sequencer;
GRANT INSERT (size, witness, line) ON ledger.cosignature TO lab_sequencer;
GRANT INSERT (vkey, act, size) ON ledger.key_history TO lab_sequencer;

GRANT SELECT ON ledger.stream, ledger.event, ledger.command, ledger.bootstrap, ledger.log_entry, ledger.tile, ledger.checkpoint,
  ledger.cosignature, ledger.key_history TO lab_auditor;

RESET ROLE;

-- lab: the state tables, which the log can rebuild. An auditor compares them with it and may read them all, hence
-- nothing secret and no name of a person belongs there: a name goes to private, a password's hash to access, and an
-- auditor's account sees neither. What is granted on the tables to come stands in 006.
CREATE SCHEMA IF NOT EXISTS lab AUTHORIZATION lab_owner;
CREATE SCHEMA IF NOT EXISTS access AUTHORIZATION lab_owner;

SET ROLE lab_owner;

REVOKE ALL ON SCHEMA lab, access FROM PUBLIC, lab_migrator, lab_app, lab_sequencer, lab_auditor;
GRANT USAGE ON SCHEMA lab TO lab_app, lab_auditor;
GRANT USAGE ON SCHEMA access TO lab_app;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TYPES FROM PUBLIC;

RESET ROLE;
