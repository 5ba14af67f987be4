using Xunit;

namespace Medera.Lab.Tests.Properties;

/// <summary>What holds in each quarter of the worlds: a class for each, because classes run beside each other.</summary>
public abstract class Sequences_of_commands(int quarter)
{
    [Fact]
    public async Task never_lead_to_what_must_never_be() => Assert.NotEmpty(await Quarter.RunAsync(quarter));
}

public class Sequences_of_commands_in_the_first_worlds() : Sequences_of_commands(0);

public class Sequences_of_commands_in_the_second_worlds() : Sequences_of_commands(1);

public class Sequences_of_commands_in_the_third_worlds() : Sequences_of_commands(2);

public class Sequences_of_commands_in_the_last_worlds() : Sequences_of_commands(3);

public class Sequences_of_commands_in_all_worlds
{
    /// <summary>What must have been reached, with the state it was tried in; "no" stands before what was refused.</summary>
    private static readonly string[] Reached =
    [
        "collection.complete Planned",
        "custody.receive Collected",
        "processing.start Received",
        "processing.isolate InProcess",
        "processing.seed InProcess",
        "processing.passage InProcess",
        "processing.harvest InProcess",
        "processing.count InProcess",
        "processing.fill InProcess",
        "processing.freeze Filled",
        "storage.put Filled",
        "storage.put Out",
        "storage.retrieve Stored",
        "result.enter Quarantine",
        "result.verify Quarantine",
        "result.correct Released",
        "review.open Quarantine",
        "review.trail UnderReview",
        "eligibility.record",
        "eligibility.determine",
        "no eligibility.determine",
        "release.sign UnderReview",
        "release.revoke Released",
        "reservation.make Stored",
        "session.ready",
        "thaw.start Out",
        "thaw.complete Thawing",
        "bedside.confirm Ready",
        "administration.start Matched",
        "administration.complete Administering",
        "administration.stop Administering",
        "residual.discard Administered",
        "container.not-administer Ready",
        "disposal.witness NotAdministered",
        "container.lose Stored",
        "container.find Lost",
        "custody.hand-over Out",
        "custody.hand-over Ready",
        "no custody.hand-over Stored",
        "no custody.hand-over Administering",
        "container.identify Stored",
        "no container.identify Stored",
        "no container.identify Out",
        "no bedside.confirm Ready",
        "no bedside.confirm Matched",
        "no administration.start Matched",
        "no administration.start Administered",
        "no thaw.start Out",
        "no thaw.start Stored",
        "no storage.put Ready",
        "no storage.put Out",
        "no release.sign UnderReview",
        "no release.sign Quarantine",
        "no processing.fill InProcess",
        "no processing.harvest InProcess",
        "no collection.complete",
        "no result.verify Quarantine",
        "no reservation.make Stored",
        "no administration.complete Administering",
        "late storage.put Stored",
        "late thaw.start Stored",
        "late administration.complete Administering",
    ];

    [Fact]
    public async Task come_everywhere()
    {
        // All are begun before one is awaited: whoever asks first must not keep a core waiting.
        var quarters = await Task.WhenAll(Enumerable.Range(0, Quarter.Count).Select(Quarter.RunAsync));
        var reached = quarters
            .SelectMany(q => q)
            .GroupBy(r => r.Key, r => r.Value, StringComparer.Ordinal)
            .ToDictionary(r => r.Key, r => r.Sum(), StringComparer.Ordinal);

        // No sequence was left out, and each command of each was tried.
        Assert.Equal(Quarter.Sequences * Quarter.Length, reached.Values.Sum());
        var missing = Reached
            .Where(r => reached.GetValueOrDefault(r) < 20)
            .Select(r => $"{r}: {reached.GetValueOrDefault(r)}")
            .ToList();
        Assert.True(
            missing.Count == 0,
            $"{string.Join('\n', missing)}\n\nReached:\n"
                + string.Join(
                    '\n',
                    reached.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}: {r.Value}")
                )
        );
    }
}
