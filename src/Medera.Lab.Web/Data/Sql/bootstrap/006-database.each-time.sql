-- What a copy or a restored dump of the database does not carry, and what the cluster may have changed since: hence run
-- at every bootstrap, as the name says.

-- No temporary tables: with them an account can put a table of its own in the place of another.
DO $$
BEGIN
  EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM PUBLIC, lab_owner, lab_migrator, lab_app, lab_sequencer, lab_auditor',
    pg_catalog.current_database());
  EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO lab_migrator, lab_app, lab_sequencer, lab_auditor',
    pg_catalog.current_database());
END
$$;

-- The tables to come. PostgreSQL lets an account throw these away for itself (DROP OWNED BY lab_app, which takes nothing
-- else from it), and the next migration would make tables that it cannot read. In lab, DELETE is granted table by table, to
-- working copies alone.
SET ROLE lab_owner;
ALTER DEFAULT PRIVILEGES IN SCHEMA lab GRANT SELECT, INSERT, UPDATE ON TABLES TO lab_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA lab GRANT SELECT ON TABLES TO lab_auditor;
ALTER DEFAULT PRIVILEGES IN SCHEMA access GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lab_app;
RESET ROLE;

-- An account that was made more than it should be is not quietly made less: somebody must know about it.
DO $$
DECLARE
  found text;
BEGIN
  SELECT pg_catalog.string_agg(pg_catalog.format('%I is a member of %I', member.rolname, granted.rolname), ', '
      ORDER BY member.rolname, granted.rolname)
    INTO found
    FROM pg_catalog.pg_auth_members AS m
    JOIN pg_catalog.pg_roles AS granted ON granted.oid = m.roleid
    JOIN pg_catalog.pg_roles AS member ON member.oid = m.member
    WHERE (granted.rolname IN ('lab_guard', 'lab_owner')
        OR member.rolname IN ('lab_guard', 'lab_owner', 'lab_migrator', 'lab_app', 'lab_sequencer', 'lab_auditor'))
      AND NOT (granted.rolname = 'lab_owner' AND member.rolname = 'lab_migrator' AND NOT m.admin_option);
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'the laboratory''s accounts hold more than they may: %; revoke it and start again', found
      USING ERRCODE = 'ML002';
  END IF;

  SELECT pg_catalog.string_agg(pg_catalog.quote_ident(rolname), ', ' ORDER BY rolname)
    INTO found
    FROM pg_catalog.pg_roles
    WHERE rolname IN ('lab_guard', 'lab_owner', 'lab_migrator', 'lab_app', 'lab_sequencer', 'lab_auditor')
      AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
        OR (rolcanlogin AND rolname IN ('lab_guard', 'lab_owner')));
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'the laboratory''s accounts hold more than they may: attributes of %; take them away and start again', found
      USING ERRCODE = 'ML002';
  END IF;
END
$$;
