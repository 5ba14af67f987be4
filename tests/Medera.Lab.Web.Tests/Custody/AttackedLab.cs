using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>A small laboratory that accounts try to do forbidden things to: a stream, an event, a command, a private text.</summary>
public sealed class AttackedLab(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>What PostgreSQL answers to somebody without the right.</summary>
    public const string NoPrivilege = "42501";

    /// <summary>What a check of a table answers.</summary>
    public const string CheckViolated = "23514";

    /// <summary>What the guards of the ledger answer, to whoever got past the rights.</summary>
    public const string Guarded = "ML001";

    /// <summary>Every table that only grows, and the one that may only be erased.</summary>
    public static TheoryData<string> Tables =>
        [
            "ledger.stream",
            "ledger.event",
            "ledger.command",
            "ledger.bootstrap",
            "ledger.log_entry",
            "ledger.tile",
            "ledger.checkpoint",
            "ledger.cosignature",
            "ledger.key_history",
            "private.field",
            "private.erased_key",
        ];

    private const string Rows = """
        INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-1');
        INSERT INTO ledger.event (event_id, stream_no, version, body, leaf)
          VALUES ('00000000-0000-0000-0000-000000000001', 1, 1, '{"v":1}', sha256('\x00'::bytea || '{"v":1}'));
        INSERT INTO ledger.command (id, actor, content_hash, answer)
          VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000a1', sha256(''), 'ok');
        INSERT INTO private.field (event_id, field, ciphertext, subject_key_id)
          VALUES ('00000000-0000-0000-0000-000000000001', 'printed_name', sha512('salt'), '00000000-0000-0000-0000-0000000000f1');
        SELECT private.erase_key('00000000-0000-0000-0000-0000000000f2')
        """;

    private const string Sealed = """
        INSERT INTO ledger.log_entry (idx, event_no, stream_no, version, leaf) SELECT 0, event_no, stream_no, version, leaf FROM ledger.event;
        INSERT INTO ledger.tile (level, n, hashes) VALUES (0, 0, decode(repeat('00', 8192), 'hex'));
        INSERT INTO ledger.checkpoint (size, root, note) VALUES (1, sha256(''), 'note');
        INSERT INTO ledger.cosignature (size, witness, line) VALUES (1, 'witness', 'line');
        INSERT INTO ledger.key_history (vkey, act, size) VALUES ('log+00000000+key', 'begun', 0)
        """;

    private const string Things = """
        CREATE TABLE lab.container (id uuid PRIMARY KEY, state text NOT NULL);
        CREATE TABLE access.account (id uuid PRIMARY KEY, password_hash text NOT NULL)
        """;

    private TestDatabase? database;
    private string untouched = "";

    /// <summary>The database, for what an attack alone does not tell.</summary>
    public TestDatabase Database =>
        database ?? throw new InvalidOperationException("The attacked laboratory has not been made.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        database = await cluster.CloneAsync();
        await database.RunAsync("lab_migrator", Things);
        await database.RunAsync("lab_app", Rows);
        await database.RunAsync("lab_sequencer", Sealed);
        untouched = await ReadAsync();
    }

    /// <summary>Tries statements as an account: they must be refused with this SQLSTATE and leave everything as it was.</summary>
    /// <param name="account">Who tries.</param>
    /// <param name="sql">What is tried.</param>
    /// <param name="state">The SQLSTATE of the refusal.</param>
    /// <param name="first">What the account may do, and does in the same session before.</param>
    public async Task RefusesAsync(string account, string sql, string state = NoPrivilege, string first = "")
    {
        await AnswersAsync(account, sql, state, first);
        await IsUntouchedAsync();
    }

    /// <summary>The same without looking whether something changed, for many attempts in a row.</summary>
    public async Task AnswersAsync(string account, string sql, string state, string first)
    {
        await using var session = await Database.OpenAsync(account);
        if (first.Length > 0)
            await RunAsync(session, first);
        var refusal = await Record.ExceptionAsync(() => RunAsync(session, sql));
        await session.CloseAsync();

        Assert.True(refusal is not null, $"{account} could: {sql}");
        Assert.True(refusal is PostgresException, $"{sql}: {refusal}");
        var answered = (PostgresException)refusal;
        Assert.True(
            answered.SqlState == state,
            $"{sql}: expected {state}, was {answered.SqlState} {answered.MessageText}"
        );
    }

    /// <summary>Rows and catalogue are as they were made.</summary>
    public async Task IsUntouchedAsync()
    {
        // What one attack changed is told by its own test, and by no other after it.
        var before = untouched;
        untouched = await ReadAsync();
        Assert.True(before == untouched, "It changed:\n" + Catalogue.Difference(before, untouched));
    }

    /// <summary>Tries statements that PostgreSQL answers with a warning instead of an error: nothing may have changed.</summary>
    public async Task IgnoresAsync(string account, string sql)
    {
        await Database.RunAsync(account, sql);
        await IsUntouchedAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
    }

    private static async Task RunAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> ReadAsync()
    {
        var rows = await Database.RunAsync(
            "postgres",
            """
            SELECT concat_ws(E'\n',
              (SELECT string_agg(s::text, E'\n' ORDER BY stream_no) FROM ledger.stream AS s),
              (SELECT string_agg(e::text, E'\n' ORDER BY event_no) FROM ledger.event AS e),
              (SELECT string_agg(c::text, E'\n' ORDER BY id) FROM ledger.command AS c),
              (SELECT string_agg(b::text, E'\n' ORDER BY name) FROM ledger.bootstrap AS b),
              (SELECT string_agg(l::text, E'\n' ORDER BY idx) FROM ledger.log_entry AS l),
              (SELECT string_agg(t::text, E'\n' ORDER BY level, n) FROM ledger.tile AS t),
              (SELECT string_agg(p::text, E'\n' ORDER BY size) FROM ledger.checkpoint AS p),
              (SELECT string_agg(w::text, E'\n' ORDER BY size, witness) FROM ledger.cosignature AS w),
              (SELECT string_agg(k::text, E'\n' ORDER BY step) FROM ledger.key_history AS k),
              (SELECT string_agg(f::text, E'\n' ORDER BY event_id, field) FROM private.field AS f))
            """
        );
        return await Catalogue.ReadAsync(Database) + rows;
    }
}
