using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>
/// A superuser with the triggers off changes what was recorded. Whoever kept a checkpoint outside finds every change of what is hashed
/// and names the first bad event, or the laboratory cannot give the log away at all. What nobody can find without one is said too.
/// </summary>
public sealed class Tampering_with_a_database(TestCluster cluster)
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("MEDERA_LONG") is { Length: > 0 }
        ? 10_000
        : 300;

    [Fact]
    public async Task is_always_found_with_a_checkpoint_kept_outside()
    {
        await using var lab = await TamperedLab.OpenAsync(cluster);
        Assert.Equal("", await lab.CheckAsync());
        Assert.Equal("", await lab.AgreementAsync());

        var undetected = new List<string>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = 0; n < Changes; n++)
        {
            var change = Tamperings.Of(n, lab.Size);
            await lab.RunAsync(change.Sql);
            var told = await lab.CheckAsync();
            // A copy of a hash that no package carries is compared by the laboratory itself.
            if (told.Length == 0 && (change.First is not null || (await lab.AgreementAsync()).Length == 0))
                undetected.Add($"{change.Name}: {change.Sql}");
            if (
                change.First is { } first
                && told.Length > 0
                && !told.StartsWith("no package", StringComparison.Ordinal)
            )
                Assert.True(
                    lab.FirstBad is { } bad && bad.First <= first && first <= bad.Last,
                    $"{change.Name} at {first}: the first bad event was said to be {lab.FirstBad?.First} to {lab.FirstBad?.Last}. {told}"
                );
            kinds[change.Name] = kinds.GetValueOrDefault(change.Name) + 1;
            await lab.RestoreAsync();
        }

        Assert.True(undetected.Count == 0, string.Join('\n', undetected));
        Assert.Equal(Tamperings.Names.Order(StringComparer.Ordinal), kinds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("", await lab.CheckAsync());
    }

    [Fact]
    public async Task by_whoever_holds_the_key_and_rewrites_everything_is_found_with_an_outside_checkpoint_only()
    {
        await using var lab = await TamperedLab.OpenAsync(cluster);

        await lab.RewriteAsync(change: 40);

        Assert.Equal("", await lab.CheckAsync(outside: false));
        Assert.NotEqual("", await lab.CheckAsync());
    }

    [Fact]
    public async Task by_cutting_the_end_off_and_signing_again_is_found_with_an_outside_checkpoint_only()
    {
        await using var lab = await TamperedLab.OpenAsync(cluster);

        await lab.CutAsync(keep: 100);

        Assert.Equal("", await lab.CheckAsync(outside: false));
        Assert.Contains("are gone", await lab.CheckAsync(), StringComparison.Ordinal);
        Assert.Equal(100, lab.FirstBad!.First);
    }

    [Theory]
    [InlineData("UPDATE ledger.event SET stored_at = '2020-01-01'")]
    [InlineData("UPDATE ledger.event SET xid = '3'::xid8")]
    [InlineData("UPDATE ledger.checkpoint SET at = '2020-01-01'")]
    public async Task of_what_is_not_hashed_is_not_found_and_nothing_rests_on_it(string sql)
    {
        await using var lab = await TamperedLab.OpenAsync(cluster);

        await lab.RunAsync(sql);

        Assert.Equal("", await lab.CheckAsync());
    }

    [Fact]
    public async Task of_the_columns_beside_a_body_is_found_by_the_laboratory_itself()
    {
        await using var lab = await TamperedLab.OpenAsync(cluster);

        foreach (
            var sql in (string[])
                [
                    "UPDATE ledger.event SET event_id = gen_random_uuid() WHERE event_no = 7",
                    "UPDATE ledger.log_entry SET leaf = sha256(leaf) WHERE idx = 7",
                    "UPDATE ledger.tile SET hashes = set_byte(hashes, 9, 1 - get_byte(hashes, 9) % 2) WHERE level = 0",
                ]
        )
        {
            await lab.RunAsync(sql);
            Assert.NotEqual("", await lab.AgreementAsync());
            await lab.RestoreAsync();
            Assert.Equal("", await lab.AgreementAsync());
        }
    }

    [Fact]
    public async Task finds_nothing_in_a_log_that_nobody_touched()
    {
        await using var lab = await TamperedLab.OpenAsync(cluster);

        for (var n = 0; n < (Changes > 300 ? 1_000 : 30); n++)
        {
            await lab.GrowAsync();
            Assert.Equal("", await lab.CheckAsync());
        }
    }
}
