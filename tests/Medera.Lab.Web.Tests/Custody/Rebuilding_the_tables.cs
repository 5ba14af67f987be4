using Medera.Lab.Web.Custody.Rebuilding;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Startup;
using Medera.Lab.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>The tables are the log's: made again from it they are the same, and what somebody changed in them is found, named and put right.</summary>
public sealed class Rebuilding_the_tables(TestCluster cluster)
{
    private const string Stranger = "00000000-0000-7000-8000-0000000000aa";

    [Fact]
    public async Task changes_nothing_where_nothing_differs_and_may_be_repeated()
    {
        await using var database = await WithALotAsync();
        var before = await WholeAsync(database);

        for (var run = 0; run < 2; run++)
        {
            var (found, said) = await RunAsync(database, portion: 7);

            Assert.All(found, table => Assert.True(table.IsEqual, string.Join('\n', table.Lines())));
            Assert.True(found.Single(t => t.Table == "container").Rows >= 3);
            var events = (long)(await database.RunAsync("postgres", "SELECT count(*) FROM ledger.event"))!;
            Assert.Equal(events, found.Single(t => t.Table == "fact").Rows);
            // Each portion is told, the last one with all there is.
            Assert.Equal(
                (events + 6) / 7,
                said.Count(line => line.EndsWith($" of {events} events.", StringComparison.Ordinal))
            );
            Assert.Equal($"{events} of {events} events.", said[^1]);
        }

        Assert.Equal(before, await WholeAsync(database));
        Assert.False(await IsLeftAsync(database));
    }

    [Fact]
    public async Task finds_names_and_mends_what_was_changed()
    {
        await using var database = await WithALotAsync();
        var untouched = await WholeAsync(database);
        var vial = await OneAsync(
            database,
            "SELECT id FROM lab.container WHERE kind = 'Product' ORDER BY code LIMIT 1"
        );
        var gone = await OneAsync(database, "SELECT id FROM lab.position ORDER BY code LIMIT 1");
        var subject = await OneAsync(database, "SELECT id FROM lab.subject LIMIT 1");
        foreach (
            var fault in new[]
            {
                $"UPDATE lab.container SET state = 'Administered', volume_ul = 0 WHERE id = '{vial}'",
                $"DELETE FROM lab.position WHERE id = '{gone}'",
                $"UPDATE lab.subject SET wristband = NULL WHERE id = '{subject}'",
                $"INSERT INTO lab.person (id, user_name, roles, active) VALUES ('{Stranger}', 'stranger', 'Releaser', true)",
                "UPDATE lab.fact SET type = 'storage.put' WHERE version = 1",
                $"DELETE FROM lab.fact_about WHERE about = '{subject}'",
                $"UPDATE lab.head SET version = version - 1 WHERE natural_key = '1/subject/{subject}'",
            }
        )
            await database.RunAsync("postgres", fault);
        var tampered = await WholeAsync(database);

        var (compared, _) = await RunAsync(database, onlyCompare: true);
        Assert.Equal(tampered, await WholeAsync(database));
        Assert.Equal(
            ["container", "fact", "fact_about", "head", "person", "position", "subject"],
            compared.Where(t => !t.IsEqual).Select(t => t.Table)
        );
        Assert.Contains($"  {vial}: state, volume_ul differs", Lines(compared, "container"));
        Assert.Contains($"  {gone} is missing", Lines(compared, "position"));
        Assert.Contains($"  {Stranger} was made by no event", Lines(compared, "person"));
        Assert.Contains($"  {subject}: wristband differs", Lines(compared, "subject"));
        Assert.True(compared.Single(t => t.Table == "fact").Changed > Limits.Reads.Complaints / 20);
        Assert.Equal((0, 1, 0), Counts(compared, "position"));
        Assert.Equal((0, 0, 1), Counts(compared, "person"));

        var (mended, _) = await RunAsync(database);
        Assert.Equal(compared.SelectMany(t => t.Lines()), mended.SelectMany(t => t.Lines()));
        Assert.Equal(untouched, await WholeAsync(database));
        var (after, _) = await RunAsync(database);
        Assert.All(after, table => Assert.True(table.IsEqual, table.Table));
        // And the laboratory goes on with them.
        await using var lab = await TestLaboratory.OverAsync(database);
        await Replayed.OfAsync(lab);
        await lab.Must("admin", new OpenAccount("nurse9", Roles.Nurse), null, newPassword: TestLaboratory.Password);
    }

    [Fact]
    public async Task touches_nothing_that_no_event_says()
    {
        await using var database = await WithALotAsync();
        foreach (
            var made in new[]
            {
                "INSERT INTO lab.draft (person, step, about, fields, at) SELECT id, 'material.receive', '', '{\"lot\": \"L-1\"}', now() FROM lab.person WHERE user_name = 'technician'",
                "INSERT INTO lab.selection (person, station, at, recent) SELECT p.id, s.id, now(), '[]' FROM lab.person AS p, lab.station AS s ON CONFLICT DO NOTHING",
                "INSERT INTO lab.refusal_tally (station, person, minute_from, seen, unlogged, last_key, last_at) SELECT s.id, p.id, now(), 40, 10, 'k', now() FROM lab.person AS p, lab.station AS s ON CONFLICT DO NOTHING",
                "UPDATE access.account SET lockout_end = now(), access_failed_count = 3 WHERE user_name = 'nurse'",
                // Something to mend, so that the last transaction writes.
                "UPDATE lab.person SET active = NOT active",
            }
        )
            await database.RunAsync("postgres", made);
        var before = await BesideAsync(database);

        var (found, _) = await RunAsync(database);

        Assert.True(found.Single(t => t.Table == "person").Changed > 5);
        Assert.Equal(before, await BesideAsync(database));
    }

    [Fact]
    public async Task is_refused_in_one_sentence_while_the_laboratory_is_open()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => RunAsync(lab.Database));
        Assert.StartsWith(
            "The laboratory is open (lab_app from this machine",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("stop every instance of it, then rebuild.", refused.Message, StringComparison.Ordinal);
        Assert.False(await IsLeftAsync(lab.Database));
    }

    [Fact]
    public async Task is_refused_while_somebody_writes_or_another_one_is_at_work()
    {
        await using var database = await WithALotAsync();
        await using var writer = await database.OpenAsync("postgres");
        await using (var writing = await writer.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await ExecuteAsync(writer, "SELECT FROM lab.head LIMIT 1 FOR NO KEY UPDATE");
            var busy = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => RunAsync(database));
            Assert.StartsWith("Somebody is writing", busy.Message, StringComparison.Ordinal);
        }
        await ExecuteAsync(writer, $"SELECT pg_advisory_lock({Startup.Database.MigrationLock})");
        var second = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => RunAsync(database));
        Assert.StartsWith("Another rebuild", second.Message, StringComparison.Ordinal);
        await ExecuteAsync(writer, "SELECT pg_advisory_unlock_all()");
        await RunAsync(database);
    }

    [Theory]
    [InlineData(
        "UPDATE ledger.event SET body = body || '\\x20', leaf = sha256('\\x00'::bytea || body || '\\x20') WHERE (stream_no, version) = (SELECT stream_no, 2 FROM ledger.stream WHERE kind = 'batch')",
        "Version 2 of 1/batch/"
    )]
    [InlineData(
        "DELETE FROM ledger.event WHERE (stream_no, version) = (SELECT stream_no, 3 FROM ledger.stream WHERE kind = 'batch')",
        "Version 3 of 1/batch/"
    )]
    [InlineData("DELETE FROM ledger.log_entry WHERE idx >= 40", "A checkpoint was signed over ")]
    [InlineData("UPDATE ledger.checkpoint SET root = sha256('another')", "do not have the root of their checkpoint")]
    public async Task is_refused_over_a_log_that_is_broken(string broken, string named)
    {
        await using var database = await WithALotAsync();
        await database.RunAsync("postgres", "UPDATE lab.person SET active = NOT active");
        await database.RunAsync("postgres", $"SET session_replication_role = replica; {WithoutTriggers}; {broken}");
        var before = await WholeAsync(database);

        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => RunAsync(database));

        Assert.StartsWith("The log itself is broken: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await WholeAsync(database));
    }

    [Fact]
    public void says_of_every_table_whether_the_log_makes_it()
    {
        using var db = new LabDb(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), "Host=none").Options);
        var derived = DerivedTables.From(db.Model).Select(t => $"lab.{t.Name}").ToList();
        var mapped = db.Model.GetEntityTypes().Select(t => $"{t.GetSchema()}.{t.GetTableName()}").ToList();
        Assert.Empty(derived.Intersect(DerivedTables.NotInTheLog.Keys));
        Assert.Equal(
            [.. mapped.Append("lab.migration").Append("lab.*.site_id").Order(StringComparer.Ordinal)],
            derived.Concat(DerivedTables.NotInTheLog.Keys).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(new[] { "rebuild", "--data", "/tmp/a" }, false)]
    [InlineData(new[] { "rebuild", "--compare" }, true)]
    public void is_a_verb(string[] args, bool onlyCompare)
    {
        var parsed = LabArguments.Parse(args);
        Assert.Equal((LabArguments.Rebuild, onlyCompare), (parsed.Verb, parsed.OnlyCompare));
        Assert.Throws<LaboratoryCannotStart>(() => LabArguments.Parse(["--compare"]));
        Assert.Throws<LaboratoryCannotStart>(() => LabArguments.Parse(["migrate", "--compare"]));
    }

    /// <summary>A lot in the tank, with labels and a refusal, everything sealed but the last events; nobody is logged in.</summary>
    private async Task<TestDatabase> WithALotAsync()
    {
        var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(2);
        await lab.SealAsync();
        await lab.Scan("technician", "tank-1", "01234567890");
        await lab.DoNow(
            "technician",
            new PutAway(new ContainerCode(batch.Vials[0]), new PositionCode(TestLaboratory.Positions[9])),
            "tank-1"
        );
        return await lab.LeaveAsync();
    }

    private static async Task<(IReadOnlyList<TableDifference> Found, List<string> Said)> RunAsync(
        TestDatabase database,
        bool onlyCompare = false,
        int portion = 1_000
    )
    {
        var said = new List<string>();
        var found = await new Rebuild(database.AsSuperuser(), said.Add, portion).RunAsync(
            onlyCompare,
            CancellationToken.None
        );
        return (found, said);
    }

    private static List<string> Lines(IReadOnlyList<TableDifference> found, string table) =>
        [.. found.Single(t => t.Table == table).Lines()];

    private static (int Changed, int Missing, int Foreign) Counts(IReadOnlyList<TableDifference> found, string table)
    {
        var one = found.Single(t => t.Table == table);
        return ((int)one.Changed, (int)one.Missing, (int)one.Foreign);
    }

    private static async Task<string> OneAsync(TestDatabase database, string sql) =>
        (await database.RunAsync("postgres", sql))!.ToString()!;

    private static async Task<bool> IsLeftAsync(TestDatabase database) =>
        await database.RunAsync("postgres", "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'lab_rebuild')")
            is true;

    /// <summary>Every row of every table of the laboratory, as one hash a table.</summary>
    internal static Task<string> WholeAsync(TestDatabase database) => ContentAsync(database, "true");

    private static Task<string> BesideAsync(TestDatabase database) =>
        ContentAsync(
            database,
            "c.relname IN ('draft', 'selection', 'refusal_tally', 'migration') OR n.nspname = 'access'"
        );

    private static async Task<string> ContentAsync(TestDatabase database, string which) =>
        (string)
            (
                await database.RunAsync(
                    "postgres",
                    $"""
                    SELECT string_agg(n.nspname || '.' || c.relname || ' ' || (xpath('/row/h/text()', query_to_xml(format(
                      'SELECT count(*) || '':'' || coalesce(md5(string_agg(t::text, E''\n'' ORDER BY t::text)), ''none'') AS h
                    FROM %I.%I AS t',
                      n.nspname, c.relname), false, true, '')))[1]::text, E'\n' ORDER BY n.nspname, c.relname)
                    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                    WHERE n.nspname IN ('lab', 'access') AND c.relkind = 'r' AND ({which})
                    """
                )
            )!;

    private static async Task ExecuteAsync(Npgsql.NpgsqlConnection connection, string sql)
    {
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private const string WithoutTriggers =
        "ALTER TABLE ledger.event DISABLE TRIGGER USER; ALTER TABLE ledger.log_entry DISABLE TRIGGER USER; ALTER TABLE ledger.checkpoint DISABLE TRIGGER USER";
}
