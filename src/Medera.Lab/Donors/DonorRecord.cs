namespace Medera.Lab.Donors;

/// <summary>
/// The tests of a donor's blood (21 CFR 1271.85). A closed list: what the log keeps of somebody's health is a word of it, and nothing
/// that anybody typed. NAT finds the virus itself.
/// </summary>
public enum DonorTest
{
    HivAntibody,
    HivNat,
    HbsAg,
    AntiHbc,
    HbvNat,
    HcvAntibody,
    HcvNat,
    Syphilis,
    Htlv,
    Cmv,
}

/// <summary>What a test said. Indeterminate: neither; the test counts as not done until it is repeated.</summary>
public enum DonorTestOutcome
{
    NonReactive,
    Reactive,
    Indeterminate,
}

/// <summary>What QA determined of a donor by screening and tests (21 CFR 1271.50). Incomplete: not everything that is asked is done.</summary>
public enum DonorOutcome
{
    Eligible,
    Ineligible,
    Incomplete,
}

/// <summary>One test with its outcome.</summary>
public sealed record DonorResult(DonorTest Test, DonorTestOutcome Outcome);

/// <summary>Results that were recorded together, of one drawing of blood.</summary>
public sealed record DonorRound(
    DateTimeOffset DrawnOn,
    DateTimeOffset RecordedAt,
    PersonId RecordedBy,
    IReadOnlyList<DonorResult> Results
);

/// <summary>QA's determination.</summary>
/// <param name="RiskFactors">Screening (history, examination) found risk factors or clinical evidence.</param>
/// <param name="Protocol">The protocol whose tests were asked for.</param>
/// <param name="Rounds">How many rounds of tests were there to be judged.</param>
public sealed record Determination(
    DonorOutcome Outcome,
    bool RiskFactors,
    ProtocolId Protocol,
    DateTimeOffset At,
    PersonId By,
    int Rounds
);

/// <summary>What is recorded of a donor's tests, oldest first, and what QA determined last.</summary>
public sealed record DonorRecord(IReadOnlyList<DonorRound> Rounds, Determination? Determined)
{
    /// <summary>Nothing recorded.</summary>
    public static readonly DonorRecord None = new([], null);

    /// <summary>The determination, where it covers every test that is recorded; a test recorded after it asks for another.</summary>
    public Determination? Standing() => Determined is { } last && last.Rounds == Rounds.Count ? last : null;

    /// <summary>With one more round of tests.</summary>
    internal DonorRecord With(DonorTestsRecorded fact, Recorded told) =>
        this with
        {
            Rounds = [.. Rounds, new DonorRound(fact.DrawnOn, told.At, told.By, fact.Tests)],
        };

    /// <summary>With QA's determination by the rounds that are there.</summary>
    internal DonorRecord With(EligibilityDetermined fact, Recorded told) =>
        this with
        {
            Determined = new Determination(
                fact.Outcome,
                fact.RiskFactors,
                fact.Protocol,
                told.At,
                told.By,
                Rounds.Count
            ),
        };

    /// <summary>What a test said when it was recorded last; null: it never was. A repeated test is a new record, and the last one counts.</summary>
    public DonorTestOutcome? Last(DonorTest test) =>
        Rounds.SelectMany(r => r.Results).LastOrDefault(r => r.Test == test)?.Outcome;

    /// <summary>The tests whose last outcome is this one, in the order of the list.</summary>
    public IReadOnlyList<DonorTest> Tests(DonorTestOutcome outcome) =>
        [.. Enum.GetValues<DonorTest>().Where(test => Last(test) == outcome)];

    /// <summary>The tests that a protocol asks for and that have no outcome, or none to go by.</summary>
    public IReadOnlyList<DonorTest> Unsettled(ProtocolContent protocol) =>
        [
            .. DonorTesting
                .Demanded(protocol)
                .Distinct()
                .Where(test => Last(test) is null or DonorTestOutcome.Indeterminate),
        ];
}

/// <summary>Which tests are asked for.</summary>
public static class DonorTesting
{
    /// <summary>Of every donor (21 CFR 1271.85(a)): what a protocol that names no tests asks for.</summary>
    public static readonly IReadOnlyList<DonorTest> Always =
    [
        DonorTest.HivAntibody,
        DonorTest.HivNat,
        DonorTest.HbsAg,
        DonorTest.AntiHbc,
        DonorTest.HbvNat,
        DonorTest.HcvAntibody,
        DonorTest.HcvNat,
        DonorTest.Syphilis,
    ];

    /// <summary>Of a donor of viable tissue rich in leukocytes (21 CFR 1271.85(b)), for a protocol to name.</summary>
    public static readonly IReadOnlyList<DonorTest> LeukocyteRich = [.. Always, DonorTest.Htlv, DonorTest.Cmv];

    /// <summary>The tests that a protocol asks for.</summary>
    public static IReadOnlyList<DonorTest> Demanded(ProtocolContent protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return protocol.DonorTests ?? Always;
    }
}

/// <summary>What is known of a donor's blood, and what follows. Kept under the pseudonym for the decades that the law asks; decision 029.</summary>
public abstract record DonorFact(SubjectId Subject) : SubjectFact(Subject);
