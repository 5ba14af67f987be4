using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Journeys;

/// <summary>How far a journey has come; each stage holds all before it.</summary>
public enum Stage
{
    Planned,
    Collected,
    Received,
    Started,
    Isolated,
    Seeded,
    Passaged,
    Harvested,
    Filled,
    Frozen,
    PutAway,
    Tested,
    Verified,
    UnderReview,
    TrailReviewed,
    SignedOnce,
    Released,
    Reserved,
    TakenOut,
    SessionReady,
    Thawing,
    Thawed,
    CheckedOnce,
    Matched,
    Administering,
    Administered,
    Finished,
}

/// <summary>One batch on its way from the donor's wristband to the last microlitre, with everything around it in order. Elif is seven years old and 20 kg.</summary>
public sealed class Journey
{
    public const long DoseUl = 800;
    public const int Grams = 20_000;

    public required Laboratory Lab { get; init; }
    public required ProtocolId Protocol { get; init; }
    public required SubjectId Donor { get; init; }
    public required SubjectId Patient { get; init; }
    public required PlanId Plan { get; init; }
    public BatchId Batch { get; private set; }
    public string Collected { get; private set; } = "";
    public string[] Vessels { get; private set; } = [];
    public string[] Vials { get; private set; } = [];
    public string Sample { get; private set; } = "";
    public string Retention { get; private set; } = "";

    /// <summary>The first vial: the one that goes to the patient.</summary>
    public string Vial => Vials[0];
    public string Wristband => Lab.Lives.Subjects[Patient].Wristband!;
    public string DonorWristband => Lab.Lives.Subjects[Donor].Wristband!;
    public Batch TheBatch => Lab.Lives.Batches[Batch];
    public Plan ThePlan => Lab.Lives.Plans[Plan];

    /// <summary>A journey up to a stage, in a laboratory of its own or in one that is there.</summary>
    /// <param name="tested">Whether the donor is tested, and determined as eligible, before anything is planned.</param>
    public static Journey To(
        Stage stage,
        Origin origin = Origin.Autologous,
        Laboratory? lab = null,
        Func<ProtocolContent, ProtocolContent>? protocol = null,
        string patient = "Elif",
        bool tested = true
    )
    {
        lab ??= Laboratory.Opened();
        var under = World.ApprovedProtocol(
            lab,
            World.Content(origin) is var content && protocol is not null ? protocol(content) : content
        );
        var who = World.NewPatient(lab, patient, donor: origin == Origin.Autologous);
        var gives = origin == Origin.Autologous ? who : World.NewDonor(lab, "Kaan");
        if (tested)
            World.Eligible(lab, gives, under);
        var journey = new Journey
        {
            Lab = lab,
            Protocol = under,
            Donor = gives,
            Patient = who,
            Plan = World.NewPlan(lab, who, under),
        };
        journey.GoOn(Stage.Planned, stage);
        return journey;
    }

    /// <summary>A further batch of the same people under the same protocol.</summary>
    public Journey Another(Stage stage)
    {
        var journey = new Journey
        {
            Lab = Lab,
            Protocol = Protocol,
            Donor = Donor,
            Patient = Patient,
            Plan = Plan,
        };
        journey.GoOn(Stage.Planned, stage);
        return journey;
    }

    /// <summary>Does the stages from the first to the last named.</summary>
    public void GoOn(Stage from, Stage to)
    {
        for (var stage = from; stage <= to; stage++)
            Go(stage);
    }

    private void Go(Stage stage)
    {
        switch (stage)
        {
            case Stage.Planned:
                Batch = (
                    (BatchPlanned)
                        Lab.Must(Kemal, new PlanBatch($"MSC-26-{Lab.History.Count:D4}", Donor, Protocol)).Facts[0]
                ).Batch;
                break;
            case Stage.Collected:
                Collected = Lab.NewCode(CodeKind.Container);
                Lab.Must(Ayse, new CompleteCollection(new(DonorWristband), new(Collected)));
                break;
            case Stage.Received:
                Lab.Must(Ayse, World.Receive(Collected));
                break;
            case Stage.Started:
                Lab.Must(Ayse, new StartProcessing(Batch, true));
                break;
            case Stage.Isolated:
                Lab.Must(Ayse, new IsolateCells(new(Collected), 10_000, 30_000_000, 91.5m));
                break;
            case Stage.Seeded:
                Lab.Must(
                    Ayse,
                    new SeedCells(
                        Batch,
                        ContainerCode.Each((Vessels = Lab.NewCodes(CodeKind.Container, 3))),
                        30_000_000
                    )
                );
                break;
            case Stage.Passaged:
                var old = Vessels;
                Lab.Must(
                    Ayse,
                    new PassageCells(
                        Batch,
                        ContainerCode.Each(old),
                        null,
                        ContainerCode.Each((Vessels = Lab.NewCodes(CodeKind.Container, 2))),
                        120_000_000,
                        93m,
                        60_000_000
                    )
                );
                break;
            case Stage.Harvested:
                Lab.Must(Ayse, new HarvestCells(Batch, ContainerCode.Each(Vessels), null, 9_000, 225_000_000, 94m));
                break;
            case Stage.Filled:
                Fill();
                break;
            case Stage.Frozen:
                Lab.Must(Ayse, new FreezeBatch(Batch));
                break;
            case Stage.PutAway:
                PutAway();
                break;
            case Stage.Tested:
                foreach (var (test, value) in World.Passing)
                    Lab.Must(Ceren, new EnterResult(Batch, test, value));
                break;
            case Stage.Verified:
                Lab.Must(Deniz, new VerifyResults(Batch, [.. World.Passing.Select(t => t.Test)]));
                break;
            case Stage.UnderReview:
                Lab.Must(Emre, new OpenReview(Batch));
                break;
            case Stage.TrailReviewed:
                Lab.Must(Emre, new ReviewTrail(Batch));
                break;
            case Stage.SignedOnce:
                Lab.Must(Fatma, new SignRelease(Batch));
                break;
            case Stage.Released:
                Lab.Must(Gokhan, new SignRelease(Batch));
                break;
            default:
                GoToBed(stage);
                break;
        }
    }

    private void GoToBed(Stage stage)
    {
        switch (stage)
        {
            case Stage.Reserved:
                Lab.Must(Kemal, new ReserveContainer(new(Vial), Plan, 1));
                break;
            case Stage.TakenOut:
                Lab.Must(Ayse, new TakeOut(new(Vial), new(PlaceOf(Vial))));
                break;
            case Stage.SessionReady:
                Lab.Must(Kemal, Ready(1));
                break;
            case Stage.Thawing:
                Lab.Must(Ayse, new StartThaw(new(Vial)));
                break;
            case Stage.Thawed:
                Lab.Must(Ayse, new CompleteThaw(new(Vial)));
                break;
            case Stage.CheckedOnce:
                Lab.Must(Hande, new ConfirmAtBedside(new(Wristband), new(Vial)));
                break;
            case Stage.Matched:
                Lab.Must(Irem, new ConfirmAtBedside(new(Wristband), new(Vial)));
                break;
            case Stage.Administering:
                Lab.Must(Hande, Start());
                break;
            case Stage.Administered:
                Lab.Must(Hande, new CompleteAdministration(new(Vial), DoseUl));
                break;
            case Stage.Finished:
                Lab.Must(Hande, new DiscardResidual(new(Vial)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage.");
        }
    }

    public StartAdministration Start(Route route = Route.Intravenous, long volumeUl = DoseUl) =>
        new(new(Vial), route, volumeUl);

    public ConfirmSession Ready(int session, int grams = Grams, DateTimeOffset? weighed = null) =>
        new(Plan, session, new(Wristband), grams, weighed, true, true, true, true);

    public string PlaceOf(string code) => Lab.Lives.Positions[Lab.Lives.ByCode(code)!.Position!.Value].Code;

    public Container Of(string code) => Lab.Lives.ByCode(code)!;

    /// <summary>A second vial of the batch, brought as far as the first: kept, taken out, thawed.</summary>
    public void BringToBed(string vial, int session, Stage to)
    {
        Lab.Must(Kemal, new ReserveContainer(new(vial), Plan, session));
        Lab.Must(Ayse, new TakeOut(new(vial), new(PlaceOf(vial))));
        if (to >= Stage.Thawing)
            Lab.Must(Ayse, new StartThaw(new(vial)));
        if (to >= Stage.Thawed)
            Lab.Must(Ayse, new CompleteThaw(new(vial)));
        if (to >= Stage.CheckedOnce)
            Lab.Must(Hande, new ConfirmAtBedside(new(Wristband), new(vial)));
        if (to >= Stage.Matched)
            Lab.Must(Irem, new ConfirmAtBedside(new(Wristband), new(vial)));
    }

    private void Fill()
    {
        Vials = Lab.NewCodes(CodeKind.Container, 4);
        (Sample, Retention) = (Lab.NewCode(CodeKind.Container), Lab.NewCode(CodeKind.Container));
        Lab.Must(
            Ayse,
            new FillContainers(Batch, ContainerCode.Each(Vials), 2_000, [new(Sample)], 500, [new(Retention)], 400, 100)
        );
    }

    private void PutAway()
    {
        foreach (var vial in Vials)
        {
            var free = Lab.Positions.First(p => Lab.Lives.Containers.Values.All(c => c.Position != p.Id));
            Lab.Must(Ayse, new PutAway(new(vial), new(free.Code)));
        }
    }
}
