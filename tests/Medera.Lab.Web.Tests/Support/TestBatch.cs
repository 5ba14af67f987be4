using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>A donor or patient at the desk, consents and all.</summary>
public sealed record TestSubject(SubjectId Id, string Wristband);

/// <summary>A batch at the desk, brought as far as a test wants it.</summary>
public sealed class TestBatch(TestLaboratory lab, ProtocolId protocol, TestSubject donor, string number)
{
    private int codes;

    public BatchId Id { get; private set; }
    public string Collected { get; private set; } = "";
    public List<string> Vessels { get; private set; } = [];
    public List<string> Vials { get; private set; } = [];
    public TestSubject Donor => donor;

    /// <summary>The same batch at the desk of another laboratory, which is a clone of this one.</summary>
    public TestBatch In(TestLaboratory clone) =>
        new(clone, protocol, donor, number)
        {
            codes = codes,
            Id = Id,
            Collected = Collected,
            Vessels = [.. Vessels],
            Vials = [.. Vials],
        };

    public string NewCode() => DemonstrationCodes.Make(CodeKind.Container, $"{number} {++codes}");

    public List<string> NewCodes(int count) => [.. Enumerable.Range(0, count).Select(_ => NewCode())];

    /// <summary>An approved protocol.</summary>
    public static async Task<ProtocolId> ProtocolAsync(
        TestLaboratory lab,
        string code,
        Origin origin = Origin.Allogeneic,
        int sessions = 3
    )
    {
        var content = DemonstrationProtocols.Content(
            origin,
            "umbilical cord",
            Route.Intravenous,
            730,
            lab.Clock.Now.AddDays(900)
        ) with
        {
            Sessions = sessions,
        };
        var id = new ProtocolId(Made(await lab.Must("qa", new DraftProtocol(code, 1, content)), "protocol"));
        await lab.Must("qa", new ApproveProtocol(id));
        return id;
    }

    /// <summary>Somebody with consents to donation and treatment and a favourable decision.</summary>
    public static async Task<TestSubject> SubjectAsync(TestLaboratory lab, string code)
    {
        var id = new SubjectId(
            Made(
                await lab.Must(
                    "clinician",
                    new RegisterSubject(
                        code,
                        Donor: true,
                        Patient: true,
                        Minor: false,
                        "Somebody " + code,
                        "1990-01-01"
                    )
                ),
                "subject"
            )
        );
        var wristband = DemonstrationCodes.Make(CodeKind.Wristband, code);
        await lab.Must("clinician", new BindWristband(id, new WristbandCode(wristband)));
        await lab.Must("clinician", new AssignCoi(id, "COI" + code));
        foreach (var kind in new[] { ConsentKind.Donation, ConsentKind.Treatment })
        {
            await lab.Must("clinician", new InformSubject(id, kind, "tr"));
            await lab.Must(
                "clinician",
                new GiveConsent(id, kind, "F-12", "tr", ConsentSigner.Self, lab.Clock.Now.AddDays(300))
            );
        }
        await lab.Must("clinician", new DecideSuitability(id, SuitabilityOutcome.Favourable));
        return new TestSubject(id, wristband);
    }

    /// <summary>Every test of the donor non-reactive, and the donor eligible under a protocol.</summary>
    public static async Task EligibleAsync(TestLaboratory lab, SubjectId donor, ProtocolId protocol)
    {
        await lab.Must(
            "qc",
            new RecordDonorTests(
                donor,
                [.. DonorTesting.Always.Select(test => new DonorResult(test, DonorTestOutcome.NonReactive))],
                lab.Clock.Now
            ),
            "qc-1"
        );
        await lab.Must(
            "qa",
            new DetermineEligibility(donor, protocol, DonorOutcome.Eligible, RiskFactors: false),
            "qc-1"
        );
    }

    public static async Task<PlanId> PlanAsync(
        TestLaboratory lab,
        TestSubject patient,
        ProtocolId protocol,
        int sessions = 3
    ) =>
        new(
            Made(
                await lab.Must(
                    "clinician",
                    new MakePlan(
                        patient.Id,
                        protocol,
                        Route.Intravenous,
                        sessions,
                        lab.Clock.Now.AddHours(-1),
                        0,
                        300,
                        null
                    )
                ),
                "plan"
            )
        );

    public async Task<TestBatch> PlanAsync()
    {
        Id = new BatchId(Made(await lab.Must("clinician", new PlanBatch(number, donor.Id, protocol)), "batch"));
        return this;
    }

    /// <summary>Planned, collected, received, isolated and seeded: two vessels in culture.</summary>
    public async Task<TestBatch> SeedAsync()
    {
        await PlanAsync();
        Collected = NewCode();
        await lab.Must(
            "technician",
            new CompleteCollection(new WristbandCode(donor.Wristband), new ContainerCode(Collected))
        );
        await lab.Must(
            "technician",
            new ReceiveContainer(new ContainerCode(Collected), 60_000, SealIntact: true, 21.4m, 95)
        );
        await lab.Must("technician", new StartProcessing(Id, LineCleared: true));
        await lab.Must("technician", new IsolateCells(new ContainerCode(Collected), 10_000, 6_000_000, 92.5m));
        Vessels = NewCodes(2);
        await lab.Must("technician", new SeedCells(Id, ContainerCode.Each(Vessels), 5_000_000));
        return this;
    }

    /// <summary>All that, and harvested: ready for the fill.</summary>
    public async Task<TestBatch> HarvestAsync(int vials = 4)
    {
        await SeedAsync();
        var volume = (vials * 5_000L) + 4_000;
        await lab.Must(
            "technician",
            new HarvestCells(Id, ContainerCode.Each(Vessels), null, volume, volume * 6_000, 93.1m)
        );
        return this;
    }

    public FillContainers Fill(int vials = 4)
    {
        Vials = NewCodes(vials);
        return new FillContainers(
            Id,
            ContainerCode.Each(Vials),
            5_000,
            [new ContainerCode(NewCode())],
            2_000,
            [new ContainerCode(NewCode())],
            1_000,
            1_000
        );
    }

    /// <summary>Filled, frozen, and every vial in a position from the one given on.</summary>
    public async Task<TestBatch> FreezeAsync(int vials = 4, int? position = 0)
    {
        await HarvestAsync(vials);
        await lab.Must("technician", Fill(vials));
        await lab.Must("technician", new FreezeBatch(Id));
        for (var n = 0; position is { } from && n < vials; n++)
            await lab.Must(
                "technician2",
                new PutAway(new ContainerCode(Vials[n]), new PositionCode(TestLaboratory.Positions[from + n])),
                "tank-1"
            );
        return this;
    }

    /// <summary>Tested and verified, the trail reviewed: waiting for signatures.</summary>
    /// <param name="eligible">Whether the donor is determined first; a second batch of one donor rests on the first determination.</param>
    public async Task<TestBatch> ReviewAsync(bool eligible = true)
    {
        if (eligible && (await lab.Reads.Donors.DonorAsync(donor.Id))!.Donor.Eligibility is null)
            await EligibleAsync(lab, donor.Id, protocol);
        foreach (var (test, value) in DemonstrationProtocols.Passing)
            await lab.Must("qc", new EnterResult(Id, test, value), "qc-1");
        await lab.Must("qc2", new VerifyResults(Id, [.. DemonstrationProtocols.Passing.Select(p => p.Test)]), "qc-1");
        await lab.Must("qa", new OpenReview(Id), "qc-1");
        await lab.Must("qa", new ReviewTrail(Id), "qc-1");
        return this;
    }

    public async Task<TestBatch> ReleaseAsync()
    {
        await ReviewAsync();
        await lab.Must("releaser", new SignRelease(Id), "qc-1");
        await lab.Must("releaser2", new SignRelease(Id), "qc-1");
        return this;
    }

    /// <summary>A vial thawed for a session and matched by two nurses.</summary>
    public async Task MatchAsync(string vial, string position, PlanId plan, int session, TestSubject patient)
    {
        await lab.Must("technician", new ReserveContainer(new ContainerCode(vial), plan, session));
        await lab.Must(
            "clinician",
            new ConfirmSession(
                plan,
                session,
                new WristbandCode(patient.Wristband),
                20_000,
                null,
                true,
                true,
                true,
                true
            ),
            "bedside-1"
        );
        await lab.Must("technician", new TakeOut(new ContainerCode(vial), new PositionCode(position)), "tank-1");
        await lab.Must("technician", new StartThaw(new ContainerCode(vial)));
        await lab.Must("technician", new CompleteThaw(new ContainerCode(vial)));
        await lab.Must(
            "nurse",
            new ConfirmAtBedside(new WristbandCode(patient.Wristband), new ContainerCode(vial)),
            "bedside-1"
        );
        await lab.Must(
            "nurse2",
            new ConfirmAtBedside(new WristbandCode(patient.Wristband), new ContainerCode(vial)),
            "bedside-1"
        );
    }

    /// <summary>The identifier of the last thing of a kind in an answer.</summary>
    public static Guid Made(Answer answer, string kind) => answer.About.Last(a => a.Kind == kind).Id;
}
