namespace Medera.Lab.Web.Tests.Custody;

public sealed class Privileges_of_the_application_account(AttackedLab lab) : Privileges_of_an_account(lab, "lab_app")
{
    private const string Body = "'{\"v\":2}'::bytea";
    private const string Leaf = "sha256('\\x00'::bytea || '{\"v\":2}')";
    private const string Id = "'00000000-0000-0000-0000-000000000002'";

    [Theory]
    [InlineData("xid", "'1'::xid8")]
    [InlineData("xid", "pg_current_xact_id()")]
    [InlineData("stored_at", "'2020-01-01'")]
    [InlineData("event_no", "1")]
    public Task cannot_forge_what_the_database_gives_an_event(string column, string value) =>
        IsRefused(
            $"INSERT INTO ledger.event (event_id, stream_no, version, body, leaf, {column}) OVERRIDING SYSTEM VALUE VALUES ({Id}, 1, 2, {Body}, {Leaf}, {value})"
        );

    [Fact]
    public Task cannot_copy_into_every_column_of_an_event() =>
        IsRefused(
            "COPY ledger.event FROM STDIN",
            "COPY ledger.event (event_id, xid, stream_no, version, body, leaf) FROM STDIN",
            "INSERT INTO ledger.event OVERRIDING SYSTEM VALUE SELECT * FROM ledger.event"
        );

    [Fact]
    public Task cannot_choose_the_number_of_a_stream() =>
        IsRefused(
            "INSERT INTO ledger.stream (stream_no, kind, natural_key) OVERRIDING SYSTEM VALUE VALUES (77, 'batch', 'B-77')",
            "COPY ledger.stream FROM STDIN"
        );

    [Fact]
    public Task cannot_write_over_a_row_through_a_conflict() =>
        IsRefused(
            "INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-1') ON CONFLICT (natural_key) DO UPDATE SET kind = 'lot'",
            $"INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ({Id}, 1, 1, {Body}, {Leaf}) ON CONFLICT (stream_no, version) DO UPDATE SET body = excluded.body, leaf = excluded.leaf"
        );

    [Theory]
    [InlineData("a leaf of other bytes", "2", Body, "sha256('another')")]
    [InlineData("a leaf without its prefix", "2", Body, "sha256('{\"v\":2}')")]
    [InlineData("a leaf cut short", "2", Body, "'\\x00'::bytea")]
    [InlineData("version zero", "0", Body, Leaf)]
    [InlineData("a negative version", "-1", Body, Leaf)]
    [InlineData("a body of one byte", "2", "'1'::bytea", "sha256('\\x00'::bytea || '1')")]
    [InlineData("an empty body", "2", "''::bytea", "sha256('\\x00')")]
    [InlineData(
        "a body of 65,536 bytes",
        "2",
        "convert_to(repeat('x', 65536), 'UTF8')",
        "sha256('\\x00'::bytea || convert_to(repeat('x', 65536), 'UTF8'))"
    )]
    public Task cannot_record_an_event_with(string what, string version, string body, string leaf)
    {
        Assert.NotEmpty(what);
        return Refuses(
            $"INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ({Id}, 1, {version}, {body}, {leaf})",
            AttackedLab.CheckViolated
        );
    }

    [Theory]
    [InlineData("the same version of a stream twice", Id, "1", "23505")]
    [InlineData("the same event twice", "'00000000-0000-0000-0000-000000000001'", "2", "23505")]
    [InlineData("no id", "NULL", "2", "23502")]
    public Task cannot_record(string what, string id, string version, string state)
    {
        Assert.NotEmpty(what);
        return Refuses(
            $"INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ({id}, 1, {version}, {Body}, {Leaf})",
            state
        );
    }

    [Fact]
    public Task cannot_answer_a_command_twice() =>
        Refuses(
            "INSERT INTO ledger.command (id, actor, content_hash, answer) SELECT id, actor, content_hash, 'another' FROM ledger.command",
            "23505"
        );

    [Fact]
    public Task cannot_keep_a_text_that_is_no_ciphertext() =>
        Refuses(
            $"INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) VALUES ({Id}, 'note', '\\x01', '00000000-0000-0000-0000-0000000000f1')",
            AttackedLab.CheckViolated
        );

    [Fact]
    public Task cannot_become_the_owner_or_the_migrator() => IsRefused("SET ROLE lab_owner", "SET ROLE lab_migrator");

    [Fact]
    public Task cannot_change_what_migrations_make() =>
        IsRefused(
            "CREATE TABLE lab.aside (id int)",
            "CREATE FUNCTION lab.aside() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "ALTER TABLE lab.container ADD COLUMN aside text",
            "CREATE TRIGGER aside BEFORE INSERT ON lab.container FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "DELETE FROM lab.container",
            "TRUNCATE lab.container",
            "TRUNCATE access.account",
            "ALTER DEFAULT PRIVILEGES FOR ROLE lab_owner IN SCHEMA lab GRANT DELETE ON TABLES TO lab_app"
        );

    /// <summary>Whoever holds any right on a thing is only warned.</summary>
    protected override async Task ChangesNothing(params string[] attempts)
    {
        foreach (var attempt in attempts)
            await Lab.IgnoresAsync("lab_app", attempt);
    }

    private Task Refuses(string sql, string state) => Lab.RefusesAsync("lab_app", sql, state);
}
