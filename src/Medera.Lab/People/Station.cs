namespace Medera.Lab.People;

/// <summary>A station: a registered device in a room; it gives a scan its place.</summary>
public readonly record struct StationId(Guid Value) : IIdOf<Station>;

/// <summary>A station in a room; its code is on a label beside it.</summary>
public sealed record Station(StationId Id, string Code, string Name, string Room)
    : IThing<Station, StationId>,
        IDeclared
{
    // A refused attempt stands at the station where it was made, and moves no life.
    private static readonly Life<Station> Life = new Life<Station>()
        .Begins<StationRegistered>((fact, _) => new Station(fact.Station, fact.Code, fact.Name, fact.Room))
        .Touched<AttemptRefused>()
        .Touched<ClockMoved>()
        .Touched<LogKeyBegun>()
        .Touched<LogKeyRetired>();

    static Declared IDeclared.Kind { get; } =
        new("station", new("station", "istasyon"), Icon: "scan", Page: null, CodeKind.Station, Life);

    string? IThing.Called => Name;

    string? IThing<Station, StationId>.Bears => Code;
}

/// <summary>What happens at a station.</summary>
public abstract record StationFact(StationId Station) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Station);
}

/// <summary>One broken rule as the log keeps it: identifiers and values, never sentences.</summary>
public sealed record RefusedRule(string Rule, string Variant, IReadOnlyDictionary<string, string> Values);

/// <summary>An attempt that was refused. It moves no life; <paramref name="About"/> puts it on the timelines it concerns.</summary>
/// <param name="Count">1, or how many equal attempts this one event stands for.</param>
[FactName("attempt.refused")]
[Icon("cross")]
[Said(
    "Refused: {wanted}. Rules: {rules}; times: {count}.",
    "Reddedildi: {wanted}. Kurallar: {rules}; kaç kez: {count}."
)]
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
[Icon("clock")]
[Said(
    "Demonstration clock moved to {offsetSeconds} s ahead of the machine's.",
    "Gösterim saati makine saatinden {offsetSeconds} sn ileriye alındı."
)]
public sealed record ClockMoved(StationId Station, long OffsetSeconds) : StationFact(Station);

/// <summary>A key signs the log's checkpoints from a size on. The key is written as a vkey: name, id, public half.</summary>
[FactName("log.key-begun")]
[Said(
    "Key {key} signs the log from size {size} on.",
    "{key} anahtarı kayıt defterini {size} boyutundan itibaren imzalar."
)]
public sealed record LogKeyBegun(StationId Station, string Key, long Size) : StationFact(Station);

/// <summary>A key signs no more, from a size on.</summary>
[FactName("log.key-retired")]
[Said(
    "Key {key} signs the log no more, from size {size} on.",
    "{key} anahtarı {size} boyutundan itibaren kayıt defterini imzalamaz."
)]
public sealed record LogKeyRetired(StationId Station, string Key, long Size) : StationFact(Station);
