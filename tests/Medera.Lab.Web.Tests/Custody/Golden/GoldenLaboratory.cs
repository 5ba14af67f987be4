using System.Text;
using Medera.Lab.Web.Custody.Rebuilding;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>
/// One whole journey with its refusals, walked once for the tests of the golden log: the product's own desk over a
/// database in which nothing has happened, a clock that stands, identifiers and salts that are the same in every run.
/// </summary>
/// <remarks>
/// Nothing in the log is left out of the comparison or replaced: what is random in a laboratory and stands in an event
/// comes from <see cref="FixedFresh"/>. The keys of private texts, the log's signing key and the hashes of passwords
/// stand in none.
/// </remarks>
public sealed class GoldenLaboratory(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>So long after each step the next one begins.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    private readonly FixedClock clock = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
    private readonly FixedFresh fresh = new();
    private readonly List<string> unexpected = [];
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private TestLaboratory? opened;

    /// <summary>The canonical body of each event, in the order in which they were stored.</summary>
    public IReadOnlyList<string> Log { get; private set; } = [];

    /// <summary>The same, read.</summary>
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    /// <summary>The verb of each act that was accepted.</summary>
    public IReadOnlySet<string> Done => done;

    /// <summary>Its tables beside those that are made again from the log.</summary>
    public IReadOnlyList<TableDifference> Rebuilt { get; private set; } = [];

    internal TestLaboratory Lab => opened ?? throw new InvalidOperationException("The laboratory is not open yet.");

    internal DateTimeOffset Now => clock.Now;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await using var lab = opened = await TestLaboratory.OpenEmptyAsync(cluster, machine: clock, fresh: fresh);
        var stopped = await Record.ExceptionAsync(() => GoldenJourney.WalkAsync(this));
        Assert.True(stopped is null && unexpected.Count == 0, string.Join('\n', [.. unexpected, stopped?.Message]));
        // The journey is one that a laboratory could have: replayed, its log says what the tables say.
        Entries = [.. (await Replayed.OfAsync(lab)).Events.Select(e => e.Entry)];
        Log = await BodiesAsync(lab.Database);
        await lab.LeaveAsync();
        Rebuilt = await new Rebuild(lab.Database.AsSuperuser(), _ => { }).RunAsync(
            onlyCompare: true,
            CancellationToken.None
        );
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Time goes by.</summary>
    internal void Later(TimeSpan by) => clock.Now += by;

    /// <summary>One act that must be accepted.</summary>
    internal async Task<Answer> Does(
        string who,
        Command wanted,
        string? at = "bench-1",
        string? newPassword = null,
        LateRequest? late = null
    )
    {
        var answer = await Try(who, wanted, at, newPassword, late);
        Assert.True(
            answer.Outcome == Outcome.Accepted,
            $"{CommandCatalogue.Find(wanted).Name} by {who} at {clock.Now:O}: {answer.Told()}"
        );
        return answer;
    }

    /// <summary>The same, and the identifier of the last thing of a kind that it was about.</summary>
    internal async Task<Guid> Makes(
        string kind,
        string who,
        Command wanted,
        string? at = "bench-1",
        string? newPassword = null
    ) => TestBatch.Made(await Does(who, wanted, at, newPassword), kind);

    /// <summary>One act that must be refused by exactly these rules: "R14 occupied, R22 batch".</summary>
    internal async Task Stops(
        string rules,
        string who,
        Command wanted,
        string? at = "bench-1",
        string? newPassword = null,
        LateRequest? late = null,
        bool signed = true,
        bool witnessed = true
    ) =>
        Expects(
            rules,
            CommandCatalogue.Find(wanted).Name,
            await Try(who, wanted, at, newPassword, late, signed, witnessed)
        );

    private async Task<Answer> Try(
        string who,
        Command wanted,
        string? at,
        string? newPassword,
        LateRequest? late,
        bool signed = true,
        bool witnessed = true
    )
    {
        var person = who == "system" ? LabDesk.System.Id : Lab.People[who];
        var password = CommandCatalogue.Find(wanted).Signs is not null && signed ? TestLaboratory.Password : null;
        var answer = await Lab.Desk.Do(
            new Request(
                fresh.NextStep(),
                wanted,
                Doer.Played(person, at is null ? null : Lab.Stations[at]),
                password,
                newPassword,
                late
            )
            {
                Witness = witnessed ? DemonstrationDesk.WitnessOf(wanted) : null,
            }
        );
        Later(Step);
        if (answer.Outcome == Outcome.Accepted)
            done.Add(CommandCatalogue.Find(wanted).Name);
        return answer;
    }

    /// <summary>One scan that must be accepted: the second of two, or a card.</summary>
    internal async Task<Answer> Scans(string who, string at, string text, ScannedAs? how = null) =>
        Expects(Outcome.Accepted, text, await Read(who, at, text, how));

    /// <summary>The first of two scans: understood, and the second is awaited.</summary>
    internal async Task Waits(string who, string at, string text, ScannedAs? how = null) =>
        Expects(Outcome.Expecting, text, await Read(who, at, text, how));

    /// <summary>One scan that must be refused by this rule.</summary>
    internal async Task Refuses(string rules, string who, string at, string text, ScannedAs? how = null) =>
        Expects(rules, text, await Read(who, at, text, how));

    /// <summary>A scan that waited on a device, and that somebody decided not to send.</summary>
    internal async Task Discards(string who, string at, string text, TimeSpan ago, string reason)
    {
        Expects(
            "offline.discarded discarded",
            text,
            await Lab.Desk.Discard(ScanOf(who, at, text, new ScannedAs(ago, Sequence: 99)), reason)
        );
        Later(Step);
    }

    /// <summary>What the desk records of its own accord: a sign-in, a look at a name, a key that began.</summary>
    internal async Task Records(Func<LabDesk, Task> what)
    {
        fresh.NextStep();
        await what(Lab.Desk);
        Later(Step);
    }

    /// <summary>Very many refusals of one minute become an event that counts them; what is sent twice is one.</summary>
    internal async Task Hurries()
    {
        for (var n = 0; n < 33; n++)
        {
            Command wanted = n % 2 == 0 ? new FreezeBatch(default) : new ChangeMedium(default);
            var request = new Request(fresh.NextStep(), wanted, Lab.As("technician", "bench-2"));
            await Lab.Desk.Do(request);
            await Lab.Desk.Do(request);
        }
        Later(TimeSpan.FromMinutes(1));
        await Records(desk => desk.SettleRefusalsAsync());
    }

    private async Task<Answer> Read(string who, string at, string text, ScannedAs? how)
    {
        var answer = await Lab.Desk.Scan(ScanOf(who, at, text, how ?? new ScannedAs()));
        Later(Step);
        return answer;
    }

    private ScanRequest ScanOf(string who, string at, string text, ScannedAs how)
    {
        DateTimeOffset? read = how.Ago is { } ago ? clock.Now - ago : null;
        var source = how.Typed is null ? how.Source : ScanSource.Typed;
        return new ScanRequest(fresh.NextStep(), text, Lab.As(who, at), source, read, how.Sequence)
        {
            TypedWhy = how.Typed,
            OfflineAt = read,
        };
    }

    // A refusal that is another one does not stop the journey: all of them are told at its end.
    private void Expects(string rules, string what, Answer answer)
    {
        if (string.Join(", ", answer.Rules) is var told && (answer.Outcome != Outcome.Refused || told != rules))
            unexpected.Add($"{what} at {clock.Now:O}: {answer.Outcome} {told}; expected was {rules}.");
    }

    private Answer Expects(Outcome outcome, string what, Answer answer)
    {
        if (answer.Outcome != outcome)
            unexpected.Add($"{what} at {clock.Now:O}: {answer.Told()}; expected was {outcome}.");
        return answer;
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(TestDatabase database)
    {
        await using var connection = await database.OpenAsync("postgres");
        await using var command = new NpgsqlCommand("SELECT body FROM ledger.event ORDER BY event_no", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var bodies = new List<string>();
        while (await rows.ReadAsync())
            bodies.Add(Encoding.UTF8.GetString(rows.GetFieldValue<byte[]>(0)));
        return bodies;
    }
}

/// <summary>How a code was read.</summary>
/// <param name="Ago">A device without a connection read it so long ago; null: it came at once.</param>
/// <param name="Typed">Why it was typed; null: it was scanned.</param>
internal sealed record ScannedAs(
    TimeSpan? Ago = null,
    string? Typed = null,
    ScanSource Source = ScanSource.Wedge,
    long? Sequence = null
);
