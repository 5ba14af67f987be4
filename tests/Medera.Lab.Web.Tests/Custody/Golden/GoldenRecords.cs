using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Records made after the act, records put right, and what is told of those who read the log.</summary>
internal static class GoldenRecords
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await TellLateAsync(lab);
        await RefuseLateAsync(lab, things);
        await CorrectAsync(lab, things.Lot);
        await ReadAsync(lab, things.Lot);
        await lab.Hurries();
    }

    private static LateRequest Late(GoldenLaboratory lab, string? performed = null) =>
        new(
            lab.Now.AddHours(-1),
            "power-failure",
            "sheet 12, signed",
            "technician2",
            TestLaboratory.Password,
            performed
        );

    private static async Task TellLateAsync(GoldenLaboratory lab)
    {
        var retrieve = new TakeOut(new ContainerCode(Vials[6]), new PositionCode(Places[8]));
        await lab.Does("technician", retrieve, "tank-1", late: Late(lab, "qa"));
        await lab.Does("technician", new PutAway(new ContainerCode(Vials[6]), new PositionCode(Places[8])), "tank-1");
        // Received long ago: the claim is kept beside the record.
        await lab.Does(
            "technician",
            new ReceiveContainer(new ContainerCode(FirstTube), 61_000, true, 20m, 90),
            late: Late(lab)
        );
        lab.Later(TimeSpan.FromHours(1));
        // The wrong vial, to the wrong patient: it is recorded, and every broken rule becomes a deviation.
        var given = new StartAdministration(new ContainerCode(Vials[5]), Route.Intravenous, 3_000, "P-2");
        await lab.Does("nurse", given, "bedside-1", late: Late(lab));
        var end = new CompleteAdministration(new ContainerCode(Vials[5]), 3_000, "P-2");
        await lab.Does("nurse", end, "bedside-1", late: Late(lab));
    }

    private static async Task RefuseLateAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var lose = new ReportDamage(new ContainerCode(Vials[6]), "broken", null);
        await lab.Stops("record.late second", "technician", lose, late: Late(lab) with { Second = "technician" });
        await lab.Stops("record.late second", "technician", lose, late: Late(lab) with { SecondPassword = "a guess" });
        await lab.Stops("record.late performed", "technician", lose, late: Late(lab, "nobody"));
        await lab.Stops("record.late time", "technician", lose, late: Late(lab) with { Happened = lab.Now.AddDays(1) });
        await lab.Stops("record.late reason", "technician", lose, late: Late(lab) with { Reason = "because" });
        var keep = new ReserveContainer(new ContainerCode(Vials[6]), things.Plan, 3);
        await lab.Stops("record.late kind", "technician", keep, late: Late(lab));
        await lab.Stops("desk.incomplete reason", "technician", lose with { Reason = "other" }, late: Late(lab));
        await lab.Stops("access.role role", "auditor", lose, null, late: Late(lab));
        await lab.Does("technician", new ChangeMedium(things.Lot), late: Late(lab));
    }

    private static async Task CorrectAsync(GoldenLaboratory lab, BatchId lot)
    {
        var correct = new CorrectRecord(lot, 3, "typing-error", "60.0 mL were meant");
        await lab.Stops("R19 none", "technician", correct with { Event = 0 });
        await lab.Stops("desk.incomplete reason", "technician", correct with { Reason = "because" });
        await lab.Stops("desk.incomplete field", "technician", correct with { Text = "" });
        await lab.Does("technician", correct);
    }

    private static async Task ReadAsync(GoldenLaboratory lab, BatchId lot)
    {
        await lab.Lab.SealAsync();
        var (auditor, finder) = (lab.Lab.People["auditor"], lab.Lab.Services.GetRequiredService<PackageFinder>());
        foreach (
            PackageAsked asked in new PackageAsked[]
            {
                new PackageAsked.OfBatch(lot),
                new PackageAsked.OfPeriod(null, null),
            }
        )
        {
            var contents = await finder.FindAsync(asked, CancellationToken.None);
            await lab.Records(desk => desk.RecordTaken(auditor, contents!));
        }
        await lab.Records(desk => desk.RecordFollowed(auditor, 256));
    }
}
