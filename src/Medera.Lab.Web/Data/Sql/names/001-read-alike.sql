-- Names and numbers as people read them, without case, blanks and hyphens; O is 0, and I is 1. ReadAlike in the program does the same.
CREATE FUNCTION lab.read_alike(written text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(
        translate(
            normalize(written, NFKC),
            'abcdefghijklmnopqrstuvwxyzçğıöşüİ',
            'ABCDEFGHIJKLMNOPQRSTUVWXYZÇĞIÖŞÜI'
        ),
        'OI -‐–—',
        '01'
    );
GRANT EXECUTE ON FUNCTION lab.read_alike(text) TO lab_app, lab_auditor;

-- One of each. A laboratory that has two already keeps them, and gets no third one by the desk's own look.
DO $$
DECLARE
    kind record;
BEGIN
    FOR kind IN
        SELECT * FROM (VALUES
            ('batch', 'lab.read_alike(number)'),
            ('subject', 'lab.read_alike(code)'),
            ('person', 'lab.read_alike(user_name)'),
            ('station', 'lab.read_alike(name)'),
            ('equipment', 'lab.read_alike(name)'),
            ('room', 'lab.read_alike(name)'),
            ('box', 'lab.read_alike(tank), lab.read_alike(rack), lab.read_alike(name)')
        ) AS named (of, written)
    LOOP
        BEGIN
            EXECUTE format('CREATE UNIQUE INDEX ix_%s_alike ON lab.%I (%s, site_id)', kind.of, kind.of, kind.written);
        EXCEPTION WHEN unique_violation THEN
            EXECUTE format('CREATE INDEX ix_%s_alike ON lab.%I (%s, site_id)', kind.of, kind.of, kind.written);
        END;
    END LOOP;
END
$$;
