using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>A batch begins once more, and its medium is sampled.</summary>
internal static class GoldenSampling
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var (tube, vessel) = (new ContainerCode(Roll("sampled tube")), new ContainerCode(Roll("sampled vessel")));
        await lab.Does("clinician", new InformSubject(things.Donor, ConsentKind.Donation, "tr"));
        await lab.Does(
            "clinician",
            new GiveConsent(
                things.Donor,
                ConsentKind.Donation,
                "F-13",
                "tr",
                ConsentSigner.Self,
                new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)
            )
        );
        var batch = new BatchId(
            await lab.Makes("batch", "clinician", new PlanBatch("MSC-26-0020", things.Donor, things.Cord), null)
        );
        await lab.Does("technician", new CompleteCollection(new(DonorsBand), tube));
        await lab.Does("technician", new ReceiveContainer(tube, 40_000, true, 20m, 60));
        await lab.Does("technician", new StartProcessing(batch, true));
        await lab.Does("technician", new IsolateCells(tube, 10_000, 6_000_000, 92.5m));
        await lab.Does("technician", new SeedCells(batch, [vessel], 5_000_000));

        var sample = new SampleMedium(vessel, new(Roll("medium sample")), 500);
        await lab.Stops("access.role role", "qa", sample, "qc-1");
        await lab.Stops("R15 negative", "technician", sample with { VolumeUl = 0 });
        await lab.Stops("R14 bound", "technician", sample with { NewCode = tube });
        await lab.Stops("R22 container", "technician", sample with { Container = tube });
        await lab.Does("technician", sample);
        await lab.Stops("R14 bound", "technician", sample);
    }
}
