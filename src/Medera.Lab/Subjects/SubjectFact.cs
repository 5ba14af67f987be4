using Medera.Lab.Custody;
using Medera.Lab.Protocols;

namespace Medera.Lab.Subjects;

/// <summary>What happens to a donor or patient: identity, consent, suitability.</summary>
public abstract record SubjectFact(SubjectId Subject) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Subject);

    [FactName("subject.registered")]
    public sealed record Registered(SubjectId Subject, string Code, bool Donor, bool Patient, bool Minor)
        : SubjectFact(Subject);

    [FactName("identity.coi-assigned")]
    public sealed record CoiAssigned(SubjectId Subject, string Coi) : SubjectFact(Subject);

    [FactName("identity.wristband-bound")]
    public sealed record WristbandBound(SubjectId Subject, string Wristband) : SubjectFact(Subject);

    [FactName("identity.wristband-voided")]
    public sealed record WristbandVoided(SubjectId Subject, string Wristband) : SubjectFact(Subject);

    [FactName("consent.informed")]
    public sealed record Informed(SubjectId Subject, ConsentKind Kind, string Language) : SubjectFact(Subject);

    [FactName("consent.given")]
    public sealed record ConsentGiven(
        SubjectId Subject,
        ConsentKind Kind,
        string Form,
        string Language,
        ConsentSigner SignedBy,
        DateTimeOffset ValidUntil
    ) : SubjectFact(Subject);

    [FactName("consent.assented")]
    public sealed record Assented(SubjectId Subject) : SubjectFact(Subject);

    [FactName("consent.dissented")]
    public sealed record Dissented(SubjectId Subject) : SubjectFact(Subject);

    [FactName("consent.withdrawn")]
    public sealed record ConsentWithdrawn(SubjectId Subject, ConsentKind Kind) : SubjectFact(Subject);

    [FactName("suitability.decided")]
    public sealed record SuitabilityDecided(SubjectId Subject, SuitabilityOutcome Outcome) : SubjectFact(Subject);

    /// <summary>Name, birth date and all texts about the subject were erased.</summary>
    /// <param name="Texts">How many texts about the subject.</param>
    /// <param name="Elsewhere">How many texts of other events, found by the names and numbers given.</param>
    [FactName("subject.erased")]
    public sealed record Erased(SubjectId Subject, int Texts, int Elsewhere) : SubjectFact(Subject);
}

/// <summary>What happens to a protocol version.</summary>
public abstract record ProtocolFact(ProtocolId Protocol) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Protocol);

    [FactName("protocol.drafted")]
    public sealed record Drafted(ProtocolId Protocol, string Code, int Edition, ProtocolContent Content)
        : ProtocolFact(Protocol);

    [FactName("protocol.approved")]
    public sealed record Approved(ProtocolId Protocol) : ProtocolFact(Protocol);

    [FactName("protocol.retired")]
    public sealed record Retired(ProtocolId Protocol) : ProtocolFact(Protocol);
}

/// <summary>What happens to a treatment plan and its sessions.</summary>
public abstract record PlanFact(PlanId Plan) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Plan);

    [FactName("plan.made")]
    public sealed record Made(PlanId Plan, SubjectId Patient, ProtocolId Protocol, IReadOnlyList<Session> Sessions)
        : PlanFact(Plan);

    [FactName("plan.cancelled")]
    public sealed record PlanCancelled(PlanId Plan) : PlanFact(Plan);

    [FactName("session.ready")]
    public sealed record SessionReady(
        PlanId Plan,
        SubjectId Patient,
        int Session,
        int WeightGrams,
        DateTimeOffset WeightAt,
        long DoseCells,
        DateTimeOffset ReadyUntil
    ) : PlanFact(Plan);

    [FactName("session.not-ready")]
    public sealed record SessionNotReady(PlanId Plan, SubjectId Patient, int Session) : PlanFact(Plan);

    [FactName("session.started")]
    public sealed record SessionStarted(PlanId Plan, SubjectId Patient, int Session, ContainerId Container)
        : PlanFact(Plan);

    [FactName("session.given")]
    public sealed record SessionGiven(PlanId Plan, SubjectId Patient, int Session, ContainerId Container, long GivenUl)
        : PlanFact(Plan);
}
