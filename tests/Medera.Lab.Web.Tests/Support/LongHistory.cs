using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>
/// Years of a laboratory, made by the database itself: batches that are over, with all that belonged to them. Older than what is there,
/// so that every list has to pass it or not. One real event stands for all of them.
/// </summary>
internal static class LongHistory
{
    /// <summary>Events of each batch.</summary>
    public const int EventsOfABatch = 20;

    /// <summary>Tables that grow with what happened; the others grow with the house.</summary>
    public static readonly IReadOnlySet<string> Growing = new HashSet<string>(StringComparer.Ordinal)
    {
        "batch",
        "container",
        "former_code",
        "former_wristband",
        "result",
        "deviation",
        "label",
        "material",
        "material_use",
        "plan",
        "subject",
        "head",
        "fact",
        "fact_about",
        "stream",
        "event",
        "log_entry",
        "command",
        "field",
    };

    // A record like one that is there, but for what is said. Identifiers are made in the order of time: these are the first ones.
    private const string Sql = """
        CREATE OR REPLACE FUNCTION pg_temp.of(kind int, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
        $f$ SELECT (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid $f$;
        CREATE OR REPLACE FUNCTION pg_temp.at(i bigint) RETURNS timestamptz LANGUAGE sql STABLE AS
        $f$ SELECT now() - interval '30 years' + i * interval '4 hours' $f$;

        INSERT INTO lab.subject SELECT r.* FROM generate_series(1, {0}) AS i, (SELECT * FROM lab.subject LIMIT 1) AS s,
          jsonb_populate_record(NULL::lab.subject, to_jsonb(s) || jsonb_build_object('id', pg_temp.of(1, i), 'code', 'H-' || i,
            'coi', null, 'wristband', null)) AS r;
        INSERT INTO lab.batch SELECT r.* FROM generate_series(1, {0}) AS i, (SELECT * FROM lab.batch WHERE number = 'MSC-26-0001') AS b,
          jsonb_populate_record(NULL::lab.batch, to_jsonb(b) || jsonb_build_object('id', pg_temp.of(2, i), 'number', 'MSC-00-' ||
            lpad(i::text, 8, '0'),
            'state', (ARRAY['Closed', 'Depleted', 'Rejected', 'Terminated', 'Cancelled'])[1 + i % 5], 'state_since', pg_temp.at(i),
              'living', 0,
            'labels', b.labels || '{{"Open": false}}')) AS r;
        INSERT INTO lab.container SELECT r.* FROM generate_series(1, {0} * 4) AS i,
          (SELECT * FROM lab.container WHERE kind = 'Product' LIMIT 1) AS c,
          jsonb_populate_record(NULL::lab.container, to_jsonb(c) || jsonb_build_object('id', pg_temp.of(3, i), 'batch', pg_temp.of(2,
            1 + i / 4), 'code', 'MLCH' || i,
            'state', (ARRAY['Administered', 'Discarded', 'Damaged', 'PartlyAdministered'])[1 + i % 4], 'since', pg_temp.at(i / 4),
              'position', null,
            'held_by', null, 'holder', null, 'volume_ul', 0,
            'reserved', jsonb_build_object('Plan', pg_temp.of(8, i), 'Session', 1, 'Patient', pg_temp.of(1, 1 + i / 4)))) AS r;
        INSERT INTO lab.result SELECT r.* FROM generate_series(1, {0} * 2) AS i, (SELECT * FROM lab.result LIMIT 1) AS t,
          jsonb_populate_record(NULL::lab.result, to_jsonb(t) || jsonb_build_object('id', pg_temp.of(4, i), 'batch', pg_temp.of(2, 1
            + i / 2), 'current', i % 2 = 0)) AS r;
        INSERT INTO lab.deviation (id, batch, rule, critical, state, opened_at)
          SELECT pg_temp.of(5, i), pg_temp.of(2, i), 'R14', false, 'Closed', pg_temp.at(i) FROM generate_series(1, {0}) AS i;
        INSERT INTO lab.label SELECT r.* FROM generate_series(1, {0} * 2) AS i, (SELECT * FROM lab.label LIMIT 1) AS l,
          jsonb_populate_record(NULL::lab.label, to_jsonb(l) || jsonb_build_object('id', pg_temp.of(6, i), 'batch', pg_temp.of(2, 1 +
            i / 2), 'code', 'MLCH' || i, 'container', null,
            'state', 'Destroyed', 'replaces', null)) AS r;
        INSERT INTO lab.material SELECT r.* FROM generate_series(1, {0}) AS i, (SELECT * FROM lab.material LIMIT 1) AS m,
          jsonb_populate_record(NULL::lab.material, to_jsonb(m) || jsonb_build_object('id', pg_temp.of(7, i), 'code', 'MLMH' || i,
            'article', 'Old ' || i, 'lot', 'OLD-' || i,
            'state', (ARRAY['Consumed', 'Recalled'])[1 + i % 2], 'expiry', pg_temp.at(i))) AS r;
        INSERT INTO lab.material_use (id, batch, material, quantity, at, by)
          SELECT pg_temp.of(9, i), pg_temp.of(2, i), u.material, 1, pg_temp.at(i), u.by
          FROM generate_series(1, {0}) AS i, (SELECT * FROM lab.material_use LIMIT 1) AS u;
        INSERT INTO lab.plan SELECT r.* FROM generate_series(1, {0}) AS i, (SELECT * FROM lab.plan LIMIT 1) AS p,
          jsonb_populate_record(NULL::lab.plan, to_jsonb(p) || jsonb_build_object('id', pg_temp.of(8, i), 'patient', pg_temp.of(1,
            i), 'state', 'Completed')) AS r;

        INSERT INTO ledger.stream (kind, natural_key) SELECT 'batch', '1/batch/' || pg_temp.of(2, i) FROM generate_series(1, {0}) AS i;
        CREATE TEMP TABLE event AS SELECT e.body, e.leaf, f.actor, f.station, (convert_from(e.body, 'UTF8')::jsonb -> 'data' ->>
          'equipment')::uuid AS piece
          FROM ledger.event AS e JOIN lab.fact AS f USING (stream_no, version) WHERE f.type = 'equipment.used' LIMIT 1;
        CREATE TEMP TABLE old AS SELECT s.stream_no, s.natural_key, pg_temp.of(2, i) AS batch, pg_temp.at(i) AS at
          FROM generate_series(1, {0}) AS i JOIN ledger.stream AS s ON s.natural_key = '1/batch/' || pg_temp.of(2, i);
        INSERT INTO ledger.event (event_id, stream_no, version, body, leaf)
          SELECT pg_temp.of(16 + v, o.stream_no), o.stream_no, v, e.body, e.leaf FROM old AS o, generate_series(1, {1}) AS v, event AS e;
        INSERT INTO lab.head (stream_no, natural_key, version, leaf, recorded) SELECT o.stream_no, o.natural_key, {1}, e.leaf, o.at
          FROM old AS o, event AS e;
        INSERT INTO lab.fact (stream_no, version, type, recorded, actor, station)
          SELECT o.stream_no, v, 'equipment.used', o.at + v * interval '1 s', e.actor, e.station FROM old AS o, generate_series(1,
            {1}) AS v, event AS e;
        INSERT INTO lab.fact_about (about, recorded, stream_no, version)
          SELECT a, o.at + v * interval '1 s', o.stream_no, v
          FROM old AS o, generate_series(1, {1}) AS v, event AS e, unnest(ARRAY[o.batch, e.actor, e.piece]) AS a;
        DROP TABLE pg_temp.event, pg_temp.old;
        """;

    /// <summary>Adds so many batches with all that belonged to them, and brings the server's statistics up.</summary>
    public static async Task AddAsync(TestLaboratory lab, int batches)
    {
        await using var connection = await lab.Database.OpenAsync("postgres");
        await RunAsync(
            connection,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Sql, batches, EventsOfABatch)
        );
        await RunAsync(connection, "VACUUM ANALYZE");
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
