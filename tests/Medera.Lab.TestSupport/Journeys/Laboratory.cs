using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Medera.Lab.TestSupport.Journeys;

/// <summary>A laboratory in memory: lives, a clock, streams with versions, identifiers in order, and the history. It does what the desk does, without a database.</summary>
public sealed class Laboratory
{
    public static readonly Station Bench = new(
        new StationId(new Guid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2)),
        "MLS00000001",
        "bench-1",
        "clean room"
    );

    private readonly Dictionary<StreamKey, int> heads = [];
    private long ids;
    private int codes;

    public Lives Lives { get; private set; } = Lives.None;
    public DateTimeOffset Now { get; set; } = World.Opening;
    public List<Recorded> History { get; } = [];
    public IReadOnlyList<Rule> Rules { get; set; } = AllRules.InForce;

    /// <summary>A laboratory with its people, its station and one box of positions.</summary>
    public static Laboratory Opened(int rows = 3, int columns = 4)
    {
        var lab = new Laboratory();
        foreach (var person in Staff.All)
            lab.Append([new AccountOpened(person.Id, person.UserName, person.Roles)], Staff.Murat);
        lab.Append([new StationRegistered(Bench.Id, Bench.Code, Bench.Name, Bench.Room)], Staff.Murat);
        lab.Must(
            Staff.Murat,
            new RegisterBox(
                new BoxCode(lab.NewCode(CodeKind.Position)),
                "LN2-A",
                "R1",
                "B1",
                rows,
                columns,
                [.. lab.NewCodes(CodeKind.Position, rows * columns).Select(code => new PositionCode(code))]
            )
        );
        return lab;
    }

    /// <summary>The same laboratory once more; what is done in one is not seen in the other.</summary>
    public Laboratory Copy()
    {
        var copy = new Laboratory
        {
            Lives = Lives,
            Now = Now,
            Rules = Rules,
            ids = ids,
            codes = codes,
        };
        foreach (var (stream, version) in heads)
            copy.heads[stream] = version;
        copy.History.AddRange(History);
        return copy;
    }

    public IReadOnlyList<Position> Positions => [.. Lives.Positions.Values.OrderBy(p => p.Row).ThenBy(p => p.Column)];

    public string NewCode(CodeKind kind) =>
        OwnCode.Make(kind, (++codes).ToString("D8", CultureInfo.InvariantCulture)).Text;

    public string[] NewCodes(CodeKind kind, int count) => [.. Enumerable.Range(0, count).Select(_ => NewCode(kind))];

    public void Later(TimeSpan by) => Now += by;

    /// <summary>So much time passes, and somebody tells of its beginning.</summary>
    public DateTimeOffset Past(TimeSpan time)
    {
        Later(time);
        return Now - time;
    }

    public void Later(int minutes) => Now += TimeSpan.FromMinutes(minutes);

    /// <summary>What the rules answer; nothing is written.</summary>
    /// <param name="file">Changes the case file before it is judged: for faults that the desk itself would have to make.</param>
    public Decision Ask(
        Person who,
        Command wanted,
        LateRecord? late = null,
        Person? second = null,
        bool signed = true,
        Func<CaseFile, CaseFile>? file = null
    ) => Asked(who, wanted, late, second, signed, file).Decision;

    /// <summary>Does it if the rules allow: the facts are appended and folded.</summary>
    public Decision Do(Person who, Command wanted, LateRecord? late = null, Person? second = null, bool signed = true)
    {
        var (decision, signature) = Asked(who, wanted, late, second, signed, null);
        if (decision.Accepted)
            Append(decision.Facts, who, signature, late?.Happened, late?.Performed, late is null ? null : second);
        return decision;
    }

    /// <summary>Does it, and fails the test where the rules refuse it or say anything about it.</summary>
    public Decision Must(Person who, Command wanted)
    {
        var decision = Do(who, wanted);
        Assert.True(
            decision.Accepted && decision.Broken.Count == 0,
            $"{wanted.GetType().Name} by {who.UserName}: {decision.Told()}"
        );
        return decision;
    }

    /// <summary>Appends facts as the desk would: one version a fact in its stream, the fold after each.</summary>
    public void Append(
        IReadOnlyList<Fact> facts,
        Person who,
        Signature? signature = null,
        DateTimeOffset? happened = null,
        Person? performed = null,
        Person? second = null
    )
    {
        foreach (var fact in facts)
        {
            var version = heads[fact.Stream] = Head(fact.Stream) + 1;
            var recorded = new Recorded(
                fact,
                Now,
                who.Id,
                version,
                signature,
                happened,
                performed is null || performed.Id == who.Id ? null : performed.Id,
                second?.Id
            );
            Lives = Apply.To(Lives, recorded);
            History.Add(recorded);
        }
    }

    /// <summary>Puts lives there that no command leads to: only for what the rules must withstand all the same.</summary>
    public void Pretend(Func<Lives, Lives> change) => Lives = change(Lives);

    public int Head(StreamKey stream) => heads.GetValueOrDefault(stream);

    private (Decision Decision, Signature? Signature) Asked(
        Person who,
        Command wanted,
        LateRecord? late,
        Person? second,
        bool signed,
        Func<CaseFile, CaseFile>? change
    )
    {
        var moment = new Moment(Now, new Numbered(ids, wanted.Makes() + Moment.Spare));
        ids += wanted.Makes() + Moment.Spare;
        // Somebody of QA stands by what asks for two, where no test says otherwise.
        second ??= wanted is IWitnessed ? Staff.Emre : null;
        var file = new CaseFile(wanted, moment, who, second, Bench, Lives) { Late = late, Means = LabelsOfTests.Means };
        if (file.Batch is { } batch)
            file = file with { BatchVersion = Head(StreamKey.For(batch.Id)) };
        if (signed && CommandCatalogue.Find(wanted).Signs is { } meaning)
            file = file with { Signed = Sign(who, meaning, file, wanted) };
        if (ReleaseRules.AsksForSeal(file, wanted))
            file = file with { ReleaseSealed = true };
        if (change is not null)
            file = change(file);
        return (Decide.On(file, wanted, Rules), file.Signed);
    }

    /// <summary>The signature over the heads of the streams read. A first release signature that still stands is left out of the list that the second one signs.</summary>
    private Signature Sign(Person who, string meaning, CaseFile file, Command wanted)
    {
        if (
            wanted is SignRelease
            && file.Batch?.FirstSignature is { } first
            && file.BatchVersion == first.AtVersion + 1
            && Over(who, meaning, file, first.AtVersion) is var same
            && same.Over == first.Over
        )
            return same;
        return Over(who, meaning, file, file.BatchVersion);
    }

    private Signature Over(Person who, string meaning, CaseFile file, int batchVersion)
    {
        var read = new List<SignedHead>();
        if (file.Batch is { } batch)
            read.Add(HeadOf(StreamKey.For(batch.Id), batchVersion));
        if (file.Donor is { } donor)
            read.Add(HeadOf(StreamKey.For(donor.Id)));
        if (file.Subject is { } subject)
            read.Add(HeadOf(StreamKey.For(subject.Id)));
        if (file.Protocol is { } protocol)
            read.Add(HeadOf(new StreamKey("protocol", protocol.Id.Value)));
        if (file.Plan is { } plan)
            read.Add(HeadOf(new StreamKey("plan", plan.Id.Value)));
        var text = string.Join(';', read.Select(h => $"{h.Stream}@{h.Version}")) + ";" + meaning;
        return new Signature(who.Id, meaning, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), read);
    }

    private SignedHead HeadOf(StreamKey stream, int? version = null) =>
        new(stream.ToString(), version ?? Head(stream), "");

    /// <summary>Identifiers that only count: the same run gives the same ones.</summary>
    private sealed class Numbered(long from, int count) : IReadOnlyList<Guid>
    {
        public int Count => count;
        public Guid this[int index] =>
            index >= 0 && index < count
                ? new Guid((int)(from + index + 1), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0)
                : throw new ArgumentOutOfRangeException(
                    nameof(index),
                    index,
                    "The decision took more identifiers than were made ready."
                );

        public IEnumerator<Guid> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
