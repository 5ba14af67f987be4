namespace Medera.Lab.Web.Tests.Custody;

public sealed class Privileges_of_the_migrator(AttackedLab lab)
    : Privileges_of_an_account(lab, "lab_migrator", "", "SET ROLE NONE")
{
    [Theory, MemberData(nameof(Tables))]
    public Task cannot_even_read(string table) =>
        IsRefused(
            $"SELECT * FROM {table}",
            $"CREATE VIEW lab.aside AS SELECT * FROM {table}",
            $"COPY {table} TO STDOUT"
        );

    [Fact]
    public Task cannot_record_or_erase_anything() =>
        IsRefused(
            "INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-2')",
            "INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ('00000000-0000-0000-0000-000000000002', 1, 2, '{}', sha256('\\x007b7d'))",
            "INSERT INTO ledger.command (id, actor, content_hash, answer) VALUES ('00000000-0000-0000-0000-0000000000c2', '00000000-0000-0000-0000-0000000000a1', sha256(''), 'ok')",
            "INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) VALUES ('00000000-0000-0000-0000-000000000002', 'note', sha512(''), '00000000-0000-0000-0000-0000000000f1')",
            "SELECT private.erase('00000000-0000-0000-0000-000000000001', 'note')",
            "SELECT private.erase_key('00000000-0000-0000-0000-0000000000f1')"
        );

    [Fact]
    public Task cannot_become_the_application() => IsRefused("SET ROLE lab_app", "SET SESSION AUTHORIZATION lab_app");

    [Fact]
    public async Task becomes_the_owner_of_the_state_tables_and_nothing_else()
    {
        Assert.Equal("lab_owner", await Lab.Database.RunAsync("lab_migrator", "SELECT current_user::text"));
        Assert.Equal(
            "lab_owner",
            await Lab.Database.RunAsync("lab_migrator", "SET ROLE NONE; SET ROLE lab_owner; SELECT current_user::text")
        );
    }

    [Fact]
    public async Task is_the_owner_again_when_a_pool_hands_its_connection_on()
    {
        await Lab.Database.RunAsync("lab_migrator", "SET ROLE NONE");

        Assert.Equal("lab_owner", await Lab.Database.RunAsync("lab_migrator", "SELECT current_user::text"));
    }

    [Fact]
    public Task makes_nothing_that_the_application_could_not_read() =>
        Lab.RefusesAsync("lab_migrator", "CREATE TABLE lab.aside (id int)", first: "SET ROLE NONE");

    /// <summary>Who holds no right at all on a thing is refused.</summary>
    protected override Task ChangesNothing(params string[] attempts) => IsRefused(attempts);
}
