using System.Buffers.Binary;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>Packages in which two readers of one paper could come apart: every case is one in which two did, or might.</summary>
internal static class DividingPackages
{
    private static readonly LogInMemory Log = LogInMemory.Grow(600, [1, 2, 3]);
    private static readonly string Key = LogInMemory.Signer.Key.ToString();
    private static readonly NoteSigner Other = new(
        LogInMemory.Origin,
        SignatureKind.Note,
        [.. Enumerable.Repeat((byte)3, 32)]
    );
    private static readonly NoteSigner Elsewhere = new(
        "elsewhere/log",
        SignatureKind.Note,
        [.. Enumerable.Repeat((byte)4, 32)]
    );
    private static readonly NoteSigner Second = new(
        "second.example",
        SignatureKind.Cosignature,
        [.. Enumerable.Repeat((byte)8, 32)]
    );

    /// <summary>All of them.</summary>
    public static IEnumerable<GivenPackage> All() =>
        [
            .. Manifests(),
            .. KeyLines(),
            .. Policies(),
            .. KeptCheckpoints(),
            .. GivenKeys(),
            .. Periods(),
            .. Hashes(),
            .. SealedEvents(),
            .. Files(),
            .. DividingBatches.All(),
        ];

    /// <summary>Everything of a log.</summary>
    public static GivenPackage Whole(string name, LogInMemory log) => new(name, PackageMaker.OfLog(log).Zip());

    /// <summary>The same bytes with another text in one place.</summary>
    public static byte[] Changed(byte[] body, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(from, to, StringComparison.Ordinal));

    private static GivenPackage With(string part, string from, string to) =>
        new(
            $"{part}: {from} → {to}",
            PackageMaker
                .OfLog(Log)
                .With(
                    part,
                    text =>
                        text.Contains(from, StringComparison.Ordinal)
                            ? text.Replace(from, to, StringComparison.Ordinal)
                            : throw new InvalidOperationException(from)
                )
                .Zip()
        );

    private static IEnumerable<GivenPackage> Manifests() =>
        [
            Whole("as it was", Log),
            With("package.json", "\"from\":0", "\"from\":100"),
            With("package.json", "\"to\":600", "\"to\":500"),
            With("package.json", "\"from\":0,\"to\":600", "\"from\":600,\"to\":600"),
            With("package.json", "\"size\":600", "\"size\":1,\"size\":600"),
            With("package.json", "\"size\":600", "\"size\":600,\"size\":1"),
            With("package.json", "\"kind\":\"log\"", "\"kind\":\"log\",\"kind\":\"batch\""),
            With("package.json", "\"version\":1", "\"version\":\"1\""),
            With("package.json", "\"made\":\"", "\"made\":\"\\ud800"),
            With("package.json", "\"more\":[1]", "\"more\":[1],"),
            new(
                "a part of the package that is no UTF-8",
                Raw("package.json", "more"u8, [(byte)'m', 0xff, (byte)'r', (byte)'e'])
            ),
        ];

    private static IEnumerable<GivenPackage> KeyLines() =>
        [
            With("keys.jsonl", "\"from\":0", "\"from\":1,\"from\":0"),
            With("keys.jsonl", "\"from\":0", "\"from\":0,\"from\":601"),
            With("keys.jsonl", "\"from\":0", "\"from\":0,\"until\":599"),
            With("keys.jsonl", "\"from\":0", "\"from\":0,\"until\":600"),
            With("keys.jsonl", "\"from\":0", "\"from\":0,\"until\":null"),
            With("keys.jsonl", "\"from\":0}", "\"from\":0,\"until\":1}\n{\"vkey\":\"" + Key + "\",\"from\":2}"),
            With("keys.jsonl", "\"from\":0}", "\"from\":0}\n{\"vkey\":\"" + Other.Key + "\",\"from\":2}"),
            With("keys.jsonl", "\"from\":0}", "\"from\":0}\n{\"vkey\":\"" + Other.Key + "\",\"from\":2,\"until\":9}"),
            With("keys.jsonl", "\"from\":0}", "\"from\":0}\n\n"),
            With("keys.jsonl", "lab.example/log", "lab.example/lag"),
        ];

    private static IEnumerable<GivenPackage> Policies()
    {
        var (paper, second) = ($"witness paper {LogInMemory.Witness.Key}\n", $"witness second {Second.Key}\n");
        foreach (
            var policy in (string[])
                [
                    "quorum none\n",
                    "",
                    "quorum paper\n",
                    paper,
                    paper + "quorum paper\nquorum paper\n",
                    paper + "quorum second\n",
                    paper + second + "quorum second\n",
                    paper + second + "group g 1 paper second\nquorum g\n",
                    paper + second + "group g all paper second\nquorum g\n",
                    paper + second + "group g any paper paper\nquorum g\n",
                    paper + "group g 2 paper paper\nquorum g\n",
                    paper + "group g all paper paper\nquorum g\n",
                    paper + "group g 0 paper\nquorum g\n",
                    paper + "group g 01 paper\nquorum g\n",
                    paper + "group g all\nquorum g\n",
                    paper + second + "group g any paper\ngroup h any g second\nquorum h\n",
                    paper + second + "group g any paper\ngroup h any paper second\nquorum h\n",
                    paper + "group paper any paper\nquorum paper\n",
                    paper + "group none any paper\nquorum none\n",
                    paper + $"witness again {LogInMemory.Witness.Key}\nquorum paper\n",
                    paper
                        + $"witness again {new NoteSigner("another.example", SignatureKind.Cosignature, [.. Enumerable.Repeat((byte)7, 32)]).Key}\nquorum paper\n",
                    $"# two\n\n  witness\tpaper {LogInMemory.Witness.Key} https://paper.example/ # here\r\nquorum paper # yes\r\n",
                    $"witness paper {LogInMemory.Witness.Key} ftp://paper.example/\nquorum paper\n",
                    $"log {Key} https://lab.example/\n{paper}quorum paper\n",
                    $"log {Second.Key}\n{paper}quorum paper\n",
                    $"log nothing\n{paper}quorum paper\n",
                    $"witness paper {Key}\nquorum paper\n",
                    $"log {Key} a b\n{paper}quorum paper\n",
                ]
        )
            yield return new($"the policy {policy}", PackageMaker.OfLog(Log).With("policy", _ => policy).Zip());

        // A forged line of a witness whom the quorum does not ask.
        var forged = Note.Parse(Log.Note).With(Second.Cosign("another text\n", 5)).ToBytes();
        foreach (var quorum in (string[])["quorum paper\n", "group g any paper second\nquorum g\n"])
            yield return new(
                $"a forged witness beside {quorum}",
                PackageMaker
                    .OfLog(Log)
                    .With("checkpoint", _ => Encoding.UTF8.GetString(forged))
                    .With("policy", _ => paper + second + quorum)
                    .Zip()
            );
    }

    private static IEnumerable<GivenPackage> KeptCheckpoints()
    {
        var rewritten = LogInMemory.Grow(600, [1, 2, 3]);
        Tampering.RewriteEverythingFrom(rewritten, 300);
        var longer = LogInMemory.Grow(700, [1, 2, 3]);
        foreach (
            var (name, notes) in (IEnumerable<(string, string[])>)
                [
                    ("nothing", ["nothing"]),
                    ("half a note", [Text(Log.CheckpointAt(500))[..60]]),
                    (
                        "right ones",
                        [
                            .. new[] { 0, 1, 255, 256, 257, 300, 511, 512, 599, 600 }.Select(size =>
                                Text(Log.CheckpointAt(size))
                            ),
                        ]
                    ),
                    (
                        "of another log",
                        [Text(new Checkpoint(Elsewhere.Key.Name, 5, new byte[32]).Sign(Elsewhere).ToBytes())]
                    ),
                    ("signed by another key", [Text(Log.CheckpointAt(500, Other))]),
                    ("twice", [Text(Log.CheckpointAt(500)), Text(Log.CheckpointAt(500))]),
                    ("forged", [Text(Log.CheckpointAt(500)).Replace("\n500\n", "\n501\n", StringComparison.Ordinal)]),
                    ("of a longer log", [Text(longer.CheckpointAt(650)), Text(longer.CheckpointAt(700))]),
                    ("of another history", [Text(rewritten.CheckpointAt(600))]),
                    ("of another history at 400", [Text(rewritten.CheckpointAt(400))]),
                    (
                        "of both histories",
                        [Text(rewritten.CheckpointAt(512)), Text(Log.CheckpointAt(512)), Text(Log.CheckpointAt(256))]
                    ),
                    (
                        "of no event and another root",
                        [Text(new Checkpoint(LogInMemory.Origin, 0, new byte[32]).Sign(LogInMemory.Signer).ToBytes())]
                    ),
                ]
        )
            yield return Whole($"kept checkpoints: {name}", Log) with
            {
                Notes = notes,
            };

        // The log as it was rewritten, beside what was kept before.
        foreach (var size in (int[])[200, 256, 300, 301, 400, 512, 600])
            yield return Whole($"rewritten from 300 on, kept at {size}", rewritten) with
            {
                Notes = [Text(Log.CheckpointAt(256)), Text(Log.CheckpointAt(size))],
            };
    }

    private static IEnumerable<GivenPackage> GivenKeys() =>
        [
            Whole("the right key", Log) with
            {
                Keys = [Key],
            },
            Whole("another key", Log) with
            {
                Keys = [Other.Key.ToString()],
            },
            Whole("the right key and another one", Log) with
            {
                Keys = [Other.Key.ToString(), Key],
            },
            Whole("a key of another log", Log) with
            {
                Keys = [Elsewhere.Key.ToString()],
            },
            Whole("a key of another log beside the right one", Log) with
            {
                Keys = [Elsewhere.Key.ToString(), Key],
            },
            Whole("the key of a witness", Log) with
            {
                Keys = [LogInMemory.Witness.Key.ToString()],
            },
            Whole("another key and what it signed", Log) with
            {
                Keys = [Other.Key.ToString()],
                Notes = [Text(Log.CheckpointAt(500, Other)), Text(Log.CheckpointAt(400))],
            },
        ];

    private static IEnumerable<GivenPackage> Periods()
    {
        foreach (
            var (from, to) in (IEnumerable<(int, int)>)
                [(0, 256), (256, 512), (256, 600), (512, 600), (600, 600), (256, 256), (0, 0)]
        )
        {
            foreach (
                var (path, how) in (IEnumerable<(string, string)>)
                    [
                        ("", ""),
                        ("tile/0/000", "bit"),
                        ("tile/0/001", "gone"),
                        ("tile/0/002.p/88", "gone"),
                        ("tile/0/002.p/88", "bit"),
                        ("tile/1/000.p/2", "gone"),
                        ("tile/1/000.p/2", "bit"),
                        ("tile/entries/001", "bit"),
                        ("tile/entries/001", "gone"),
                    ]
            )
            {
                var made = PackageMaker.OfLog(Log, from, to);
                if (path.Length > 0 && !made.Parts.ContainsKey(path))
                    continue;
                if (how == "gone")
                    made.Without(path);
                if (how == "bit")
                    made.Parts[path] =
                    [
                        .. made.Parts[path][..40],
                        (byte)(made.Parts[path][40] ^ 1),
                        .. made.Parts[path][41..],
                    ];
                yield return new($"the period {from} to {to}, {path} {how}", made.Zip())
                {
                    Notes = [Text(Log.CheckpointAt(300)), Text(Log.CheckpointAt(560))],
                };
            }
        }
    }

    private static IEnumerable<GivenPackage> Hashes()
    {
        string[] places =
        [
            "tile/0/000",
            "tile/0/001",
            "tile/0/002.p/88",
            "tile/1/000.p/2",
            "tile/entries/000",
            "tile/entries/001",
            "tile/entries/002.p/88",
        ];
        foreach (var one in places)
        {
            foreach (var other in places)
            {
                var gone = PackageMaker.OfLog(Log).Without(one).Without(other);
                yield return new($"without {one} and {other}", gone.Zip());
                var made = PackageMaker.OfLog(Log);
                made.Parts[one] = [.. made.Parts[one][..^1], (byte)(made.Parts[one][^1] ^ 4)];
                made.Parts[other] =
                [
                    .. made.Parts[other][..33],
                    (byte)(made.Parts[other][33] ^ 1),
                    .. made.Parts[other][34..],
                ];
                yield return new($"a bit of {one} and one of {other}", made.Zip())
                {
                    Notes = [Text(Log.CheckpointAt(300))],
                };
            }
        }

        var large = LogInMemory.Grow(66_000, [1, 2, 3, 4, 5]);
        Tampering.Change(large.Bodies[65_600]);
        large.LayBundles();
        yield return Whole("one of 66,000", large);
        var claims = PackageMaker
            .OfLog(Log)
            .Without("policy")
            .Without("tile/0/002.p/88")
            .Without("tile/1/000.p/2")
            .Without("tile/entries/002.p/88");
        claims.With(
            "checkpoint",
            _ =>
                Text(
                    new Checkpoint(LogInMemory.Origin, (1L << 53) - 1, new byte[32]).Sign(LogInMemory.Signer).ToBytes()
                )
        );
        yield return new(
            "any size",
            claims.With("package.json", text => text.Replace("600", "9007199254740991", StringComparison.Ordinal)).Zip()
        );
    }

    private static IEnumerable<GivenPackage> SealedEvents()
    {
        foreach (
            var (from, to) in (IEnumerable<(string, string)>)
                [
                    ("\"log\":", "\"log\":\"lab.example/log\",\"log\":"),
                    ("\"command\":", "\"comand\":"),
                    ("\"type\":", "\"tipe\":"),
                    ("\"recorded\":\"2026-", "\"recorded\":\"2025-"),
                    ("\"recorded\":\"2026-01", "\"recorded\":\"2026-13"),
                    ("lab.example/log", "lab.example/lag"),
                    ("\"version\":", "\"version\":1"),
                    ("\"version\":", "\"version\":0"),
                    ("\"version\":", "\"version\":-"),
                    ("\"id\":\"", "\"id\":\"A"),
                    ("\"prev\":\"", "\"prev\":\"="),
                    ("\"stream\":\"1/batch/1\"", "\"stream\":\"1/batch/ı\""),
                    ("1.0 mL", "\\ud800"),
                    ("1.0 mL", "İ"),
                    ("\"1.0 mL\"", "[[[[[[1]]]]]]"),
                    ("\"1.0 mL\"", "[[[[[[[1]]]]]]]"),
                    ("{\"about\"", "[\"about\""),
                    ("\"stream\":\"1/batch/1\"", "\"stream\":\"\""),
                ]
        )
        {
            var log = LogInMemory.Grow(20, [1, 2]);
            log.Bodies[10] = Changed(log.Bodies[10], from, to);
            log.Seal();
            yield return Whole($"a sealed event with {to} for {from}", log);
        }
    }

    private static IEnumerable<GivenPackage> Files()
    {
        var zip = PackageMaker.OfLog(Log).Zip();
        var over = (byte[])zip.Clone();
        over.AsSpan(Header(over, "tile/0/000") + 42, 4).CopyTo(over.AsSpan(Header(over, "verify.html") + 42));
        yield return new("parts over each other", over);
        foreach (
            var (field, by) in (IEnumerable<(int, int)>)
                [(8, 1), (8, 64), (10, 1), (16, 1), (20, 1), (20, -1), (24, 1), (24, -1), (32, 1), (34, 1), (42, 1)]
        )
        {
            foreach (var name in (string[])["tile/entries/000", "tile/0/000", "verify.html"])
            {
                var lies = (byte[])zip.Clone();
                var at = lies.AsSpan(Header(lies, name) + field);
                BinaryPrimitives.WriteUInt16LittleEndian(
                    at,
                    (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(at) + by)
                );
                yield return new($"the directory lies of {name} at {field} by {by}", lies);
            }
        }

        yield return new("bytes before the file", [0, .. zip]);
        yield return new("bytes after the file", [.. zip, 0]);
        yield return new("no byte", []);
    }

    private static byte[] Raw(string part, ReadOnlySpan<byte> from, byte[] to)
    {
        var made = PackageMaker.OfLog(Log);
        var bytes = made.Parts[part];
        to.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(from)));
        return made.Zip();
    }

    // Where the directory's header of a part begins.
    private static int Header(byte[] zip, string name) => zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 46;

    private static string Text(byte[] note) => Encoding.UTF8.GetString(note);
}
