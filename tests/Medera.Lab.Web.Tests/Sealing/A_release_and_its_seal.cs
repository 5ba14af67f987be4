using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Signing commits a release; the product leaves when a signed checkpoint covers it, and the bedside does not ask again.</summary>
public sealed class A_release_and_its_seal(TestCluster cluster)
{
    [Fact]
    public async Task nothing_leaves_the_tank_or_is_thawed_for_a_patient_before_the_seal()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (batch, plan) = await ReservedAsync(lab);
        await lab.DoNow(
            "clinician",
            new ConfirmSession(
                plan,
                1,
                new WristbandCode(batch.Patient.Wristband),
                20_000,
                null,
                true,
                true,
                true,
                true
            ),
            "bedside-1"
        );

        var taken = await lab.DoNow(
            "technician",
            new TakeOut(new ContainerCode(batch.Lot.Vials[0]), new PositionCode(TestLaboratory.Positions[0])),
            "tank-1"
        );

        Assert.Equal(["release.sealed unsealed"], taken.Rules);
        Assert.Contains(
            await lab.Desk.Ask(
                lab.As("technician", "tank-1"),
                new TakeOut(new ContainerCode(batch.Lot.Vials[0]), new PositionCode(TestLaboratory.Positions[0]))
            ),
            b => b.Rule == "release.sealed"
        );
        await lab.SealAsync();
        await lab.Must(
            "technician",
            new TakeOut(new ContainerCode(batch.Lot.Vials[0]), new PositionCode(TestLaboratory.Positions[0])),
            "tank-1"
        );
        await lab.Must("technician", new StartThaw(new ContainerCode(batch.Lot.Vials[0])));
    }

    [Fact]
    public async Task what_is_out_of_the_cold_already_waits_for_the_seal_only_where_it_is_thawed()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (batch, _) = await ReservedAsync(lab);
        await lab.SealAsync();
        await lab.Must(
            "technician",
            new TakeOut(new ContainerCode(batch.Lot.Vials[0]), new PositionCode(TestLaboratory.Positions[0])),
            "tank-1"
        );

        // A container that is kept for nobody may be moved about, sealed or not.
        Assert.Equal(
            Outcome.Accepted,
            (
                await lab.DoNow(
                    "technician",
                    new TakeOut(new ContainerCode(batch.Lot.Vials[1]), new PositionCode(TestLaboratory.Positions[1])),
                    "tank-1"
                )
            ).Outcome
        );
    }

    [Fact]
    public async Task the_bedside_does_not_ask_for_what_was_recorded_since()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (batch, plan) = await ReservedAsync(lab);
        await lab.Must(
            "clinician",
            new ConfirmSession(
                plan,
                1,
                new WristbandCode(batch.Patient.Wristband),
                20_000,
                null,
                true,
                true,
                true,
                true
            ),
            "bedside-1"
        );
        await lab.Must(
            "technician",
            new TakeOut(new ContainerCode(batch.Lot.Vials[0]), new PositionCode(TestLaboratory.Positions[0])),
            "tank-1"
        );
        await lab.Must("technician", new StartThaw(new ContainerCode(batch.Lot.Vials[0])));
        // From here on the sequencer is down.
        await lab.Must("technician", new CompleteThaw(new ContainerCode(batch.Lot.Vials[0])));

        await lab.Must(
            "nurse",
            new ConfirmAtBedside(new WristbandCode(batch.Patient.Wristband), new ContainerCode(batch.Lot.Vials[0])),
            "bedside-1"
        );

        Assert.Equal(
            true,
            await lab.SqlAsSuperuserAsync(
                "SELECT (SELECT count(*) FROM ledger.event) > (SELECT max(size) FROM ledger.checkpoint)"
            )
        );
    }

    [Fact]
    public async Task the_signature_itself_is_committed_while_nothing_is_sealed()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (batch, _) = await ReservedAsync(lab);

        Assert.Equal(BatchState.Released, (await lab.Reads.Processing.BatchAsync(batch.Lot.Id))!.Batch.State);
        Assert.Equal(0L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.checkpoint"));
    }

    private static async Task<((TestBatch Lot, TestSubject Patient) Batch, PlanId Plan)> ReservedAsync(
        TestLaboratory lab
    )
    {
        var protocol = await TestBatch.ProtocolAsync(lab, "UC");
        var patient = await TestBatch.SubjectAsync(lab, "P-1");
        var lot = await (await new TestBatch(lab, protocol, patient, "MSC-26-0001").FreezeAsync(2)).ReleaseAsync();
        var plan = await TestBatch.PlanAsync(lab, patient, protocol);
        await lab.Must("technician", new ReserveContainer(new ContainerCode(lot.Vials[0]), plan, 1));
        return ((lot, patient), plan);
    }
}
