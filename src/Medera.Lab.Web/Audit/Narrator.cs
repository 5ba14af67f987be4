using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Audit;

/// <summary>
/// Stored events as people read them. Sentences are told twice: once to learn which identifiers they name, which are then
/// looked up together, and once with the names in place. So a page costs the same however long the log is.
/// </summary>
public sealed class Narrator(NameReads reads, QualityControlReads results, LabTime time, IStringLocalizer<Texts> T)
{
    /// <summary>Of one event, so many other things get a link.</summary>
    private const int MostLinks = Limits.Reads.Links;

    private static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>The lines of one thing's timeline.</summary>
    /// <param name="about">The thing itself, which gets no link to itself.</param>
    public async Task<IReadOnlyList<TimelineEntry>> TellAsync(IReadOnlyList<TimelineLine> lines, Guid about)
    {
        var asked = new HashSet<Guid>();
        foreach (var line in lines)
        {
            Collect(line.Entry, asked);
            asked.UnionWith(Others(line.Entry, about));
        }
        var names = await reads.NamesAsync(asked);
        var old = await results.ResultValuesAsync(
            lines.Select(l => l.Entry.Data).OfType<ResultCorrected>().Select(c => c.Corrects)
        );
        return
        [
            .. lines.Select(line =>
                Entry(line, names, about) with
                {
                    OldValue = line.Entry.Data is ResultCorrected c ? old.GetValueOrDefault(c.Corrects.Value) : null,
                }
            ),
        ];
    }

    private static void Collect(Entry entry, HashSet<Guid> into)
    {
        string Note(string name, string text)
        {
            if (Guid.TryParseExact(text, "D", out var id))
                into.Add(id);
            return text;
        }

        FactSentences.Sentence(entry.Data, Language, Note);
        if (entry.Data is AttemptRefused refused)
            foreach (var rule in refused.Rules)
                Sentences.Sentence(rule, Language, Note);
        into.Add(entry.Actor.Value);
        foreach (
            var id in new[]
            {
                entry.Station?.Value,
                entry.Performed?.Value,
                entry.Second?.Value,
                entry.Signature?.Signer.Value,
            }
        )
            if (id is { } known)
                into.Add(known);
    }

    // The actor stands beside the sentence already; the rest in the order of the log.
    private static IEnumerable<Guid> Others(Entry entry, Guid about) =>
        entry.About.Where(id => id != about && id != entry.Actor.Value).Take(MostLinks);

    private TimelineEntry Entry(TimelineLine line, IReadOnlyDictionary<Guid, ThingName> names, Guid about)
    {
        var entry = line.Entry;
        var shown = Words.Writer(Language, at => Stamp.Full(time.Local(at)), id => NameOf(id, names));
        var rules = entry.Data is AttemptRefused refused
            ? refused.Rules.Select(r => new TimelineRule(r.Rule, Sentences.Sentence(r, Language, shown))).ToList()
            : null;
        var kind =
            rules is not null ? TimelineKind.Refused
            : Corrects(entry) || IsLate(entry) ? TimelineKind.Correction
            : TimelineKind.Act;
        return new TimelineEntry(
            time.Local(entry.Recorded),
            Sentence(entry, shown),
            NameOf(entry.Actor.Value, names) ?? "…",
            Place(entry, names),
            EventIcons.Icon(line.Type),
            kind,
            Raw: line.Raw,
            Leaf: Convert.ToHexStringLower(line.Leaf),
            Mark: Mark(entry),
            Rules: rules,
            Facts: Facts(line, names),
            Links: Links(entry, names, about)
        );
    }

    // The rules of a refusal stand below it, each in its own words: the sentence only says what was wanted.
    private string Sentence(Entry entry, Func<string, string, string> shown) =>
        entry.Data is AttemptRefused refused
            ? refused.Count == 1
                ? T["Timeline.Refused", Words.Word(refused.Wanted, Language)]
                : T["Timeline.RefusedTimes", Words.Word(refused.Wanted, Language), refused.Count]
            : FactSentences.Sentence(entry.Data, Language, shown);

    private string? Mark(Entry entry) =>
        entry.Data is AttemptRefused ? T["Timeline.MarkRefused"].Value
        : IsLate(entry) ? T["Timeline.MarkLate"].Value
        : entry.Offline ? T["Timeline.MarkOffline"].Value
        : Corrects(entry) ? T["Timeline.MarkCorrection"].Value
        : entry.Scans.Any(scan => scan.Source == ScanSource.Typed) ? T["Timeline.MarkTyped"].Value
        : entry.Signature is not null ? T["Timeline.MarkSigned"].Value
        : null;

    private static bool IsLate(Entry entry) =>
        (entry.Happened is not null && !entry.Offline) || entry.Data is ClaimedLate;

    private static bool Corrects(Entry entry) =>
        entry.Corrects is not null || entry.Data is ResultCorrected or RecordCorrected;

    private string? Place(Entry entry, IReadOnlyDictionary<Guid, ThingName> names) =>
        entry.Station is { } station && station != LabDesk.Server.Id
            ? names.GetValueOrDefault(station.Value)?.Name
            : T["Timeline.Server"].Value;

    private List<TimelineFact> Facts(TimelineLine line, IReadOnlyDictionary<Guid, ThingName> names)
    {
        var entry = line.Entry;
        var facts = new List<TimelineFact>();
        if (entry.Happened is { } happened)
        {
            facts.Add(new(T["Timeline.Happened"], Stamp.Full(time.Local(happened))));
            facts.Add(new(T["Timeline.Recorded"], Stamp.Full(time.Local(entry.Recorded))));
        }
        if (entry.Data is ClaimedLate late)
            facts.Add(new(T["Timeline.Claim"], late.Claim));
        if (entry.Performed is { } performed)
            facts.Add(new(T["Timeline.Performed"], Who(performed)));
        if (entry.Second is { } second)
            facts.Add(new(T["Timeline.Second"], Who(second)));
        if (entry.Signature is { } signature)
            facts.Add(
                new(
                    T["Timeline.Signature"],
                    T["Timeline.SignedBy", Words.Word(signature.Meaning, Language), Who(signature.Signer)],
                    $"sha256 {signature.Over}"
                )
            );
        if (entry.Scans.Count > 0)
            facts.Add(new(T["Timeline.Scanned"], string.Join(", ", entry.Scans.Select(Scanned))));
        if (entry.Reason is { } reason)
            facts.Add(new(T["Timeline.Reason"], Words.Word(reason, Language)));
        if (entry.Corrects is { } corrected)
            facts.Add(new(T["Timeline.Corrects"], $"{Reference.Shorten(corrected)} ({corrected:D})"));
        // Whoever was stopped at a bedside says this on the telephone.
        if (entry.Data is AttemptRefused { Count: 1 })
            facts.Add(new(T["Timeline.Number"], Reference.Shorten(entry.Id)));
        // Named one by one: a patient's name or birth date is looked at elsewhere, for a purpose, and that is recorded.
        Private("signer-name", T["Timeline.SignerName"]);
        Private("reason-text", Words.Word("reasonText", Language));
        Private("late-evidence", T["Timeline.Evidence"]);
        return facts;

        string Who(PersonId person) => NameOf(person.Value, names) ?? "…";

        void Private(string field, string label)
        {
            if (line.Private.TryGetValue(field, out var text))
                facts.Add(new(label, Redacted(text)));
        }
    }

    private string Redacted(PrivateText text) =>
        text.State switch
        {
            PrivateState.Kept => text.Text ?? "",
            PrivateState.Erased => T["Private.Erased"],
            PrivateState.Unreadable => T["Private.Unreadable"],
            _ => throw new UnreachableException($"Nobody knows what {text.State} is."),
        };

    private static string Scanned(Scan scan) =>
        scan.Source == ScanSource.Wedge && scan.Flags == ScanFlags.None
            ? scan.Identifier
            : $"{scan.Identifier} ({string.Join(", ", Enum.GetValues<ScanFlags>().Where(f => f != ScanFlags.None && scan.Flags.HasFlag(f)).Select(f => f.ToString()).Prepend(scan.Source.ToString()).Select(w => Words.Word(w, Language)))})";

    private List<TimelineLink> Links(Entry entry, IReadOnlyDictionary<Guid, ThingName> names, Guid about) =>
        [
            .. Others(entry, about)
                .Select(id => names.GetValueOrDefault(id))
                .OfType<ThingName>()
                .Select(thing => new TimelineLink(Kind(thing), thing.Name, Href(thing))),
        ];

    private static string? NameOf(Guid id, IReadOnlyDictionary<Guid, ThingName> names) =>
        id == LabDesk.System.Id.Value ? LabDesk.System.UserName : names.GetValueOrDefault(id)?.Name;

    /// <summary>The word of a thing's kind.</summary>
    public string Kind(ThingName thing) =>
        thing.Kind switch
        {
            "batch" => T["Timeline.KindBatch"],
            "container" => T["Timeline.KindContainer"],
            "position" => T["Timeline.KindPosition"],
            "box" => T["Timeline.KindBox"],
            "equipment" => T["Timeline.KindEquipment"],
            "subject" => T["Timeline.KindSubject"],
            "plan" => T["Timeline.KindPlan"],
            "protocol" => T["Timeline.KindProtocol"],
            "deviation" => T["Timeline.KindDeviation"],
            "person" => T["Timeline.KindPerson"],
            "template" => T["Timeline.KindTemplate"],
            "label" => T["Timeline.KindLabel"],
            "material" => T["Timeline.KindMaterial"],
            "tray" => T["Timeline.KindTray"],
            "typed" => T["Timeline.KindTyped"],
            "station" => T["Timeline.KindStation"],
            var kind => StateLook.Word(HouseThings.Called(kind)!.Declared.Code!.Value),
        };

    /// <summary>The page of a thing's timeline.</summary>
    public static string Href(ThingName thing) =>
        thing.Kind switch
        {
            "batch" => $"/audit/batches/{thing.Id:D}",
            "container" => $"/audit/containers/{thing.Name}",
            "material" => $"/materials/{thing.Id:D}",
            _ => $"/audit/timeline?about={thing.Id:D}",
        };
}
