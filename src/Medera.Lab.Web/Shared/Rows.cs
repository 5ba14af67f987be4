namespace Medera.Lab.Web.Shared;

/// <summary>One broken rule: its id, its kind (STOP, QA-STOP, FLAG), the sentence, who can clear it, and where.</summary>
public sealed record WhyNotRow(
    string Rule,
    string Kind,
    string Sentence,
    string ClearedBy,
    string? Href = null,
    string? LinkText = null
);

/// <summary>How far a station of a ribbon is.</summary>
public enum RibbonStand
{
    Done,
    Now,
    Todo,
}

/// <summary>A state of a batch or a custodian of a container. <paramref name="When"/> is ready to read: "12 Oct", "since 10 Nov".</summary>
public sealed record RibbonStep(string Word, RibbonStand Stand, string? When = null);

/// <summary>What a line of a timeline is: an act, a correction or late record, a refused attempt.</summary>
public enum TimelineKind
{
    Act,
    Correction,
    Refused,
}

/// <summary>
/// One event. <paramref name="At"/> carries the zone to show. <paramref name="Raw"/> is the stored JSON in one line,
/// <paramref name="Leaf"/> its hash in the log; an audit timeline opens to both. <paramref name="Seal"/> says whether it is sealed, where a reader asks.
/// </summary>
public sealed record TimelineEntry(
    DateTimeOffset At,
    string Sentence,
    string Who,
    string? Where = null,
    string Symbol = "check",
    TimelineKind Kind = TimelineKind.Act,
    string? Note = null,
    string? OldValue = null,
    string? Raw = null,
    string? Leaf = null,
    string? ProofHref = null,
    string? Mark = null,
    IReadOnlyList<TimelineRule>? Rules = null,
    IReadOnlyList<TimelineFact>? Facts = null,
    IReadOnlyList<TimelineLink>? Links = null,
    string? Seal = null
);

/// <summary>A rule that refused an attempt, with what it said.</summary>
public sealed record TimelineRule(string Id, string Sentence);

/// <summary>What belongs to an event beside its sentence: the second person, the signature, when it really happened.</summary>
/// <param name="Hash">A hash that belongs to it, shown whole.</param>
public sealed record TimelineFact(string Label, string Value, string? Hash = null);

/// <summary>Another thing that the event is about, and its page.</summary>
public sealed record TimelineLink(string Kind, string Name, string Href);

/// <summary>One thing to correct and the id of the field it is about.</summary>
public sealed record FormError(string FieldId, string Message);

/// <summary>A line of a signature: what is signed, in the order to read it.</summary>
public sealed record SignFact(string Label, string Value);

/// <summary>What the signer gave. Hold the password no longer than the desk needs it, and write it nowhere.</summary>
public sealed record Signing(string Password, string? Reason)
{
    /// <summary>A record prints its members; this one must not.</summary>
    public override string ToString() => nameof(Signing);
}

/// <summary>What the database left unanswered. Unknown: whether an act was recorded. Stale: whether what is shown is still so.</summary>
public enum Silence
{
    None,
    Unknown,
    Stale,
}

/// <summary>Notice: nothing is wrong. Warn: work goes on with care. Block: something is refused. Ok: it is over.</summary>
public enum BannerKind
{
    Notice,
    Warn,
    Block,
    Ok,
}

/// <summary>Wait: nothing scanned yet. Ok and Bad: compared.</summary>
public enum CheckStand
{
    Wait,
    Ok,
    Bad,
}
