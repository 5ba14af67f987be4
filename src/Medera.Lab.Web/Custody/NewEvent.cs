namespace Medera.Lab.Web.Custody;

/// <summary>One event, made and not yet stored.</summary>
public sealed record NewEvent(StreamHead Head, Entry Entry, byte[] Body, byte[] Leaf);

/// <summary>What stands beside the facts of one command in each of their bodies.</summary>
public sealed record EventContext(Guid Command, PersonId Actor, StationId? Station, DateTimeOffset At)
{
    /// <summary>When it happened, where that is not when it was recorded.</summary>
    public DateTimeOffset? Happened { get; init; }

    /// <summary>Who did it, where that is not the actor.</summary>
    public PersonId? Performed { get; init; }

    /// <summary>Who stands by it beside the actor.</summary>
    public PersonId? Second { get; init; }

    /// <summary>The event that this command puts right.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>The codes that were read, where scans made the command.</summary>
    public IReadOnlyList<Scan> Scans { get; init; } = [];

    /// <summary>The code of the reason that was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The actor's signature.</summary>
    public Signature? Signature { get; init; }

    /// <summary>Things beside those that the facts name themselves.</summary>
    public IReadOnlyList<Guid> About { get; init; } = [];
}

/// <summary>A private text with its salt and commitment, and the key that it is sealed under.</summary>
public sealed record CommittedText(string Text, byte[] Salt, byte[] Commitment, Guid Key);
