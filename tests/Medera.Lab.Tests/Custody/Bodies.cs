using System.Text;
using CsCheck;
using Medera.Lab.Tests.Architecture;
using Medera.Lab.TestSupport.Journeys;
using Xunit;

namespace Medera.Lab.Tests.Custody;

public class Bodies
{
    private const string Approved = "tests/Medera.Lab.Tests/Approved/bodies.txt";

    public static TheoryData<string, int> Editions =>
        [.. FactNames.Editions.Select(fact => (fact.Name.Name, fact.Name.Edition))];

    [Fact]
    public void are_as_they_were_approved()
    {
        var found = Turkish.In(() =>
            FactNames
                .Editions.SelectMany(edition => ToApprove(edition.Type))
                .Select(written => Encoding.UTF8.GetString(Make(written).ToBytes()))
                .ToList()
        );
        var approved = ApprovedBodies();
        var changed = found
            .Except(approved, StringComparer.Ordinal)
            .Select(line =>
                $"A new shape, and partners build on shapes: a change that breaks a partner is a new edition or a new path. A changed fact is a new edition beside the one before; a new one gets this line in {Approved}:\n{line}"
            )
            .Concat(
                approved
                    .Except(found, StringComparer.Ordinal)
                    .Select(line => $"No fact has this shape any more, but logs hold it:\n{line}")
            )
            .ToList();
        Assert.True(changed.Count == 0, string.Join('\n', changed));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void come_back_from_their_bytes(string name, int edition) =>
        Samples
            .Any(FactNames.Find(name, edition)!)
            .Select(fact => (FactData)fact)
            .Sample(fact => ComesBack(Make(fact)), iter: 30);

    [Theory]
    [MemberData(nameof(Editions))]
    public void come_back_in_turkish(string name, int edition)
    {
        var bytes = Make(Fixed(FactNames.Find(name, edition)!)).ToBytes();
        Assert.Equal(bytes, Turkish.In(() => Entry.Parse(bytes).ToBytes()));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void refuse_a_fact_with_less_or_more(string name, int edition)
    {
        var written = Fixed(FactNames.Find(name, edition)!);
        var data = FactCodec.Data(written);
        Assert.Equal(FactCodec.Data(written.ToFact()), FactCodec.Data(FactCodec.Read(name, edition, data)));
        var more = data.Members.Append(new("unheard-of", "x"));
        Assert.Throws<NotCanonical>(() => FactCodec.Read(name, edition, new Json.Object(more.ToDictionary())));
        Assert.Throws<NotCanonical>(() =>
            FactCodec.Read(name, edition, new Json.Object(data.Members.Skip(1).ToDictionary()))
        );
        Assert.Throws<NotCanonical>(() =>
            FactCodec.Read(name, FactNames.Find(FactNames.Latest(name)!).Edition + 1, data)
        );
    }

    [Fact]
    public void are_read_and_told_in_every_edition_that_was_ever_approved()
    {
        foreach (var line in ApprovedBodies())
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var entry = Entry.Parse(bytes);
            Assert.Equal(line, Encoding.UTF8.GetString(entry.ToBytes()));
            Assert.Equal(FactNames.Latest(FactNames.Find(entry.Written.GetType()).Name), entry.Data.GetType());
            foreach (var language in (string[])["en", "tr-TR"])
                Assert.NotEmpty(FactSentences.Sentence(entry.Data, language, (_, text) => text));
        }
    }

    [Fact]
    public void hold_what_was_put_in()
    {
        var fact = new CellsIsolated(new(Samples.Id(1)), new(Samples.Id(2)), 12000, 5_000_000, 92.40m);
        var entry = Full(fact);
        var back = Entry.Parse(entry.ToBytes());
        Assert.Equal(fact, back.Data);
        Assert.Equal("92.40", Assert.IsType<Json.Text>(FactCodec.Data(fact).Members["viability"]).Value);
        Assert.Equal(entry.Stream, back.Stream);
        Assert.Equal(entry.Prev, back.Prev);
        Assert.Equal(entry.Happened, back.Happened);
        Assert.Equal(entry.Performed, back.Performed);
        Assert.Equal(entry.Second, back.Second);
        Assert.Equal(entry.Station, back.Station);
        Assert.Equal(entry.Scans, back.Scans);
        Assert.Equal(entry.Reason, back.Reason);
        Assert.Equal(entry.Corrects, back.Corrects);
        Assert.Equal(entry.Commitments["reason-text"], back.Commitments["reason-text"]);
        Assert.Equal(entry.Signature!.Heads, back.Signature!.Heads);
        var recorded = back.AsRecorded();
        Assert.True(recorded.Late);
        Assert.Equal((entry.Recorded, entry.Actor, 7), (recorded.At, recorded.Actor, recorded.Version));
    }

    [Fact]
    public void are_refused_when_anything_in_them_is_not_understood()
    {
        var body = (Json.Object)CanonicalJson.Read(Full(FixedFact(typeof(CellsIsolated))).ToBytes());
        foreach (
            var key in body.Members.Keys.Except(
                [
                    "station",
                    "happened",
                    "performed",
                    "second",
                    "scan",
                    "reason",
                    "signature",
                    "corrects",
                    "commitments",
                ],
                StringComparer.Ordinal
            )
        )
            Refused(new Json.Object(body.Members.Where(m => m.Key != key).ToDictionary()));
        Refused(With("v", 2));
        Refused(With("version", 0));
        Refused(With("prev", "AAAA"));
        Refused(With("id", "0191E2A4-7C55-7ABC-8DEF-000000000001"));
        Refused(With("stream", $"site/batch/{Samples.Id(99)}"));
        Refused(With("type", "processing.unheard-of"));
        Refused(With("edition", 2));
        Refused(With("recorded", "2026-04-17T10:42:07Z"));
        Refused(With("scan", new Json.Array([])));
        Refused(With("commitments", Json.Object.With()));
        Refused(With("commitments", Json.Object.With(("reason-text", "AAAA"))));
        Refused(With("about", Json.Array.With(CanonicalValues.Id(Samples.Id(2)), CanonicalValues.Id(Samples.Id(1)))));
        Refused(With("unheard-of", 1));
        Refused(Json.Array.With());

        Json With(string key, Json value) =>
            new Json.Object(body.Members.Where(m => m.Key != key).Append(new(key, value)).ToDictionary());
        static void Refused(Json changed) =>
            Assert.Throws<NotCanonical>(() => Entry.Parse(CanonicalJson.Write(changed)));
    }

    [Fact]
    public void throw_nothing_else_for_any_change_of_a_byte()
    {
        var bytes = Full(FixedFact(typeof(ContainersFilled))).ToBytes();
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte)
            .Sample(
                (at, value) =>
                {
                    var changed = bytes.ToArray();
                    changed[at] = value;
                    try
                    {
                        Assert.Equal(changed, Entry.Parse(changed).ToBytes());
                    }
                    catch (NotCanonical)
                    {
                        // The declared refusal.
                    }
                },
                iter: 2000
            );
    }

    [Fact]
    public void are_not_made_in_the_wrong_stream_or_beyond_the_table()
    {
        var entry = Make(FixedFact(typeof(ContainersFilled)));
        Assert.Throws<NotCanonical>(() => (entry with { Stream = $"site/batch/{Samples.Id(99)}" }).ToBytes());
        Assert.Throws<NotCanonical>(() => (entry with { Log = new string('x', Entry.MaxBytes) }).ToBytes());
        Assert.Throws<NotCanonical>(() => (entry with { Prev = [1, 2, 3] }).ToBytes());
        Assert.Throws<NotCanonical>(() => (entry with { Recorded = Samples.Time.AddTicks(1) }).ToBytes());
    }

    [Fact]
    public void are_about_everything_that_the_fact_names()
    {
        var fact = new ContainersFilled(
            new(Samples.Id(9)),
            [new(new(Samples.Id(3)), "a", 1, null), new(new(Samples.Id(1)), "b", 1, null)],
            [new(new(Samples.Id(2)), "c", 1, null)],
            [],
            5
        );
        Assert.Equal([Samples.Id(1), Samples.Id(2), Samples.Id(3), Samples.Id(9)], FactCodec.About(fact));
        var refused = new AttemptRefused(
            new(Samples.Id(1)),
            new(Samples.Id(2)),
            "storage.put",
            [],
            [Samples.Id(4), Samples.Id(3), Samples.Id(4)],
            1
        );
        Assert.Equal([Samples.Id(1), Samples.Id(2), Samples.Id(3), Samples.Id(4)], FactCodec.About(refused));
        var box = new BoxRegistered(
            new(Samples.Id(999)),
            "C",
            "T",
            "R",
            "B",
            1,
            1,
            [],
            [.. Enumerable.Range(1, 500).Select(n => new PositionId(Samples.Id(n)))]
        );
        var about = FactCodec.About(box);
        Assert.Equal(FactCodec.MaxAbout, about.Count);
        Assert.Equal(Samples.Id(999), about[^1]);
        Assert.Equal(Samples.Id(399), about[^2]);
        Assert.Equal(about.Select(CanonicalValues.Id).Order(StringComparer.Ordinal), about.Select(CanonicalValues.Id));
    }

    [Fact]
    public void name_roles_one_by_one_in_order()
    {
        var fact = new AccountOpened(new(Samples.Id(1)), "ayse", Roles.Staff);
        Assert.Equal(
            Json.Array.With("clinician", "nurse", "qa", "qc", "releaser", "technician"),
            FactCodec.Data(fact).Members["roles"]
        );
        Assert.Equal(new Json.Array([]), FactCodec.Data(fact with { Roles = Roles.None }).Members["roles"]);
        Assert.Equal(fact, FactCodec.Read("auth.account-opened", 1, FactCodec.Data(fact)));
    }

    // Counted and not timed: the same on every machine, however much else runs there.
    [Fact]
    public void are_made_without_waste()
    {
        var facts = FactNames.All.Select(fact => FixedFact(fact.Type)).ToArray();
        foreach (var fact in facts)
            FactCodec.Data(fact);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var fact in facts)
            FactCodec.Data(fact);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / facts.Length;

        // 6,080 bytes a fact when this was written: twice that is another way of making it, and no noise.
        Assert.InRange(each, 1, 12_000);
    }

    /// <summary>What the approved file holds: each edition with everything that may be given, and older ones with nothing of it too, as logs hold both.</summary>
    private static IEnumerable<FactData> ToApprove(Type type) =>
        type.IsSubclassOf(typeof(OlderEdition)) && Samples.MayMiss(type)
            ? [(FactData)Samples.Fewest(type), Fixed(type)]
            : [Fixed(type)];

    private static List<string> ApprovedBodies() =>
        [.. File.ReadAllLines(Repository.Full(Approved)).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    private static FactData Fixed(Type type) => (FactData)Samples.Fixed(type);

    private static Fact FixedFact(Type type) => (Fact)Samples.Fixed(type);

    internal static Entry Make(FactData written)
    {
        var fact = written.ToFact();
        return new(
            "demonstration/site",
            $"site/{fact.Stream}",
            1,
            Entry.FirstPrev($"site/{fact.Stream}"),
            Samples.Id(0x101),
            Samples.Id(0x102),
            Samples.Time,
            new(Samples.Id(0x103)),
            new(Samples.Id(0x104)),
            written
        )
        {
            About = FactCodec.About(fact),
        };
    }

    private static Entry Full(Fact fact) =>
        Make(fact) with
        {
            Version = 7,
            Happened = Samples.Time.AddHours(-2),
            Performed = new(Samples.Id(0x105)),
            Second = new(Samples.Id(0x106)),
            Scans =
            [
                new("MLVPT407UZ5D", "d1", ScanSource.Wedge, Sequence: 17),
                new("MLVPT407UZ5D", null, ScanSource.Typed, ScanFlags.Late | ScanFlags.Offline),
            ],
            Reason = "power-failure",
            Signature = new(
                new(Samples.Id(0x107)),
                "released for clinical use",
                CanonicalValues.Bytes(new byte[32]),
                [new("site/batch/1", 3, CanonicalValues.Bytes(new byte[32]))]
            ),
            Corrects = Samples.Id(0x108),
            Commitments = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["reason-text"] = new byte[32] },
        };

    private static void ComesBack(Entry entry)
    {
        var bytes = entry.ToBytes();
        Assert.Equal(bytes, Entry.Parse(bytes).ToBytes());
    }
}
