using Medera.Lab.Web.Data;

namespace Medera.Lab.Web.Desk;

/// <summary>A code of ours that was scanned, and what was scanned before it.</summary>
/// <param name="Selected">The working copy of this person at this station; null where there is none.</param>
/// <param name="Waiting">The first of two scans that waits; null where none does, or none any more.</param>
internal sealed record ScannedCode(ScanRequest Scan, OwnCode Code, Selection? Selected, Symbol? Waiting)
{
    /// <summary>An answer behind which there is no event: nothing happened to a thing.</summary>
    /// <param name="symbol">What the answer is about; null: the code that was scanned.</param>
    public Answer Answer(
        Outcome outcome,
        DateTimeOffset at,
        IReadOnlyList<AboutThing> about,
        IReadOnlyList<string> next,
        string? symbol = null
    ) =>
        new(
            Id: Scan.Id,
            Outcome: outcome,
            At: at,
            Symbol: symbol ?? Code.Text,
            About: about,
            Facts: [],
            Refusals: [],
            Next: next
        );
}
