using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Journeys;

/// <summary>What has to be there before cells can be: protocols, donors, patients, plans.</summary>
public static class World
{
    /// <summary>When every laboratory of the tests opens.</summary>
    public static readonly DateTimeOffset Opening = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>A value for each test that meets the specification; the last one is only informative.</summary>
    public static readonly IReadOnlyList<(string Test, string Value)> Passing =
    [
        ("viability", "92.4"),
        ("CD90", "97"),
        ("sterility", "no growth"),
        ("mycoplasma", "negative"),
        ("karyotype", "normal"),
    ];

    /// <summary>The demonstration's protocol in small: 1 million cells a kilogram, whole millions, three sessions.</summary>
    public static ProtocolContent Content(Origin origin) =>
        new(
            "MSC suspension",
            origin,
            "adipose",
            [new RouteLimit(Route.Intravenous, 1_500), new RouteLimit(Route.Intrathecal, 1_000)],
            CellsPerKg: 1_000_000,
            DoseCapCells: 60_000_000,
            DoseRoundCells: 1_000_000,
            TolerancePercent: 10m,
            Sessions: 3,
            MaxPassage: 5,
            MaxDoublings: 20m,
            CountTolerancePercent: 15m,
            [
                new TestLimit("viability", Requirement.Mandatory, 80m, 100m, null, "%"),
                new TestLimit("CD90", Requirement.Mandatory, 95m, null, null, "%"),
                new TestLimit("sterility", Requirement.Mandatory, null, null, "no growth", ""),
                new TestLimit("mycoplasma", Requirement.Mandatory, null, null, "negative", ""),
                new TestLimit("karyotype", Requirement.Informative, null, null, "normal", ""),
            ],
            ShelfLifeDays: 365,
            MinutesAfterThaw: 120,
            WeightAgeHours: 24,
            "EC-2026-14",
            new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Signatures: 2
        );

    public static ProtocolId ApprovedProtocol(Laboratory lab, ProtocolContent content)
    {
        var id = DraftedProtocol(lab, content);
        lab.Must(Emre, new ApproveProtocol(id));
        return id;
    }

    public static ProtocolId DraftedProtocol(Laboratory lab, ProtocolContent content) =>
        ((ProtocolDrafted)lab.Must(Emre, new DraftProtocol($"TP-{lab.History.Count}", 1, content)).Facts[0]).Protocol;

    public static SubjectId Registered(Laboratory lab, string code, bool donor, bool patient, bool minor) =>
        (
            (SubjectRegistered)lab.Must(Kemal, new RegisterSubject(code, donor, patient, minor, null, null)).Facts[0]
        ).Subject;

    /// <summary>A child with wristband, chain of identity, consents signed by the guardian, and a favourable decision.</summary>
    public static SubjectId NewPatient(Laboratory lab, string name, bool donor)
    {
        var id = Registered(lab, $"P-{name}-{lab.History.Count}", donor, patient: true, minor: true);
        lab.Must(Kemal, new AssignCoi(id, $"CHA999926{lab.History.Count:D6}"));
        lab.Must(Hande, new BindWristband(id, new WristbandCode(lab.NewCode(CodeKind.Wristband))));
        Consent(lab, id, ConsentKind.Treatment, ConsentSigner.Guardian);
        if (donor)
            Consent(lab, id, ConsentKind.Donation, ConsentSigner.Guardian);
        lab.Must(Kemal, new DecideSuitability(id, SuitabilityOutcome.Favourable));
        return id;
    }

    /// <summary>A grown-up who gives and receives nothing.</summary>
    public static SubjectId NewDonor(Laboratory lab, string name)
    {
        var id = Registered(lab, $"D-{name}-{lab.History.Count}", donor: true, patient: false, minor: false);
        lab.Must(Hande, new BindWristband(id, new WristbandCode(lab.NewCode(CodeKind.Wristband))));
        Consent(lab, id, ConsentKind.Donation, ConsentSigner.Self);
        return id;
    }

    /// <summary>Every test that is asked of a donor, with the same outcome but for some.</summary>
    public static RecordDonorTests Tests(
        Laboratory lab,
        SubjectId donor,
        params ReadOnlySpan<(DonorTest Test, DonorTestOutcome Outcome)> but
    )
    {
        var others = but.ToArray();
        return new(
            donor,
            [
                .. DonorTesting
                    .Always.Where(t => others.All(o => o.Test != t))
                    .Select(t => new DonorResult(t, DonorTestOutcome.NonReactive)),
                .. others.Select(o => new DonorResult(o.Test, o.Outcome)),
            ],
            lab.Now
        );
    }

    /// <summary>A donor whose tests all said nothing, and who is eligible by them.</summary>
    public static void Eligible(Laboratory lab, SubjectId donor, ProtocolId protocol)
    {
        lab.Must(Ceren, Tests(lab, donor));
        lab.Must(Emre, new DetermineEligibility(donor, protocol, DonorOutcome.Eligible, RiskFactors: false));
    }

    public static void Consent(Laboratory lab, SubjectId who, ConsentKind kind, ConsentSigner signer, int days = 600)
    {
        lab.Must(Kemal, new InformSubject(who, kind, "tr"));
        lab.Must(Kemal, new GiveConsent(who, kind, "IC-3", "tr", signer, lab.Now.AddDays(days)));
    }

    /// <summary>Three sessions, each with a window of a year, so that time in a test is never in the way.</summary>
    public static PlanId NewPlan(Laboratory lab, SubjectId patient, ProtocolId protocol, int sessions = 3) =>
        (
            (PlanMade)
                lab.Must(
                    Kemal,
                    new MakePlan(patient, protocol, Route.Intravenous, sessions, lab.Now, 0, 365, null)
                ).Facts[0]
        ).Plan;

    public static ReceiveContainer Receive(string container) =>
        new(new ContainerCode(container), 40_000, SealIntact: true, 8.5m, 90);
}
