using Medera.Lab.Custody;

namespace Medera.Lab.People;

/// <summary>Accounts and what they may do. User names are account names, never persons' names.</summary>
public abstract record PersonFact(PersonId Person) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Person);

    [FactName("auth.account-opened")]
    public sealed record AccountOpened(PersonId Person, string UserName, Roles Roles) : PersonFact(Person);

    [FactName("auth.role-changed")]
    public sealed record RolesChanged(PersonId Person, Roles Roles, bool Active) : PersonFact(Person);

    [FactName("auth.password-set")]
    public sealed record PasswordSet(PersonId Person) : PersonFact(Person);

    /// <summary>The account's badge; the one before, if there was one, is void.</summary>
    [FactName("auth.badge-bound")]
    public sealed record BadgeBound(PersonId Person, string Badge) : PersonFact(Person);

    [FactName("auth.signed-in")]
    public sealed record SignedIn(PersonId Person) : PersonFact(Person);

    [FactName("auth.failed")]
    public sealed record SignInFailed(PersonId Person) : PersonFact(Person);

    /// <summary>Many wrong passwords from one place: tries from there take turns from now on. The account is open as before.</summary>
    [FactName("auth.slowed")]
    public sealed record SignInSlowed(PersonId Person) : PersonFact(Person);

    [FactName("access.identity-revealed")]
    public sealed record IdentityRevealed(PersonId Person, SubjectId Subject, string Purpose) : PersonFact(Person);

    /// <summary>A package of the log was taken away: of a batch, or of log indexes from the first to before the last, under a checkpoint of a size.</summary>
    [FactName("access.exported")]
    public sealed record Exported(PersonId Person, BatchId? Batch, long From, long To, long Size) : PersonFact(Person);

    /// <summary>Entries of the log were read over HTTP: recorded once a day.</summary>
    [FactName("access.followed")]
    public sealed record Followed(PersonId Person, long Size) : PersonFact(Person);
}

/// <summary>One broken rule as the log keeps it: identifiers and values, never sentences.</summary>
public sealed record RefusedRule(string Rule, string Variant, IReadOnlyDictionary<string, string> Values);

/// <summary>What happens at a station.</summary>
public abstract record StationFact(StationId Station) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Station);

    [FactName("station.registered")]
    public sealed record StationRegistered(StationId Station, string Code, string Name, string Room)
        : StationFact(Station);

    /// <summary>An attempt that was refused. It moves no life; <paramref name="About"/> puts it on the timelines it concerns.</summary>
    /// <param name="Count">1, or how many equal attempts this one event stands for.</param>
    [FactName("attempt.refused")]
    public sealed record AttemptRefused(
        StationId Station,
        PersonId Person,
        string Wanted,
        IReadOnlyList<RefusedRule> Rules,
        IReadOnlyList<Guid> About,
        int Count
    ) : StationFact(Station);

    /// <summary>The demonstration clock was moved on. Seconds of offset from the machine's clock.</summary>
    [FactName("config.changed")]
    public sealed record ClockMoved(StationId Station, long OffsetSeconds) : StationFact(Station);

    /// <summary>A key signs the log's checkpoints from a size on. The key is written as a vkey: name, id, public half.</summary>
    [FactName("log.key-begun")]
    public sealed record LogKeyBegun(StationId Station, string Key, long Size) : StationFact(Station);

    /// <summary>A key signs no more, from a size on.</summary>
    [FactName("log.key-retired")]
    public sealed record LogKeyRetired(StationId Station, string Key, long Size) : StationFact(Station);
}
