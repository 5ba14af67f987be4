using System.Globalization;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Audit;

/// <summary>How a witness stands beside the newest checkpoint.</summary>
/// <param name="At">When it last cosigned.</param>
/// <param name="Trouble">Why it did not answer; only the process that asks witnesses knows.</param>
internal sealed record WitnessLine(string Name, bool Signed, DateTimeOffset? At, string Words, string? Trouble);

/// <summary>
/// The log as an auditor meets it: its newest checkpoint, who else saw it, and whether it goes on from one that was kept outside.
/// Everything on it follows from the address, a pasted checkpoint too: the page can be kept and asked again.
/// </summary>
public sealed partial class LogPage
{
    /// <summary>What an address may carry. A checkpoint with a dozen witnesses has less.</summary>
    private const int MostKept = Limits.Texts.Checkpoint;

    private StoredCheckpoint? newest;
    private Kept? kept;
    private DateTimeOffset? on;
    private IReadOnlyList<KeyPeriod> keys = [];
    private IReadOnlyList<WitnessLine> witnesses = [];
    private int quorum;

    [Inject]
    private LogReads Log { get; set; } = default!;

    [Inject]
    private SealState State { get; set; } = default!;

    [Inject]
    private KeptCheck Check { get; set; } = default!;

    [Inject]
    private WitnessPolicies Policy { get; set; } = default!;

    /// <summary>For the rounds, which are there only where this process seals.</summary>
    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [Inject]
    private LabTime Time { get; set; } = default!;

    [Inject]
    private LabSettings Settings { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The text of a checkpoint that somebody kept.</summary>
    [SupplyParameterFromQuery]
    private string? Kept { get; set; }

    /// <summary>The day on which they kept it, as they say.</summary>
    [SupplyParameterFromQuery]
    private string? On { get; set; }

    /// <summary>A log index to be shown on its own page.</summary>
    [SupplyParameterFromQuery]
    private string? Event { get; set; }

    [SupplyParameterFromQuery]
    private string? Take { get; set; }

    [SupplyParameterFromQuery]
    private string? Number { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    private SealStanding Standing => State.Standing;

    private DateTimeOffset Signed => Time.Local(newest!.At);

    protected override async Task OnInitializedAsync()
    {
        if (long.TryParse(Event, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            Navigation.NavigateTo(ProofPage.Href(index));
            return;
        }
        newest = await Log.CheckpointAsync();
        if (newest is null)
            return;
        keys = KeyHistory.Periods(await Log.KeysAsync());
        Witness(newest);
        if (string.IsNullOrWhiteSpace(Kept))
            return;
        if (DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            on = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        kept = await Check.OfAsync(Kept.Length > MostKept ? "" : Kept, newest);
    }

    private void Witness(StoredCheckpoint of)
    {
        if (Policy.Policy is not { } policy)
            return;
        quorum = policy.Quorum.Quorum;
        var asked = (Services.GetService<WitnessRounds>()?.Standings ?? []).ToDictionary(
            s => s.Witness.Name,
            StringComparer.Ordinal
        );
        witnesses =
        [
            .. policy.Witnesses.Select(w =>
            {
                var line = of.Cosignatures.FirstOrDefault(c => c.Witness == w.Key.Name);
                var last = asked.GetValueOrDefault(w.Name);
                var words =
                    last?.Trouble
                    ?? (
                        line is not null ? T["Log.WitnessSigned"].Value
                        : last is { Size: > 0 } ? T["Log.WitnessLast", Count(last.Size)].Value
                        : T["Log.WitnessWaits"].Value
                    );
                return new WitnessLine(w.Name, line is not null, line?.At ?? last?.At, words, last?.Trouble);
            }),
        ];
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
