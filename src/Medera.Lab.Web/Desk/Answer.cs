using System.Text.Json.Serialization;

namespace Medera.Lab.Web.Desk;

/// <summary>How an attempt ended. Expecting: the first of two scans was understood, and the second is awaited.</summary>
public enum Outcome
{
    Accepted,
    Refused,
    Expecting,
}

/// <summary>A thing that an answer is about: enough to open its page.</summary>
/// <param name="Kind">batch, container, position, box, equipment, subject, plan, protocol, station, person, material, tray.</param>
/// <param name="Label">Code or number; never a person's name. Of a material lot: the article and the supplier's lot.</param>
public sealed record AboutThing(string Kind, Guid Id, string Label);

/// <summary>A fact that was recorded.</summary>
public sealed record FactMade(string Type, string Stream, int Version, Guid Event);

/// <summary>What the desk answers, and keeps, so that the same id gets the same answer. Instants, never ages; identifiers, never names.</summary>
/// <param name="At">The desk's time of the attempt.</param>
/// <param name="Symbol">What was understood of a scan: the code.</param>
/// <param name="Next">What may be scanned or done now, as words of the intent table.</param>
public sealed record Answer(
    Guid Id,
    Outcome Outcome,
    DateTimeOffset At,
    string? Symbol,
    IReadOnlyList<AboutThing> About,
    IReadOnlyList<FactMade> Facts,
    IReadOnlyList<Broken> Refusals,
    IReadOnlyList<string> Next
)
{
    /// <summary>The event that keeps a refused attempt; an equal one within two seconds has the one before it. Null where only a count is kept.</summary>
    /// <remarks>Kept answers name it as they always did.</remarks>
    [JsonPropertyName("Attempt")]
    public Guid? RefusalEventId { get; init; }

    /// <summary>A refusal of authority: the REST door answers 403.</summary>
    public bool Forbidden => Outcome == Outcome.Refused && Refusals.Any(r => r.Rule == DeskRules.Role.Id);
}

/// <summary>A record made after the act: when it happened, why late, what shows it, and who stands by it with a password of their own.</summary>
/// <param name="Performed">Account of who did it, where that is not who sends it. It needs no password: that person may be at home by now, and two others answer for the record.</param>
public sealed record LateRequest(
    DateTimeOffset Happened,
    string Reason,
    string? Evidence,
    string Second,
    string? SecondPassword,
    string? Performed = null
);

/// <summary>Who stands by an act that asks for a second person, with a password of their own. In no hash and no log but by who it is.</summary>
public sealed record WitnessRequest(string User, string? Password);

/// <summary>A command on its way to the desk.</summary>
/// <param name="Id">Made by the sender; sent again, it does nothing again and hears the same.</param>
/// <param name="Password">For the signature, where the command asks one. In no hash and no log.</param>
/// <param name="NewPassword">For an account that is opened or gets a new password.</param>
/// <param name="Scanned">The parsed codes, where scans made the command.</param>
public sealed record Request(
    Guid Id,
    Command Wanted,
    Doer By,
    string? Password = null,
    string? NewPassword = null,
    LateRequest? Late = null,
    IReadOnlyList<Scan>? Scanned = null
)
{
    public PersonId Actor => By.Person;

    /// <summary>Why a code of it was typed, of <see cref="TypedReasons"/>; null: none was. Other words are none, whichever door they come by.</summary>
    public string? TypedWhy
    {
        get;
        init => field = TypedReasons.Known(value);
    }

    /// <summary>When a device without a connection read the scan behind it; null: it came at once.</summary>
    public DateTimeOffset? OfflineAt { get; init; }

    /// <summary>Who stands by it, where it asks for a second person.</summary>
    public WitnessRequest? Witness { get; init; }

    /// <summary>The code that was scanned last; null where no scan made the command.</summary>
    internal string? LastScanned => Scanned is { Count: > 0 } scans ? scans[^1].Identifier : null;
}

/// <summary>One scanned text on its way to the desk.</summary>
/// <param name="Sequence">Its place among the scans of this person on this device, from 1.</param>
public sealed record ScanRequest(
    Guid Id,
    string Text,
    Doer By,
    ScanSource Source,
    DateTimeOffset? ClientAt,
    long? Sequence = null
)
{
    public PersonId Actor => By.Person;

    /// <summary>Where it was read; a scan without a place is one of the server's.</summary>
    public StationId Station => By.Station ?? LabDesk.Server.Id;

    /// <summary>Why it was typed, of <see cref="TypedReasons"/>; null where it was not, or in other words.</summary>
    public string? TypedWhy
    {
        get;
        init => field = TypedReasons.Known(value);
    }

    /// <summary>When a device without a connection read it, by its clock set to the desk's; null: it came at once.</summary>
    public DateTimeOffset? OfflineAt { get; init; }

    /// <summary>Whom the screen is about that asks for a wristband: another person's is a stop at once. Null: it asks for nobody's.</summary>
    public SubjectId? Wearer { get; init; }
}

/// <summary>The same id came before with another content.</summary>
public sealed class SameIdOtherContentException() : Exception("This id was used before for something else.");
