using System.Globalization;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Audit;

/// <summary>A hash on the way from a leaf to the root.</summary>
/// <param name="Left">Whether it stands left of what was computed so far.</param>
public sealed record ProofStep(string Hash, bool Left);

/// <summary>The proof that one event is in the tree. The server lays out the hashes; the browser computes.</summary>
public sealed partial class ProofPage
{
    private TimelineEntry? entry;
    private IReadOnlyList<ProofStep>? path;
    private string leaf = "";
    private string root = "";
    private long size;

    [Inject]
    private Narrator Narrator { get; set; } = default!;

    /// <summary>The event's log index.</summary>
    [Parameter]
    public long Index { get; set; }

    [Inject]
    private LogReads Log { get; set; } = default!;

    [Inject]
    private LabTime Time { get; set; } = default!;

    private string Stream { get; set; } = "";

    private int Version { get; set; }

    /// <summary>The page of a log index.</summary>
    public static string Href(long index) => $"/audit/log/event/{Invariant(index)}";

    protected override async Task OnInitializedAsync()
    {
        if (await Log.CheckpointAsync() is not { } newest)
            return;
        size = newest.Size;
        if (Index < 0 || Index >= size || await Log.EventAsync(Index) is not { } stored)
            return;
        (leaf, root) = (Convert.ToHexStringLower(stored.Leaf), Convert.ToHexStringLower(newest.Root));
        entry = await ToldAsync(stored);
        try
        {
            await using var tree = await Log.OpenAsync(size);
            path = Steps(await tree.InclusionAsync(Index), Index, size);
        }
        catch (Malformed)
        {
            // A hash of the tree is gone: there is no proof, and the page says so.
        }
    }

    private async Task<TimelineEntry> ToldAsync(SealedEvent stored)
    {
        var raw = Encoding.UTF8.GetString(stored.Body);
        Entry read;
        try
        {
            read = Entry.Parse(stored.Body);
        }
        catch (NotCanonical)
        {
            // Bytes that were changed behind the application's back need not be an event any more; the proof is asked all the same.
            return new TimelineEntry(Time.Local(stored.StoredAt), T["Proof.NoEvent"], "…", Symbol: "alert", Raw: raw);
        }
        (Stream, Version) = (read.Stream, read.Version);
        var line = new TimelineLine(
            Stream: read.Stream,
            Version: read.Version,
            Type: FactNames.Find(read.Data.GetType()).Name,
            Recorded: read.Recorded,
            StoredAt: stored.StoredAt,
            Entry: read,
            Raw: raw,
            Leaf: stored.Leaf,
            Private: new Dictionary<string, PrivateText>(StringComparer.Ordinal)
        );
        return (await Narrator.TellAsync([line], Guid.Empty))[0];
    }

    /// <summary>On which side each hash of an inclusion proof stands (RFC 9162 §2.1.3.2).</summary>
    internal static IReadOnlyList<ProofStep> Steps(IReadOnlyList<byte[]> proof, long index, long size)
    {
        var steps = new List<ProofStep>(proof.Count);
        var (fn, sn) = (index, size - 1);
        foreach (var hash in proof)
        {
            var left = (fn & 1) == 1 || fn == sn;
            steps.Add(new ProofStep(Convert.ToHexStringLower(hash), left));
            // A node at the right edge without a sibling moved up as it was.
            while (left && (fn & 1) == 0 && fn != 0)
                (fn, sn) = (fn >> 1, sn >> 1);
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return steps;
    }

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
