using System.Diagnostics;
using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Data.Sql;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>The accounts are the server's, and these tests set their passwords: no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(Preparing_a_database), DisableParallelization = true)]
public sealed class Alone_on_the_server;

[Collection(nameof(Preparing_a_database))]
public sealed class Preparing_a_database(TestCluster cluster)
{
    [Fact]
    public async Task records_every_file_with_its_hash()
    {
        await using var lab = await cluster.CloneAsync();

        var recorded = await lab.RunAsync(
            "postgres",
            "SELECT string_agg(name || ' ' || encode(sha256, 'hex'), ', ' ORDER BY name) FROM ledger.bootstrap"
        );

        Assert.Equal(
            string.Join(", ", FrozenSql.In("bootstrap").Select(f => f.Name + " " + Convert.ToHexStringLower(f.Sha256))),
            recorded
        );
    }

    [Fact]
    public async Task asks_the_server_a_few_times_for_each_file_and_account_and_less_once_it_is_done()
    {
        await using var lab = cluster.Reserve();
        var files = FrozenSql.In("bootstrap");

        var first = await StatementsAsync(() => Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password));
        var second = await StatementsAsync(() => Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password));

        // Each is a transaction of its own. Around them: the account, the lock, the database's shape, making it, and the book of what has run.
        const int around = 7;
        Assert.InRange(first, files.Count, around + (3 * files.Count) + (3 * Bootstrap.Accounts.Count));
        Assert.InRange(second, 1, around + (3 * files.Count(f => f.EachTime)) + (3 * Bootstrap.Accounts.Count));
    }

    [Fact]
    public async Task may_be_repeated_and_leaves_what_is_there()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync("lab_app", "INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-1')");
        var before = await BookAsync(lab);

        await Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password);
        await Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password);

        Assert.Equal(before, await BookAsync(lab));
        Assert.Equal(1L, await lab.RunAsync("lab_app", "SELECT count(*) FROM ledger.stream"));
    }

    [Fact]
    public async Task may_be_done_by_hand_over_a_database_that_is_ready()
    {
        await using var lab = await cluster.CloneAsync();
        var before = await Catalogue.ReadAsync(lab);

        foreach (var file in FrozenSql.In("bootstrap"))
            await lab.RunAsync("postgres", file.Text);

        Assert.Equal(before, await Catalogue.ReadAsync(lab));
    }

    [Fact]
    public async Task gives_again_the_rights_on_tables_to_come_that_an_account_can_throw_away()
    {
        await using var lab = await cluster.CloneAsync();
        var approved = await Catalogue.ReadAsync(lab);
        await lab.RunAsync("lab_app", "DROP OWNED BY lab_app");

        var lost = Catalogue.Difference(approved, await Catalogue.ReadAsync(lab)).Split('\n');
        await Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password);

        Assert.All(lost, line => Assert.StartsWith("- lab_owner makes a table in ", line, StringComparison.Ordinal));
        Assert.Equal(approved, await Catalogue.ReadAsync(lab));
    }

    [Fact]
    public async Task takes_turns_when_six_start_at_once()
    {
        await using var lab = cluster.Reserve();

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password))
        );

        Assert.Equal(
            (long)FrozenSql.In("bootstrap").Count,
            await lab.RunAsync("lab_app", "SELECT count(*) FROM ledger.bootstrap")
        );
    }

    [Fact]
    public async Task refuses_a_file_that_was_changed_after_it_had_run_and_names_it()
    {
        await using var lab = await cluster.CloneAsync();
        await lab.RunAsync(
            "postgres",
            "ALTER TABLE ledger.bootstrap DISABLE TRIGGER ALL; UPDATE ledger.bootstrap SET sha256 = sha256('another') WHERE name = '002-ledger.sql'"
        );

        var refusal = await Assert.ThrowsAsync<LaboratoryCannotStart>(() =>
            Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password)
        );

        Assert.Contains("002-ledger.sql", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("frozen once released", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_an_account_that_is_no_superuser()
    {
        await using var lab = await cluster.CloneAsync();

        var refusal = await Assert.ThrowsAsync<LaboratoryCannotStart>(() =>
            Bootstrap.RunAsync(lab.As("lab_migrator"), lab.Name, cluster.Password)
        );

        Assert.Contains("superuser", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_superuser_that_cannot_log_in_without_telling_the_password()
    {
        var wrong = new NpgsqlConnectionStringBuilder(cluster.Superuser) { Password = "not-the-password" };

        var refusal = await Assert.ThrowsAsync<LaboratoryCannotStart>(() =>
            Bootstrap.RunAsync(wrong.ConnectionString, cluster.Reserve().Name, cluster.Password)
        );

        Assert.DoesNotContain("not-the-password", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_database_of_another_locale_or_encoding()
    {
        await using var lab = cluster.Reserve();
        await using (var server = new NpgsqlConnection(cluster.Superuser))
        {
            await server.OpenAsync();
            await using var create = new NpgsqlCommand(
                $"CREATE DATABASE {lab.Name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'",
                server
            );
            await create.ExecuteNonQueryAsync();
        }

        var refusal = await Assert.ThrowsAsync<LaboratoryCannotStart>(() =>
            Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password)
        );

        Assert.Contains("SQL_ASCII", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("it's; DROP ROLE lab_app; --")]
    [InlineData("back\\slash \"quote\" $1 $$ {0} %I %L")]
    [InlineData("şifre-Ğ-日本")]
    public async Task sets_any_password_as_it_is(string password)
    {
        await using var lab = await cluster.CloneAsync();
        await Bootstrap.RunAsync(
            cluster.Superuser,
            lab.Name,
            account => account == "lab_sequencer" ? password : cluster.Password(account)
        );
        var settings = new NpgsqlConnectionStringBuilder(lab.As("lab_sequencer"))
        {
            Password = password,
            Pooling = false,
        };

        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();

        await Bootstrap.RunAsync(cluster.Superuser, lab.Name, cluster.Password);
    }

    [Theory]
    [InlineData(
        "a member of the guard",
        "CREATE ROLE intruder; GRANT lab_guard TO intruder",
        "intruder is a member of lab_guard"
    )]
    [InlineData("a second member of the owner", "GRANT lab_owner TO lab_app", "lab_app is a member of lab_owner")]
    [InlineData(
        "an application that reads every file",
        "GRANT pg_read_server_files TO lab_app",
        "lab_app is a member of pg_read_server_files"
    )]
    [InlineData(
        "a migrator that hands the owner on",
        "GRANT lab_owner TO lab_migrator WITH ADMIN OPTION",
        "lab_migrator is a member of lab_owner"
    )]
    [InlineData("an application that is a superuser", "ALTER ROLE lab_app SUPERUSER", "attributes of lab_app")]
    [InlineData("a guard that can log in", "ALTER ROLE lab_guard LOGIN", "attributes of lab_guard")]
    public async Task refuses_accounts_that_were_made_more_than_they_may_be(string what, string made, string named)
    {
        await using var lab = await cluster.CloneAsync();
        await using var superuser = await lab.OpenAsync("postgres");
        await using var rolledBack = await superuser.BeginTransactionAsync();
        await using var more = new NpgsqlCommand(made, superuser);
        await more.ExecuteNonQueryAsync();
        await using var check = new NpgsqlCommand(FrozenSql.In("bootstrap").Single(f => f.EachTime).Text, superuser);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => check.ExecuteNonQueryAsync());

        Assert.True(refusal.SqlState == "ML002", what);
        Assert.Contains(named, refusal.MessageText, StringComparison.Ordinal);
    }

    /// <summary>How many statements are sent to the server meanwhile; nobody else sends one, see <see cref="Alone_on_the_server"/>.</summary>
    private static async Task<int> StatementsAsync(Func<Task> work)
    {
        var sent = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = one => Interlocked.Add(ref sent, one.GetTagItem("db.query.text") is null ? 0 : 1),
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return sent;
    }

    private static async Task<object?> BookAsync(TestDatabase lab) =>
        await lab.RunAsync("postgres", "SELECT string_agg(b::text, ', ' ORDER BY name) FROM ledger.bootstrap AS b");
}
