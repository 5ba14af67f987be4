using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Home;

/// <summary>A scan is a noun; this page offers the verb. It shows what the desk answered and what waits, and decides nothing.</summary>
public sealed partial class ScanHomePage
{
    private const int MostCards = Limits.Reads.Cards;
    private const int MostLines = Limits.Reads.WorkLines;

    private readonly Intended intended = new();
    private Answer? last;
    private ScanOutcome? sounded;
    private Described described = Described.Nothing;
    private IReadOnlyList<ScannedThing> things = [];
    private Roles mine;
    private IReadOnlyList<RecentScan> recent = [];
    private string? waiting;
    private DateTimeOffset? until;
    private IReadOnlyList<string> next = [];
    private Expectation? expected;
    private IReadOnlyList<Card> cards = [];
    private IReadOnlyList<Line> lines = [];

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Inject]
    private ScanningReads Scanning { get; set; } = default!;

    [Inject]
    private StorageReads Storage { get; set; } = default!;

    [Inject]
    private ScanSummary Scanned { get; set; } = default!;

    [Inject]
    private ScannedThings Nouns { get; set; } = default!;

    [Inject]
    private NextActions Actions { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IStringLocalizer<Texts> Text { get; set; } = default!;

    private sealed record Card(string Title, string Sub, string Symbol, string Href, string? Why, string? ClearedBy);

    /// <summary>What the second scan should have been, beside what it was: in words, and as a code where one alone is right.</summary>
    private sealed record Expectation(string Words, string? Scanned, string? Code);

    private sealed record Line(string Symbol, string Label, string Word, string Href, string Since);

    private string ResultClass =>
        last!.Outcome switch
        {
            Outcome.Accepted when Recorded => "scan__result--accepted",
            Outcome.Refused => "scan__result--refused",
            _ => "scan__result--idle",
        };

    private string Head =>
        last!.Outcome switch
        {
            Outcome.Accepted when Recorded => Text["Home.Accepted"],
            Outcome.Refused => Text["Home.Refused"],
            _ => Text["Home.Read"],
        };

    // A card, and the question what something is, leave no event.
    private bool Recorded => last!.Facts.Count > 0;

    /// <summary>What may come next, as words: "a position", "a wristband".</summary>
    private string ExpectedScans =>
        string.Join(
            Text["Home.Or"],
            next.Select(n => n.Contains('.', StringComparison.Ordinal) ? Wording.Word(n) : (string)Text[$"Next.{n}"])
                .DefaultIfEmpty((string)Text["Next.anything"])
        );

    /// <inheritdoc/>
    protected override bool Concerns(FeedNote note) => true;

    /// <inheritdoc/>
    protected override async Task ReloadAsync()
    {
        (recent, waiting, until) = await Scanning.RecentAsync(SignedIn.Person, SignedIn.Station, Clock.Now);
        await Words.LearnAsync([.. recent.Select(r => r.Why).OfType<Broken>()]);
        // A page that was opened anew knows as well what the first scan waits for.
        next = waiting is null ? [] : await Desk.ExpectedAfter(SignedIn.Person, SignedIn.Station);
        var me = await People.PersonAsync(SignedIn.Person);
        mine = me?.Roles ?? Roles.None;
        var work = WorkLines.For(mine).ToList();
        await LoadLinesAsync(work);
        await LoadCardsAsync(work);
    }

    private async Task ScanAsync(ScannedText scan)
    {
        var id = intended.IdOf(scan.Text, scan.Id);
        last = null;
        await ActAsync(
            () =>
                Desk.Scan(
                    new ScanRequest(
                        Id: id,
                        Text: scan.Text,
                        By: Doer.By(SignedIn),
                        Source: scan.From,
                        ClientAt: scan.ClientAt,
                        Sequence: scan.Sequence
                    )
                    {
                        TypedWhy = scan.TypedWhy,
                    }
                ),
            answer => HeardAsync(scan, answer)
        );
        if (Connection != Connection.Unknown)
            return;
        // What nobody answered must not sound like a record, nor be silent.
        sounded = new ScanOutcome(scan.Id, ScanTone.Refused);
        // The device still has it and brings it again, with its own id: the next scan of this code is another one.
        if (scan.Sequence is null || id != scan.Id)
            return;
        intended.Answered();
        scan.WasNotAnswered();
        IsBroughtAgain();
    }

    private async Task HeardAsync(ScannedText scan, Answer answer)
    {
        expected =
            answer.Outcome == Outcome.Refused && waiting is not null ? await ComparedAsync(answer, waiting) : null;
        intended.Answered();
        last = answer;
        sounded = new ScanOutcome(
            scan.Id,
            last.Outcome switch
            {
                Outcome.Accepted => ScanTone.Accepted,
                Outcome.Refused => ScanTone.Refused,
                _ => ScanTone.Warning,
            }
        );
        await Words.LearnAsync(last.Refusals);
        (recent, waiting, until) = await Scanning.RecentAsync(SignedIn.Person, SignedIn.Station, Clock.Now);
        next =
            last.Outcome != Outcome.Refused ? last.Next
            : waiting is null ? []
            : await Desk.ExpectedAfter(SignedIn.Person, SignedIn.Station);
        described = await Scanned.OfAsync(last);
        things = await Nouns.OfAsync(last, mine);
        // Its code does no work here: what is done with it stands on its page.
        if (
            last is { Outcome: Outcome.Accepted, Facts.Count: 0, About: [var thing] }
            && HouseThings.PageOf(thing) is { } page
        )
            Navigation.NavigateTo(page);
    }

    /// <summary>Nothing is to be compared where the kind was right, and no one code is: then the rule alone says why.</summary>
    private async Task<Expectation?> ComparedAsync(Answer answer, string first)
    {
        var code = await Storage.OccupantAsync(first);
        return code is null && answer.Refusals.All(b => !b.Rule.StartsWith("scan.", StringComparison.Ordinal))
            ? null
            : new Expectation(ExpectedScans, answer.Symbol, code);
    }

    /// <summary>What had waited on this device is decided: the last answer is another one, and perhaps the first of two scans.</summary>
    private Task ReplayedAsync() =>
        TryAsync(async () =>
        {
            (last, expected, described, things) = (null, null, Described.Nothing, []);
            await ReloadAsync();
        });

    private Task UndoAsync() =>
        TryAsync(async () =>
        {
            await Desk.UndoSelection(SignedIn.Person, SignedIn.Station);
            (waiting, until, last, described, things) = (null, null, null, Described.Nothing, []);
        });

    private async Task LoadLinesAsync(IReadOnlyList<WorkLine> work)
    {
        var found = new List<Line>();
        foreach (var line in work.Where(l => l.Containers.Count > 0))
            found.AddRange(
                (await Processing.WaitingAsync(line.Containers, MostLines)).Select(c => new Line(
                    "vial",
                    c.Code,
                    $"{Wording.Word(line.Verb)} · {Wording.Word(c.State.ToString())}",
                    $"/processing/containers/{c.Code}",
                    Stamp.Day(Time.Local(c.Since))
                ))
            );
        foreach (var line in work.Where(l => l.Batches.Count > 0))
            found.AddRange(
                (await Processing.WaitingAsync(line.Batches, MostLines)).Select(b => new Line(
                    "batch",
                    b.Number,
                    $"{Wording.Word(line.Verb)} · {Wording.Word(b.State.ToString())}",
                    $"/processing/batches/{b.Id.Value}",
                    Stamp.Day(Time.Local(b.StateSince))
                ))
            );
        lines = [.. found.DistinctBy(l => l.Label).Take(MostLines)];
    }

    /// <summary>At most three: for the batches that waited longest, what my roles may do first.</summary>
    private async Task LoadCardsAsync(IReadOnlyList<WorkLine> work)
    {
        var found = new List<Card>();
        var states = work.SelectMany(l => l.Batches).Distinct().ToList();
        foreach (var batch in states.Count == 0 ? [] : await Processing.WaitingAsync(states, MostCards * 2))
        {
            if (found.Count == MostCards)
                break;
            if (await Processing.BatchAsync(batch.Id) is not { } view)
                continue;
            var me = await People.PersonAsync(SignedIn.Person);
            if (
                (await Actions.ForAsync(Doer.By(SignedIn), view)).FirstOrDefault(a => me!.Holds(a.May))
                is not { } action
            )
                continue;
            await Words.LearnAsync(action.Broken);
            var why = action.Broken.Count > 0 ? action.Broken[0] : null;
            found.Add(
                new Card(
                    Wording.Word(action.Verb),
                    $"{batch.Number} · {StateLook.Word(batch.State.ToString())}",
                    "batch",
                    why is null ? ActionLink.To(action) : $"/processing/batches/{batch.Id.Value}",
                    why is null ? null : Words.Sentence(why),
                    why is null ? null : Words.ClearedBy(why)
                )
            );
        }
        cards = found;
    }
}
