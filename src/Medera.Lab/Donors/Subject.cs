namespace Medera.Lab.Donors;

/// <summary>A subject: a donor or a patient, known by a pseudonym.</summary>
public readonly record struct SubjectId(Guid Value) : IIdOf<Subject>;

/// <summary>The code on a wristband.</summary>
public readonly record struct WristbandCode(string Text) : ICodeOf<Subject>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Wristband;
}

/// <summary>What somebody agreed to; each is asked for apart from the others.</summary>
public enum ConsentKind
{
    Donation,
    Treatment,
    Research,
}

/// <summary>Who signed: the subject, or a guardian, who must sign for a minor.</summary>
public enum ConsentSigner
{
    Self,
    Guardian,
}

/// <summary>What the expert team decided about one patient.</summary>
public enum SuitabilityOutcome
{
    Favourable,
    NotNow,
    No,
}

/// <summary>One consent: the talk before it, its version and language, and how long it stands.</summary>
/// <param name="InformedAt">When the information talk was held; consent without it does not count (rule R26).</param>
public sealed record Consent(
    ConsentKind Kind,
    DateTimeOffset InformedAt,
    DateTimeOffset? GivenAt = null,
    string? Version = null,
    string? Language = null,
    ConsentSigner? SignedBy = null,
    DateTimeOffset? ValidUntil = null,
    DateTimeOffset? WithdrawnAt = null
);

/// <summary>A person known by a pseudonym. Name and birth date live in the erasable private field of the registering event, never here.</summary>
/// <param name="Code">The pseudonym for people, for example P-10233.</param>
/// <param name="Coi">Chain-of-identity identifier (ISBT 128 structure 040) once assigned.</param>
/// <param name="Wristband">The code of the wristband worn now.</param>
/// <param name="ErasedAt">When the personal data were erased: from then on nothing is done with this subject any more (rule R25).</param>
/// <param name="Eligibility">Tests and eligibility as a donor; null: nothing is recorded.</param>
public sealed record Subject(
    SubjectId Id,
    string Code,
    bool Donor,
    bool Patient,
    bool Minor,
    string? Coi,
    string? Wristband,
    IReadOnlyList<Consent> Consents,
    SuitabilityOutcome? Suitability,
    DateTimeOffset? DissentedAt,
    DateTimeOffset? ErasedAt = null,
    DonorRecord? Eligibility = null
) : IThing<Subject, SubjectId>, IDeclared
{
    private static readonly Life<Subject> Life = new Life<Subject>()
        .Begins<SubjectRegistered>(
            (fact, _) =>
                new Subject(
                    fact.Subject,
                    fact.Code,
                    fact.Donor,
                    fact.Patient,
                    fact.Minor,
                    Coi: null,
                    Wristband: null,
                    Consents: [],
                    Suitability: null,
                    DissentedAt: null
                )
        )
        .Changed<CoiAssigned>(fact => fact.Subject, (subject, fact, _) => subject with { Coi = fact.Coi })
        .Changed<WristbandBound>(
            fact => fact.Subject,
            (subject, fact, _) => subject with { Wristband = fact.Wristband }
        )
        .Changed<WristbandVoided>(fact => fact.Subject, (subject, _, _) => subject with { Wristband = null })
        .Changed<SubjectInformed>(
            fact => fact.Subject,
            (subject, fact, told) => subject with { Consents = [.. subject.Consents, new Consent(fact.Kind, told.At)] }
        )
        .Changed<ConsentGiven>(
            fact => fact.Subject,
            (subject, fact, told) =>
                subject.WithConsent(
                    fact.Kind,
                    consent =>
                        consent with
                        {
                            GivenAt = told.At,
                            Version = fact.Form,
                            Language = fact.Language,
                            SignedBy = fact.SignedBy,
                            ValidUntil = fact.ValidUntil,
                        }
                )
        )
        .Changed<ConsentWithdrawn>(
            fact => fact.Subject,
            (subject, fact, told) => subject.WithConsent(fact.Kind, consent => consent with { WithdrawnAt = told.At })
        )
        .Changed<AssentGiven>(fact => fact.Subject, (subject, _, _) => subject with { DissentedAt = null })
        .Changed<DissentExpressed>(fact => fact.Subject, (subject, _, told) => subject with { DissentedAt = told.At })
        .Changed<SuitabilityDecided>(
            fact => fact.Subject,
            (subject, fact, _) => subject with { Suitability = fact.Outcome }
        )
        .Changed<DonorTestsRecorded>(
            fact => fact.Subject,
            (subject, fact, told) => subject with { Eligibility = subject.TestedAs().With(fact, told) }
        )
        .Changed<EligibilityDetermined>(
            fact => fact.Subject,
            (subject, fact, told) => subject with { Eligibility = subject.TestedAs().With(fact, told) }
        )
        .Changed<SubjectErased>(fact => fact.Subject, (subject, _, told) => subject with { ErasedAt = told.At });

    static Declared IDeclared.Kind { get; } =
        new(
            "subject",
            new("donor or patient", "donör ya da hasta"),
            Icon: "wrist",
            Page: "/donors",
            CodeKind.Wristband,
            Life
        )
        {
            CodeWord = new("wristband", "bileklik"),
        };

    string? IThing.Called => Code;

    string? IThing<Subject, SubjectId>.Bears => Wristband;

    /// <summary>The consent of a kind that stands last, given or not.</summary>
    public Consent? ConsentOf(ConsentKind kind) => Consents.LastOrDefault(c => c.Kind == kind);

    /// <summary>What is recorded of the donor, be it nothing.</summary>
    public DonorRecord TestedAs() => Eligibility ?? DonorRecord.None;

    private Subject WithConsent(ConsentKind kind, Func<Consent, Consent> change)
    {
        var last =
            ConsentOf(kind) ?? throw new ImpossibleMoveException($"Consent to {kind} without its information talk.");
        return this with { Consents = [.. Consents.Select(c => ReferenceEquals(c, last) ? change(c) : c)] };
    }
}

/// <summary>What happens to a donor or patient: identity, consent, suitability.</summary>
public abstract record SubjectFact(SubjectId Subject) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Subject);
}

[FactName("identity.wristband-voided")]
[Said("Wristband {wristband} voided.", "{wristband} kodlu bileklik geçersiz kılındı.")]
public sealed record WristbandVoided(SubjectId Subject, string Wristband) : SubjectFact(Subject);
