-- The accounts, and the book in which every file of this folder is entered.
--
-- Run by a superuser, before anything else. Passwords are set by the runner and stand in no file.
--
--   lab_guard      owns ledger and private. Nobody can log in as it and nobody is a member of it, so nobody but a
--                  superuser can drop a trigger, replace a guard or rename a table. That a superuser still can is why
--                  checkpoints are kept outside.
--   lab_owner      owns lab and access, the tables that migrations change. No login.
--   lab_migrator   logs in and becomes lab_owner, and nothing else.
--   lab_app        the application.
--   lab_sequencer  seals what the application has recorded.
--   lab_auditor    reads.

DO $$
DECLARE
  account text;
BEGIN
  FOREACH account IN ARRAY ARRAY['lab_guard', 'lab_owner', 'lab_migrator', 'lab_app', 'lab_sequencer', 'lab_auditor']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = account) THEN
      EXECUTE pg_catalog.format('CREATE ROLE %I', account);
    END IF;
  END LOOP;
END
$$;

ALTER ROLE lab_guard NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD NULL;
ALTER ROLE lab_owner NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD NULL;
ALTER ROLE lab_migrator LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE lab_app LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE lab_sequencer LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE lab_auditor LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- NOINHERIT: a migration that has lost its role fails, instead of quietly making tables that lab_app cannot read.
-- Each of its sessions begins as lab_owner, and SET ROLE NONE is all that it can do about it.
GRANT lab_owner TO lab_migrator;
ALTER ROLE lab_migrator SET role TO 'lab_owner';

CREATE SCHEMA IF NOT EXISTS ledger AUTHORIZATION lab_guard;

SET ROLE lab_guard;

CREATE TABLE IF NOT EXISTS ledger.bootstrap (
  name text PRIMARY KEY,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

RESET ROLE;
