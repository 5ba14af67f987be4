using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>What each account can do, so that the refusals elsewhere are not those of a laboratory where nothing works.</summary>
public sealed class Rights_that_are_given(TestCluster cluster)
{
    private const string Event = "00000000-0000-0000-0000-000000000001";

    private const string Record = """
        INSERT INTO ledger.event (event_id, stream_no, version, body, leaf)
        VALUES ($1, 1, $2, $3, sha256('\x00'::bytea || $3)) RETURNING event_no
        """;

    [Theory]
    [InlineData(2)]
    [InlineData(65_535)]
    public async Task the_application_records_an_event_and_the_database_adds_its_own(int length)
    {
        await using var lab = await cluster.CloneAsync();

        var number = await lab.RunAsync("lab_app", Record, Guid.Parse(Event), 1L, new byte[length]);

        Assert.Equal(1L, number);
        Assert.Equal(
            true,
            await lab.RunAsync(
                "lab_app",
                "SELECT xid < pg_current_xact_id() AND stored_at <= clock_timestamp() AND length(leaf) = 32 FROM ledger.event"
            )
        );
    }

    [Fact]
    public async Task two_who_open_the_same_stream_at_once_get_the_same_number()
    {
        await using var lab = await cluster.CloneAsync();
        await using var first = await lab.OpenAsync("lab_app");
        await using var second = await lab.OpenAsync("lab_app");
        await using var running = await first.BeginTransactionAsync();

        var mine = await OpenStreamAsync(first);
        var waiting = OpenStreamAsync(second);
        await running.CommitAsync();

        Assert.NotNull(mine);
        Assert.Null(await waiting);
        Assert.Equal(
            mine,
            await lab.RunAsync("lab_app", "SELECT stream_no FROM ledger.stream WHERE natural_key = 'B-1'")
        );
    }

    [Fact]
    public async Task the_application_erases_one_text_or_all_under_one_key_and_the_event_stays()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync("lab_app", Record, Guid.Parse(Event), 1L, "{}"u8.ToArray());
        await lab.RunAsync(
            "lab_app",
            """
            INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) VALUES
              ('00000000-0000-0000-0000-000000000001', 'note', convert_to(repeat(' ', 61) || 'one', 'UTF8'), '00000000-0000-0000-0000-000000000001'),
              ('00000000-0000-0000-0000-000000000001', 'printed_name', convert_to(repeat(' ', 61) || 'two', 'UTF8'), '00000000-0000-0000-0000-000000000002'),
              ('00000000-0000-0000-0000-000000000002', 'note', convert_to(repeat(' ', 61) || 'of another event', 'UTF8'), '00000000-0000-0000-0000-000000000003')
            """
        );

        Assert.Equal(1L, await lab.RunAsync("lab_app", "SELECT private.erase($1, 'note')", Guid.Parse(Event)));
        Assert.Equal(
            "two, of another event",
            await lab.RunAsync(
                "lab_app",
                "SELECT string_agg(trim(convert_from(ciphertext, 'UTF8')), ', ' ORDER BY event_id, field) FROM private.field"
            )
        );
        Assert.Equal(
            1L,
            await lab.RunAsync("lab_app", "SELECT private.erase_key('00000000-0000-0000-0000-000000000002')")
        );

        Assert.Equal(
            "of another event",
            await lab.RunAsync(
                "lab_app",
                "SELECT string_agg(trim(convert_from(ciphertext, 'UTF8')), ', ' ORDER BY event_id, field) FROM private.field"
            )
        );
        Assert.Equal(0L, await lab.RunAsync("lab_app", "SELECT private.erase($1, 'note')", Guid.Parse(Event)));
        Assert.Equal(1L, await lab.RunAsync("lab_app", "SELECT count(*) FROM ledger.event"));
        // A key that is erased takes up nothing more.
        var late = await Assert.ThrowsAsync<PostgresException>(() =>
            lab.RunAsync(
                "lab_app",
                "INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) VALUES ('00000000-0000-0000-0000-000000000004', 'note', sha512('4'), '00000000-0000-0000-0000-000000000002')"
            )
        );
        Assert.Equal("ML003", late.SqlState);
    }

    [Fact]
    public async Task erasing_pays_no_attention_to_the_callers_search_path()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync(
            "postgres",
            """
            CREATE SCHEMA evil;
            GRANT USAGE ON SCHEMA evil TO PUBLIC;
            CREATE TABLE evil.field (event_id uuid);
            GRANT ALL ON evil.field TO PUBLIC;
            INSERT INTO evil.field VALUES ('00000000-0000-0000-0000-000000000001');
            CREATE FUNCTION evil.equal(uuid, uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true';
            GRANT EXECUTE ON FUNCTION evil.equal TO PUBLIC;
            CREATE OPERATOR evil.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = evil.equal)
            """
        );
        await lab.RunAsync(
            "lab_app",
            """
            INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) VALUES
              ('00000000-0000-0000-0000-000000000001', 'note', convert_to(repeat(' ', 61) || 'one', 'UTF8'), '00000000-0000-0000-0000-000000000001'),
              ('00000000-0000-0000-0000-000000000002', 'note', convert_to(repeat(' ', 61) || 'two', 'UTF8'), '00000000-0000-0000-0000-000000000002')
            """
        );

        await using var attacker = await lab.OpenAsync("lab_app");
        await using var shadow = new NpgsqlCommand("SET search_path = evil, pg_catalog", attacker);
        await shadow.ExecuteNonQueryAsync();
        await using var erase = new NpgsqlCommand($"SELECT private.erase('{Event}', 'note')", attacker);

        Assert.Equal(1L, await erase.ExecuteScalarAsync());
        Assert.Equal(
            "two",
            await lab.RunAsync(
                "lab_app",
                "SELECT string_agg(trim(convert_from(ciphertext, 'UTF8')), ', ' ORDER BY event_id, field) FROM private.field"
            )
        );
        Assert.Equal(1L, await lab.RunAsync("postgres", "SELECT count(*) FROM evil.field"));
    }

    [Fact]
    public async Task what_a_migration_makes_in_lab_the_application_works_with_and_the_auditor_reads()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync("lab_migrator", "CREATE TABLE lab.container (id int PRIMARY KEY, state text NOT NULL)");

        await lab.RunAsync("lab_app", "INSERT INTO lab.container VALUES (1, 'stored')");
        await lab.RunAsync("lab_app", "UPDATE lab.container SET state = 'thawed'");

        Assert.Equal("thawed", await lab.RunAsync("lab_auditor", "SELECT state FROM lab.container"));
        Assert.Equal(
            "lab_owner",
            await lab.RunAsync("postgres", "SELECT relowner::regrole::text FROM pg_class WHERE relname = 'container'")
        );
        await RefusesAsync(lab, "lab_app", "DELETE FROM lab.container");
        await RefusesAsync(lab, "lab_auditor", "UPDATE lab.container SET state = 'stored'");
        await RefusesAsync(lab, "lab_sequencer", "SELECT * FROM lab.container");
    }

    [Fact]
    public async Task what_a_migration_makes_in_access_is_the_applications_alone()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync(
            "lab_migrator",
            "CREATE TABLE access.account (id int PRIMARY KEY, password_hash text NOT NULL)"
        );

        await lab.RunAsync("lab_app", "INSERT INTO access.account VALUES (1, 'hash'); DELETE FROM access.account");

        await RefusesAsync(lab, "lab_auditor", "SELECT * FROM access.account");
        await RefusesAsync(lab, "lab_sequencer", "SELECT * FROM access.account");
    }

    [Theory]
    [InlineData("lab_auditor", "ledger.stream")]
    [InlineData("lab_auditor", "ledger.event")]
    [InlineData("lab_auditor", "ledger.command")]
    [InlineData("lab_auditor", "ledger.bootstrap")]
    [InlineData("lab_sequencer", "ledger.event")]
    public async Task readers_read_the_ledger(string account, string table)
    {
        await using var lab = await cluster.CloneAsync();

        Assert.Equal(
            await lab.RunAsync("postgres", $"SELECT count(*) FROM {table}"),
            await lab.RunAsync(account, $"SELECT count(*) FROM {table}")
        );
    }

    [Theory]
    [InlineData("lab_auditor")]
    [InlineData("lab_sequencer")]
    public async Task readers_see_no_private_text_and_write_nothing(string account)
    {
        await using var lab = await cluster.CloneAsync();
        string[] attempts =
        [
            "SELECT * FROM private.field",
            $"SELECT private.erase('{Event}', 'note')",
            "INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-2')",
            "INSERT INTO ledger.event (event_id) VALUES (NULL)",
            "INSERT INTO ledger.command (id) VALUES (NULL)",
            "UPDATE ledger.event SET body = body",
            "DELETE FROM ledger.event",
            "TRUNCATE ledger.event",
            "SELECT * FROM ledger.event FOR UPDATE",
            "CREATE TABLE lab.aside (id int)",
            "CREATE TEMPORARY TABLE aside (id int)",
            "SET ROLE lab_guard",
            "SET ROLE lab_app",
            "SET session_replication_role = replica",
        ];

        foreach (var attempt in attempts)
            await RefusesAsync(lab, account, attempt);
    }

    [Fact]
    public async Task the_sequencer_seals_and_reads_no_text()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync("lab_app", Record, Guid.Parse(Event), 1L, "{}"u8.ToArray());

        Assert.Equal(
            1L,
            await lab.RunAsync(
                "lab_sequencer",
                "INSERT INTO ledger.log_entry (idx, event_no, stream_no, version, leaf) SELECT 0, event_no, stream_no, version, leaf FROM ledger.event RETURNING event_no"
            )
        );
        foreach (
            var attempt in (string[])
                [
                    "SELECT body FROM ledger.event",
                    "SELECT event_id FROM ledger.event",
                    "SELECT * FROM ledger.command",
                    "SELECT * FROM ledger.stream",
                    "INSERT INTO ledger.checkpoint (size, root, note, at) VALUES (1, sha256(''), 'note', '2020-01-01')",
                    "INSERT INTO ledger.key_history (vkey, act, size, at) VALUES ('k', 'begun', 0, '2020-01-01')",
                ]
        )
            await RefusesAsync(lab, "lab_sequencer", attempt);
        foreach (
            var attempt in (string[])
                [
                    "INSERT INTO ledger.log_entry (idx, event_no, stream_no, version, leaf) VALUES (1, 2, 1, 2, sha256(''))",
                    "INSERT INTO ledger.tile (level, n, hashes) VALUES (0, 0, decode(repeat('00', 8192), 'hex'))",
                    "INSERT INTO ledger.checkpoint (size, root, note) VALUES (1, sha256(''), 'note')",
                ]
        )
        {
            await RefusesAsync(lab, "lab_app", attempt);
            await RefusesAsync(lab, "lab_auditor", attempt);
        }
    }

    private static async Task RefusesAsync(TestDatabase lab, string account, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => lab.RunAsync(account, sql));
        Assert.True(refusal.SqlState == AttackedLab.NoPrivilege, $"{sql}: {refusal.MessageText}");
    }

    private static async Task<object?> OpenStreamAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-1') ON CONFLICT (natural_key) DO NOTHING RETURNING stream_no",
            connection
        );
        return await command.ExecuteScalarAsync();
    }
}
