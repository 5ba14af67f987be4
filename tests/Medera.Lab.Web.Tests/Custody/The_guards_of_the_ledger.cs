using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>The triggers under the privileges, met by whoever got past those; and the one that gets past the triggers too.</summary>
public sealed class The_guards_of_the_ledger(AttackedLab lab, TestCluster cluster) : IClassFixture<AttackedLab>
{
    private const string AsReplica = "SET session_replication_role = replica";

    /// <summary>Every guarded change, with what the session sets before.</summary>
    public static TheoryData<string, string> Changes
    {
        get
        {
            var changes = new TheoryData<string, string>();
            foreach (var first in (string[])["", AsReplica, "SET ROLE lab_guard"])
            {
                foreach (var table in AttackedLab.Tables.Select(row => row.Data))
                {
                    changes.Add(first, $"TRUNCATE {table} CASCADE");
                    if (table != "private.field")
                        changes.Add(first, $"DELETE FROM {table}");
                }

                changes.Add(first, "UPDATE ledger.stream SET natural_key = 'B-2'");
                changes.Add(first, "UPDATE ledger.event SET body = body");
                changes.Add(first, "UPDATE ledger.event SET stored_at = '2020-01-01'");
                changes.Add(first, "UPDATE ledger.command SET answer = answer");
                changes.Add(first, "UPDATE ledger.bootstrap SET sha256 = sha256('')");
                changes.Add(first, "UPDATE ledger.log_entry SET leaf = leaf");
                changes.Add(first, "UPDATE ledger.tile SET hashes = hashes");
                changes.Add(first, "UPDATE ledger.checkpoint SET note = 'another'");
                changes.Add(first, "UPDATE ledger.cosignature SET line = 'another'");
                changes.Add(first, "UPDATE ledger.key_history SET size = 2");
                changes.Add(first, "UPDATE private.erased_key SET at = at");
                changes.Add(first, "UPDATE private.field SET ciphertext = sha512('another')");
            }

            return changes;
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public Task stop_even_a_superuser_and_their_own_owner_until_they_are_taken_away(string first, string change) =>
        lab.RefusesAsync("postgres", change, AttackedLab.Guarded, first);

    [Fact]
    public async Task stop_the_application_when_it_was_granted_a_right_too_many()
    {
        await using var careless = await cluster.CloneAsync();
        await careless.RunAsync("lab_app", "INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-1')");
        await careless.RunAsync("postgres", "GRANT ALL ON ALL TABLES IN SCHEMA ledger, private TO lab_app");
        string[] attempts =
        [
            "UPDATE ledger.stream SET natural_key = 'B-2'",
            "DELETE FROM ledger.stream",
            "TRUNCATE ledger.stream",
        ];

        foreach (var attempt in attempts)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => careless.RunAsync("lab_app", attempt));
            Assert.Equal(AttackedLab.Guarded, refusal.SqlState);
        }
    }

    [Fact]
    public async Task a_superuser_can_still_do_everything_which_only_an_outside_checkpoint_will_show()
    {
        await using var mine = await cluster.CloneAsync();
        var approved = await Catalogue.ReadAsync(mine);
        await mine.RunAsync(
            "lab_app",
            """
            INSERT INTO ledger.stream (kind, natural_key) VALUES ('batch', 'B-1');
            INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES
              ('00000000-0000-0000-0000-000000000001', 1, 1, '{"dose":"1.0"}', sha256('\x00'::bytea || '{"dose":"1.0"}')),
              ('00000000-0000-0000-0000-000000000002', 1, 2, '{"dose":"2.0"}', sha256('\x00'::bytea || '{"dose":"2.0"}'))
            """
        );

        await mine.RunAsync(
            "postgres",
            """
            ALTER TABLE ledger.event DISABLE TRIGGER ALL;
            UPDATE ledger.event SET body = '{"dose":"9.0"}', leaf = sha256('\x00'::bytea || '{"dose":"9.0"}'), stored_at = '2020-01-01' WHERE version = 1;
            DELETE FROM ledger.event WHERE version = 2;
            ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER refuse_change, ENABLE ALWAYS TRIGGER refuse_truncate
            """
        );

        // Every leaf still fits its body, the versions run without a gap, and the catalogue is as it was approved.
        Assert.Equal(
            """{"dose":"9.0"}""",
            await mine.RunAsync(
                "lab_app",
                "SELECT string_agg(convert_from(body, 'UTF8'), ' ' ORDER BY version) FROM ledger.event WHERE leaf = sha256('\\x00'::bytea || body)"
            )
        );
        Assert.Equal(approved, await Catalogue.ReadAsync(mine));
    }
}
