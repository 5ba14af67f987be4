using System.Globalization;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Administration;

/// <summary>The clinician's confirmation of the day: whose wristband, weight, four ticks; or why not today.</summary>
public sealed partial class SessionForm
{
    private string? wristband;
    private string weight = "";
    private string? weighedAt;
    private bool noFever;
    private bool access;
    private bool consent;
    private bool go;
    private string reason = "";
    private string? reasonText;
    private IReadOnlyList<FormError> errors = [];
    private IReadOnlyList<Broken> unread = [];

    [Parameter, EditorRequired]
    public Plan Plan { get; set; } = default!;

    [Parameter, EditorRequired]
    public Subject Patient { get; set; } = default!;

    [Parameter, EditorRequired]
    public Protocol Protocol { get; set; } = default!;

    /// <summary>What the database left unanswered.</summary>
    [Parameter]
    public Connection Connection { get; set; }

    /// <summary>The rules that the desk named against the last try.</summary>
    [Parameter]
    public IReadOnlyList<Broken> Refused { get; set; } = [];

    [Parameter]
    public string? Done { get; set; }

    /// <summary>Reads one code; null: nobody answered, and the page says so.</summary>
    [Parameter, EditorRequired]
    public Func<ScannedText, Task<Answer?>> OnRead { get; set; } = default!;

    [Parameter]
    public EventCallback<Command> OnWanted { get; set; }

    [Inject]
    private LabTime Time { get; set; } = default!;

    /// <summary>What this weight comes to, before it is confirmed; the desk computes it again.</summary>
    private string? Dose =>
        Grams is { } grams ? Quantity.Cells(Medera.Lab.Administration.Dose.ForWeight(Protocol.Content, grams)) : null;

    private int? Grams =>
        Decimals.TryThousandths(weight, out var grams) && grams is > 0 and <= int.MaxValue ? (int)grams : null;

    private async Task ScanAsync(ScannedText scan)
    {
        if (await OnRead(scan) is not { } answer)
            return;
        unread = answer.Refusals;
        if (BedsideStop.Is(answer))
            wristband = null;
        if (answer.Outcome == Outcome.Expecting)
            wristband = answer.Symbol;
    }

    private Task ReadyAsync(Session session)
    {
        var found = new List<FormError>();
        if (wristband is null)
            found.Add(new FormError("wristband", T["Bedside.NoWristband"]));
        if (Grams is null)
            found.Add(new FormError("weight", T["Bedside.WeightUnread"]));
        if (weighedAt is { Length: > 0 } && Weighed is null)
            found.Add(new FormError("weighed-at", T["Bedside.TimeUnread"]));
        errors = found;
        return found.Count > 0
            ? Task.CompletedTask
            : OnWanted.InvokeAsync(
                new ConfirmSession(
                    Plan: Plan.Id,
                    Session: session.Number,
                    Wristband: new WristbandCode(wristband!),
                    WeightGrams: Grams!.Value,
                    WeighedAt: Weighed,
                    NoFever: noFever,
                    AccessWorking: access,
                    ConsentReconfirmed: consent,
                    Go: go
                )
            );
    }

    /// <summary>The wall clock of the ward as an instant; null: weighed now.</summary>
    private DateTimeOffset? Weighed =>
        DateTime.TryParseExact(
            weighedAt,
            ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var wall
        )
            ? new DateTimeOffset(wall, Time.Local(new DateTimeOffset(wall, TimeSpan.Zero)).Offset).ToUniversalTime()
            : null;
}
