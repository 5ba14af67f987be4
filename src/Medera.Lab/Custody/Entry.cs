using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Custody;

/// <summary>
/// One event as the log keeps it (custody-log, "What is hashed"). The bytes are made once and stored; they are what the
/// leaf is made of. Records hold arrays here, so compare bytes, not entries.
/// </summary>
/// <param name="Log">The log's origin.</param>
/// <param name="Stream">The stream's natural key: site/kind/guid.</param>
/// <param name="Version">Place in the stream, from 1.</param>
/// <param name="Prev">Leaf of the stream's event before; for the first, <see cref="FirstPrev"/>. 32 bytes.</param>
/// <param name="Command">The command that made it, and perhaps others.</param>
/// <param name="Recorded">The desk's instant, in whole microseconds.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Station">Where; nothing only where no station is registered, at the first sign-in for example.</param>
/// <param name="Written">The data in the edition that the body has: a new event's fact, or what a stored one was read as.</param>
public sealed record Entry(
    string Log,
    string Stream,
    int Version,
    byte[] Prev,
    Guid Id,
    Guid Command,
    DateTimeOffset Recorded,
    PersonId Actor,
    StationId? Station,
    FactData Written
)
{
    /// <summary>The fact, as the rules of today read it: of an older edition, what it says in today's words.</summary>
    public Fact Data => Written.ToFact();

    /// <summary>The edition of the body itself: key <c>v</c>.</summary>
    public const int BodyEdition = 1;

    /// <summary>The most bytes that the table takes.</summary>
    public const int MaxBytes = Limits.Bytes.Body;

    /// <summary>When it was done, where that is not when it was recorded.</summary>
    public DateTimeOffset? Happened { get; init; }

    /// <summary>Who did it, where that is not who recorded it; in a late record.</summary>
    public PersonId? Performed { get; init; }

    /// <summary>The second person, where one is needed.</summary>
    public PersonId? Second { get; init; }

    /// <summary>What was scanned, in order.</summary>
    public IReadOnlyList<Scan> Scans { get; init; } = [];

    /// <summary>The reason's code, where one is asked.</summary>
    public string? Reason { get; init; }

    /// <summary>The signature, where one is given.</summary>
    public Signature? Signature { get; init; }

    /// <summary>The event that this one puts right, in whichever stream: a corrected result or record.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>Everything that the event is about; written sorted, each once. <see cref="FactCodec.About"/> gives the fact's own.</summary>
    public IReadOnlyList<Guid> About { get; init; } = [];

    /// <summary>Commitments to texts that may be erased, 32 bytes by field.</summary>
    public IReadOnlyDictionary<string, byte[]> Commitments { get; init; } =
        new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>What stands before the first event of a stream: SHA-256 of its natural key in UTF-8.</summary>
    public static byte[] FirstPrev(string naturalKey) => SHA256.HashData(Encoding.UTF8.GetBytes(naturalKey));

    /// <summary>The canonical body.</summary>
    /// <exception cref="NotCanonical">Something in it has no form in the log, stands in the wrong stream, or is too much.</exception>
    public byte[] ToBytes()
    {
        var bytes = CanonicalJson.Write(Body());
        return bytes.Length <= MaxBytes
            ? bytes
            : throw new NotCanonical($"An event has at most {Text(MaxBytes)} bytes, this one {Text(bytes.Length)}.");
    }

    /// <summary>Reads a body and nothing else: for all bytes either <c>Parse(bytes).ToBytes()</c> equals them, or this throws.</summary>
    /// <exception cref="NotCanonical">The bytes are not what <see cref="ToBytes"/> gives for any entry.</exception>
    public static Entry Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes || CanonicalJson.Read(bytes) is not Json.Object body)
            throw new NotCanonical("A body is one object.");
        var read = new Reader(body);
        if (read.Need<int>("v") != BodyEdition)
            throw new NotCanonical("A body of another edition.");
        var entry = new Entry(
            read.Need<string>("log"),
            read.Need<string>("stream"),
            read.Need<int>("version"),
            read.Bytes("prev"),
            read.Need<Guid>("id"),
            read.Need<Guid>("command"),
            read.Need<DateTimeOffset>("recorded"),
            read.Need<PersonId>("actor"),
            read.Maybe<StationId>("station"),
            FactCodec.Decode(read.Need<string>("type"), read.Need<int>("edition"), read.Json("data"))
        )
        {
            Happened = read.Maybe<DateTimeOffset>("happened"),
            Performed = read.Maybe<PersonId>("performed"),
            Second = read.Maybe<PersonId>("second"),
            Scans = read.Object<IReadOnlyList<Scan>>("scan") ?? [],
            Reason = read.Object<string>("reason"),
            Signature = read.Object<Signature>("signature"),
            Corrects = read.Maybe<Guid>("corrects"),
            About = read.Need<IReadOnlyList<Guid>>("about"),
            Commitments = read.Commitments(),
        };

        // Unknown keys, things out of order and whatever was not thought of: the form is unique, so comparing finds them.
        return entry.Body().Equals(body) ? entry : throw new NotCanonical("Not the one form of this body.");
    }

    /// <summary>Scanned by a device without a connection and decided later, under all rules; a late record is not.</summary>
    public bool Offline =>
        Happened is not null
        && Scans.Any(s => s.Flags.HasFlag(ScanFlags.Offline))
        && !Scans.Any(s => s.Flags.HasFlag(ScanFlags.Late));

    /// <summary>The event as replay and state rows see it.</summary>
    public Recorded AsRecorded() =>
        new(Data, Recorded, Actor, Version, Signature, Happened, Performed, Second, Offline, Reason);

    private Json.Object Body()
    {
        if (Version < 1 || Prev.Length != SHA256.HashSizeInBytes || Log.Length == 0)
            throw new NotCanonical("An event has an origin, a version from 1 on, and 32 bytes of the one before.");
        if (!Stream.EndsWith($"/{Data.Stream}", StringComparison.Ordinal))
            throw new NotCanonical($"The fact lives in {Data.Stream}, not in {Stream}.");
        var name = FactNames.Find(Written.GetType());
        var members = new Dictionary<string, Json>(StringComparer.Ordinal)
        {
            ["v"] = BodyEdition,
            ["log"] = Log,
            ["stream"] = Stream,
            ["version"] = Version,
            ["prev"] = CanonicalValues.Bytes(Prev),
            ["id"] = CanonicalValues.Id(Id),
            ["command"] = CanonicalValues.Id(Command),
            ["type"] = name.Name,
            ["edition"] = name.Edition,
            ["recorded"] = CanonicalValues.Instant(Recorded),
            ["actor"] = CanonicalValues.Id(Actor.Value),
            ["about"] = new Json.Array([.. About.Distinct().Order().Select(id => (Json)CanonicalValues.Id(id))]),
            ["data"] = FactCodec.Data(Written),
        };
        Add("station", Station);
        Add("happened", Happened);
        Add("performed", Performed);
        Add("second", Second);
        Add("reason", Reason);
        Add("signature", Signature);
        Add("corrects", Corrects);
        if (Scans.Count > 0)
            members.Add("scan", Shape.For(typeof(IReadOnlyList<Scan>)).Write(Scans));
        if (Commitments.Count > 0)
            members.Add(
                "commitments",
                new Json.Object(
                    Commitments.ToDictionary(
                        c => c.Key,
                        c => (Json)CanonicalValues.Bytes(Committed(c.Value)),
                        StringComparer.Ordinal
                    )
                )
            );
        return new Json.Object(members);

        void Add(string key, object? value)
        {
            if (value is not null)
                members.Add(key, Shape.For(value.GetType()).Write(value));
        }
    }

    private static byte[] Committed(byte[] value) =>
        value.Length == Commitment.Size ? value : throw new NotCanonical("A commitment has 32 bytes.");

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Reader(Json.Object body)
    {
        public Json Json(string key) =>
            body.Members.TryGetValue(key, out var value) ? value : throw new NotCanonical($"\"{key}\" is missing.");

        public T Need<T>(string key) => (T)Shape.For(typeof(T)).Read(Json(key));

        public T? Maybe<T>(string key)
            where T : struct => body.Members.ContainsKey(key) ? Need<T>(key) : null;

        public T? Object<T>(string key)
            where T : class => body.Members.ContainsKey(key) ? Need<T>(key) : null;

        public byte[] Bytes(string key) => CanonicalValues.ParseBytes(Need<string>(key));

        public Dictionary<string, byte[]> Commitments()
        {
            if (!body.Members.TryGetValue("commitments", out var value))
                return new(StringComparer.Ordinal);
            return value is Json.Object(var fields)
                ? fields.ToDictionary(
                    f => f.Key,
                    f => CanonicalValues.ParseBytes(Shape.TextIn(f.Value)),
                    StringComparer.Ordinal
                )
                : throw new NotCanonical("Commitments stand by field.");
        }
    }
}
