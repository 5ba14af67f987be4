using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>
/// One batch from the donor's wristband to the discarded remainder, each person on a device of their own, with everything on the
/// way that must be refused: seen on the screen of whoever tried it, and at the end on the batch's timeline.
/// </summary>
public sealed partial class The_journey_in_the_browser(JourneyLaboratory laboratory, Browser browser)
    : IClassFixture<JourneyLaboratory>
{
    private const string Patient = "P-10281";
    private const string AnotherPatient = "P-10188";

    private static readonly string Wristband = Roll.Wristband(Patient);
    private static readonly string Collected = Roll.Free(0);
    private static readonly string[] Vessels = [Roll.Free(1), Roll.Free(2), Roll.Free(3), Roll.Free(4)];
    private static readonly string[] Vials = [Roll.Free(5), Roll.Free(6), Roll.Free(7), Roll.Free(8)];

    private readonly List<Refusal> refusals = [];
    private string batch = "";

    /// <summary>What was refused, by which rule, to whom and where: "processing.fill", "R15 volume".</summary>
    private sealed record Refusal(string Wanted, string Rule, string Who, string Station)
    {
        /// <summary>As screens name the rule.</summary>
        public string Id => Rule.Split(' ')[0];
    }

    [Fact]
    public async Task from_the_donors_wristband_to_the_discarded_remainder()
    {
        using var door = await laboratory.AsAsync("technician");
        batch = (await door.GetAsync("batches"))
            .GetProperty("items")
            .EnumerateArray()
            .First(b => b.GetProperty("number").GetString() == "MSC-26-0414")
            .GetProperty("id")
            .GetString()!;
        await using var bench = await browser.DeviceAsync(laboratory);
        await bench.SignInAsync("technician");
        await CollectAsync(bench);
        await GrowAsync(bench);
        await FillAsync(bench);
        await PutAwayAsync(bench);
        await CarryToTheWardTooEarlyAsync();

        await TestAsync();
        await DetermineTheDonorAsync();
        await ReleaseAsync();

        await KeepAsync(bench, Vials[1], Place(1));
        await ThawOnlyWhenTheSessionIsReadyAsync(bench);
        await ForgetOnTheBenchAsync(bench);

        await KeepAsync(bench, Vials[0], Place(0));
        await ThawAsync(bench, Vials[0]);
        await MatchAndGiveAsync();

        await AuditAsync();
        Assert.Empty(bench.Complaints);
    }

    /// <summary>Positions at the end of the last box, where the demonstration has put nothing.</summary>
    private static string Place(int n) => Roll.Position("R2", "B2", 80 - n);

    /// <summary>What must be found again on the timeline.</summary>
    private Refusal Expected(string wanted, string rule, string who, string station)
    {
        var refusal = new Refusal(wanted, rule, who, station);
        refusals.Add(refusal);
        return refusal;
    }

    /// <summary>Two scans at the scan home; the second one is answered like this.</summary>
    private static async Task PairAsync(Device device, string first, string second, string outcome = "accepted")
    {
        await device.ScanAsync(first);
        await Assertions.Expect(device.Page.Locator(".scan__result .code").First).ToHaveTextAsync(first);
        await device.ScanAsync(second);
        await Assertions
            .Expect(device.Page.Locator($".scan__result--{outcome}[role=status] .code"))
            .ToHaveTextAsync(second);
    }

    /// <summary>Two scans at the scan home, the second of which is refused; the rule stands beside it.</summary>
    private async Task PairIsRefusedAsync(Device bench, string first, string second, string wanted, string rule)
    {
        var refusal = Expected(wanted, rule, "technician", "bench-1");
        await PairAsync(bench, first, second, "refused");
        await Assertions
            .Expect(bench.Page.Locator(".scan__result--refused[role=status]"))
            .ToContainTextAsync($"Rule {refusal.Id}");
        // The second of two begins the next pair; here something else is done next.
        var forget = bench.Page.Locator(".scan__expect button");
        if (await forget.CountAsync() > 0)
            await forget.ClickAsync();
        await Assertions.Expect(forget).ToHaveCountAsync(0);
    }

    /// <summary>A form is sent and refused; the rule stands above it.</summary>
    private async Task FormIsRefusedAsync(
        StepForm form,
        string wanted,
        string rule,
        string who = "technician",
        string station = "bench-1"
    )
    {
        var refusal = Expected(wanted, rule, who, station);
        Assert.Contains(await form.RefusedAsync(), shown => shown.StartsWith(refusal.Id, StringComparison.Ordinal));
    }
}
