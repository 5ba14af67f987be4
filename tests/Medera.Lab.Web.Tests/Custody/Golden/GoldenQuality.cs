using Medera.Lab.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Results entered, corrected and verified; deviations opened, assessed and closed.</summary>
internal static class GoldenQuality
{
    private static readonly IReadOnlyList<string> Tests = [.. DemonstrationProtocols.Passing.Select(p => p.Test)];

    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await EnterAsync(lab, things.Lot);
        await SignTooEarlyAsync(lab, things.Lot);
        await VerifyAsync(lab, things.Lot);
        await DeviateAsync(lab, things.Lot);
    }

    private static async Task EnterAsync(GoldenLaboratory lab, BatchId lot)
    {
        var enter = new EnterResult(lot, "Sterility", "growth");
        await lab.Stops("access.role role", "technician", enter);
        await lab.Stops("R19 not-tested", "qc", enter with { Test = "Colour" }, "qc-1");
        await lab.Stops("R19 not-tested", "qc", enter with { Test = "what Ayşe asked for" }, "qc-1");
        var correct = new CorrectResult(lot, "Sterility", "no growth", "typing-error", null);
        await lab.Stops("R19 none", "qc", correct, "qc-1");
        foreach (var (test, value) in DemonstrationProtocols.Passing)
            await lab.Does("qc", new EnterResult(lot, test, test == "Sterility" ? "growth" : value), "qc-1");
        await lab.Stops("R19 there", "qc", enter, "qc-1");
    }

    private static async Task SignTooEarlyAsync(GoldenLaboratory lab, BatchId lot)
    {
        await lab.Stops("access.role role", "releaser", new OpenReview(lot), "qc-1");
        await lab.Does("qc", new OpenReview(lot), "qc-1");
        await lab.Stops("R22 batch", "qa", new OpenReview(lot), "qc-1");
        string[] told =
        [
            .. Enumerable.Repeat("R8a unverified", 7),
            "R8a failing",
            "R8a unverified",
            "R8a unverified",
            "R8a trail",
            .. Enumerable.Repeat("R8b deviation", 4),
            "R12 not-eligible",
        ];
        await lab.Stops(string.Join(", ", told), "releaser", new SignRelease(lot), "qc-1");
        await lab.Does("releaser", new ReturnReview(lot, "other", "sterility is to be looked at"), "qc-1");
        await lab.Stops("R22 batch", "releaser", new ReturnReview(lot, "clinical", null), "qc-1");
    }

    private static async Task VerifyAsync(GoldenLaboratory lab, BatchId lot)
    {
        var verify = new VerifyResults(lot, Tests);
        await lab.Stops("R9 entered", "qc", verify with { Tests = ["Sterility"] }, "qc-1");
        await lab.Stops("desk.incomplete field", "qc2", verify with { Tests = [] }, "qc-1");
        await lab.Stops("R20 proof", "qc2", verify, "qc-1", signed: false);
        await lab.Does("qc2", verify, "qc-1");
        await lab.Stops("R19 verified", "qc2", verify with { Tests = ["CD73"] }, "qc-1");
        var correct = new CorrectResult(lot, "Sterility", " no growth ", "other", "the plates of another lot");
        await lab.Stops("R19 reason", "qc", correct with { ReasonText = null }, "qc-1");
        await lab.Does("qc", correct, "qc-1");
        await lab.Does("qc2", verify with { Tests = ["Sterility"] }, "qc-1");
    }

    private static async Task DeviateAsync(GoldenLaboratory lab, BatchId lot)
    {
        var open = new OpenDeviation(lot, true, "the lamp of the cabinet flickered");
        await lab.Stops("desk.incomplete field", "technician", open with { Text = null });
        await lab.Stops("access.role role", "auditor", open, null);
        var reported = new DeviationId(await lab.Makes("deviation", "nurse", open, "bedside-1"));
        var assess = new AssessDeviation(lot, reported, false, "no influence on the cells");
        await lab.Stops("R22 deviation", "qa", assess with { Deviation = new(lot.Value) }, "qc-1");
        await lab.Does("qa", assess, "qc-1");
        var close = new CloseDeviation(lot, reported, "documentation", null);
        await lab.Stops("R20 proof", "qa", close, "qc-1", signed: false);
        await lab.Does("qa", close, "qc-1");
        await lab.Stops("R22 deviation", "qa", close, "qc-1");
        await CloseAsync(lab, lot);
    }

    /// <summary>QA closes whatever is open.</summary>
    internal static async Task CloseAsync(GoldenLaboratory lab, BatchId lot)
    {
        await using var db = await lab.Lab.Contexts.CreateDbContextAsync();
        var open = await db
            .Deviations.Where(d => d.Batch == lot && d.State != DeviationState.Closed)
            .OrderBy(d => d.OpenedAt)
            .ThenBy(d => d.Id)
            .Select(d => d.Id)
            .ToListAsync();
        foreach (var deviation in open)
            await lab.Does("qa", new CloseDeviation(lot, deviation, "documentation", null), "qc-1");
    }
}
