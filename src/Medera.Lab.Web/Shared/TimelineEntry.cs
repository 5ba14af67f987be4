namespace Medera.Lab.Web.Shared;

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
