using Medera.Lab.Deciding;
using Medera.Lab.People;
using Medera.Lab.Protocols;

namespace Medera.Lab.Subjects;

/// <summary>Commands about donors and patients.</summary>
public abstract record SubjectCommand : Command
{
    [Verb("subject.register", Roles.Clinician)]
    public sealed record Register(
        [property: CodeText] string Code,
        bool Donor,
        bool Patient,
        bool Minor,
        [property: Private] string? Name,
        [property: Private] string? Born
    ) : SubjectCommand;

    [Verb("identity.assign-coi", Roles.Clinician)]
    public sealed record AssignCoi(SubjectId Subject, [property: CodeText] string Coi) : SubjectCommand, INameSubject;

    [Verb("identity.bind-wristband", Roles.Clinician | Roles.Nurse)]
    public sealed record BindWristband(SubjectId Subject, string Wristband) : SubjectCommand, INameSubject;

    [Verb("identity.void-wristband", Roles.Clinician | Roles.Nurse)]
    public sealed record VoidWristband(SubjectId Subject, string Reason, [property: Private] string? ReasonText)
        : SubjectCommand,
            INameSubject,
            IReasoned;

    [Verb("consent.inform", Roles.Clinician)]
    public sealed record Inform(SubjectId Subject, ConsentKind Kind, [property: CodeText] string Language)
        : SubjectCommand,
            INameSubject;

    [Verb("consent.give", Roles.Clinician, Signs = "consent taken after the information talk")]
    public sealed record GiveConsent(
        SubjectId Subject,
        ConsentKind Kind,
        [property: CodeText(Title = true)] string Form,
        [property: CodeText] string Language,
        ConsentSigner SignedBy,
        DateTimeOffset ValidUntil
    ) : SubjectCommand, INameSubject;

    [Verb("consent.assent", Roles.Clinician | Roles.Nurse)]
    public sealed record Assent(SubjectId Subject) : SubjectCommand, INameSubject;

    [Verb("consent.dissent", Roles.Clinician | Roles.Nurse)]
    public sealed record Dissent(SubjectId Subject) : SubjectCommand, INameSubject;

    [Verb("consent.withdraw", Roles.Clinician)]
    public sealed record WithdrawConsent(
        SubjectId Subject,
        ConsentKind Kind,
        string Reason,
        [property: Private] string? ReasonText
    ) : SubjectCommand, INameSubject, IReasoned;

    [Verb("suitability.decide", Roles.Clinician, Signs = "expert team's evaluation of the patient")]
    public sealed record DecideSuitability(SubjectId Subject, SuitabilityOutcome Outcome)
        : SubjectCommand,
            INameSubject;

    /// <summary>Forgets who somebody is. The facts stay, under the pseudonym.</summary>
    /// <param name="Names">Names by which texts of other events are found, parted by a semicolon or a new line; kept nowhere.</param>
    /// <param name="Numbers">National or record numbers by which they are found, parted likewise; kept nowhere.</param>
    [Verb("subject.erase", Roles.Qa, Signs = "erasure of personal data")]
    public sealed record Erase(
        SubjectId Subject,
        string Reason,
        [property: Private] string? ReasonText,
        [property: Private(Kept = false)] string? Names,
        [property: Private(Kept = false)] string? Numbers
    ) : SubjectCommand, INameSubject, IReasoned;
}

/// <summary>Commands about protocols and plans.</summary>
public abstract record PlanningCommand : Command
{
    [Verb("protocol.draft", Roles.Qa | Roles.Clinician)]
    public sealed record DraftProtocol([property: CodeText] string Code, int Edition, ProtocolContent Content)
        : PlanningCommand;

    [Verb("protocol.approve", Roles.Qa, Signs = "protocol and specification approved")]
    public sealed record ApproveProtocol(ProtocolId Protocol) : PlanningCommand, INameProtocol;

    [Verb("protocol.retire", Roles.Qa, Signs = "protocol retired")]
    public sealed record RetireProtocol(ProtocolId Protocol) : PlanningCommand, INameProtocol;

    /// <param name="IntervalDays">Days between sessions.</param>
    /// <param name="WindowDays">Days from a session's earliest to its latest date.</param>
    [Verb("plan.make", Roles.Clinician, Signs = "treatment plan")]
    public sealed record MakePlan(
        SubjectId Subject,
        ProtocolId Protocol,
        Route Route,
        int Sessions,
        DateTimeOffset FirstOn,
        [property: Unit("d")] int IntervalDays,
        [property: Unit("d")] int WindowDays,
        [property: Private] string? ReasonText
    ) : PlanningCommand, INameSubject, INameProtocol;

    [Verb("plan.cancel", Roles.Clinician)]
    public sealed record CancelPlan(PlanId Plan, string Reason, [property: Private] string? ReasonText)
        : PlanningCommand,
            INamePlan,
            IReasoned;

    /// <summary>The day's bedside confirmation (rule R28): each tick is a word of the clinician's.</summary>
    [Verb("session.ready", Roles.Clinician)]
    public sealed record ConfirmSession(
        PlanId Plan,
        int Session,
        string Wristband,
        [property: Unit("g")] int WeightGrams,
        DateTimeOffset? WeighedAt,
        bool NoFever,
        bool AccessWorking,
        bool ConsentReconfirmed,
        bool Go
    ) : PlanningCommand, INamePlan, INameWristband;

    [Verb("session.not-ready", Roles.Clinician)]
    public sealed record PostponeSession(
        PlanId Plan,
        int Session,
        string Reason,
        [property: Private] string? ReasonText
    ) : PlanningCommand, INamePlan, IReasoned;
}
