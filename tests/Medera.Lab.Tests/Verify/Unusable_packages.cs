using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Medera.Lab.TestSupport.Logs;
using Medera.Lab.Verify.Packages;
using Xunit;

namespace Medera.Lab.Tests.Verify;

/// <summary>Exit code 2 and one sentence: nothing is said about the log.</summary>
public class Unusable_packages
{
    private static readonly int Tries = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 50_000 : 1_500;

    private static readonly byte[] Good = PackageMaker.OfLog(LogInMemory.Grow(300, [1, 2])).Zip();

    private static readonly byte[] GoodBatch = PackageMaker.OfBatch(PackageMaker.LogWithBatch(40)).Zip();

    [Fact]
    public async Task are_refused_in_one_sentence_where_there_is_no_ZIP()
    {
        foreach (
            var bytes in (byte[][])
                [
                    [],
                    [1, 2, 3],
                    new byte[100_000],
                    Good[..^1],
                    Good[..(Good.Length / 2)],
                    [.. Good, 0],
                    [0, .. Good],
                    [.. Good, .. Good[..^5]],
                ]
        )
        {
            var ran = await Ran.CheckAsync(bytes);
            Assert.Equal((2, ""), (ran.Code, ran.Said));
            Assert.StartsWith("medera-verify: ", ran.Failed, StringComparison.Ordinal);
            Assert.Equal(1, ran.Failed.Count(letter => letter == '\n'));
        }
    }

    [Theory]
    [InlineData("foreign.txt")]
    [InlineData("/package.json")]
    [InlineData("../package.json")]
    [InlineData("attachments/../../etc/passwd")]
    [InlineData("tile/0/..")]
    [InlineData("c:policy")]
    [InlineData("tile\\0\\000")]
    [InlineData("tile/0/")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/0/001")]
    [InlineData("tile/2/000.p/1")]
    [InlineData("tile/entries/002")]
    [InlineData("proofs/01.tlog-proof")]
    [InlineData("proofs/.tlog-proof")]
    [InlineData("proofs/1.tlog-proof")]
    [InlineData("events.jsonl")]
    [InlineData("attachments/abc")]
    [InlineData("attachments/0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("dürüst")]
    public void are_those_with_a_name_that_belongs_to_none(string name)
    {
        var made = PackageMaker.OfLog(LogInMemory.Grow(300, [1, 2]));
        made.Parts[name] = [];
        Assert.Equal(2, PackageMaker.Check(made.Zip()).Code);
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("checkpoint")]
    [InlineData("keys.jsonl")]
    public void are_those_without_a_needed_part_or_with_a_broken_one(string part)
    {
        Assert.Equal(2, PackageMaker.Check(PackageMaker.OfLog(LogInMemory.Grow(5, [1])).Without(part).Zip()).Code);
        foreach (var broken in (string[])["", "\n", "{}", "[]", "null", "7", "{", "\"", "{}\n{}", "\ud800"])
            Assert.Equal(
                2,
                PackageMaker.Check(PackageMaker.OfLog(LogInMemory.Grow(5, [1])).With(part, _ => broken).Zip()).Code
            );
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("medera-log-package", "medera-log")]
    [InlineData("\"kind\":\"log\"", "\"kind\":\"both\"")]
    [InlineData("lab.example/log", "lab.example/lag")]
    [InlineData("\"size\":300", "\"size\":299")]
    [InlineData("\"size\":300", "\"size\":-1")]
    [InlineData("\"size\":300", "\"size\":300.5")]
    [InlineData("\"size\":300", "\"size\":\"300\"")]
    [InlineData("\"from\":0", "\"from\":1")]
    [InlineData("\"from\":0", "\"from\":512")]
    [InlineData("\"to\":300", "\"to\":301")]
    [InlineData("\"to\":300", "\"to\":255")]
    [InlineData("\"to\":300", "\"till\":300")]
    [InlineData("\"made\":\"", "\"made\":\"\\ud800")]
    public void are_those_that_say_what_cannot_be_so(string from, string to) =>
        Assert.Equal(
            2,
            PackageMaker
                .Check(
                    PackageMaker
                        .OfLog(LogInMemory.Grow(300, [1, 2]))
                        .With("package.json", text => text.Replace(from, to, StringComparison.Ordinal))
                        .Zip()
                )
                .Code
        );

    [Fact]
    public void are_those_with_a_part_longer_than_it_may_be()
    {
        foreach (
            var (part, most) in (IEnumerable<(string, int)>)
                [("README.txt", 65_536), ("verify.html", 262_144), ("policy", 65_536), ("tile/0/000", 8_192)]
        )
        {
            var made = PackageMaker.OfLog(LogInMemory.Grow(300, [1, 2]));
            made.Parts[part] = Encoding.ASCII.GetBytes(new string(part == "policy" ? '\n' : 'x', most + 1));
            Assert.Equal(2, PackageMaker.Check(made.Zip()).Code);
        }

        var batch = PackageMaker
            .OfBatch(PackageMaker.LogWithBatch(10))
            .With("events.jsonl", text => new string('x', 65_536) + "\n" + text);
        Assert.Equal(2, PackageMaker.Check(batch.Zip()).Code);
        var justSo = PackageMaker
            .OfBatch(PackageMaker.LogWithBatch(10))
            .With("events.jsonl", text => new string('x', 65_535) + "\n" + text);
        Assert.Equal(1, PackageMaker.Check(justSo.Zip()).Code);
    }

    [Fact]
    public void are_those_in_which_a_part_is_there_twice() => Assert.Equal(2, PackageMaker.Check(Twice()).Code);

    [Theory]
    [InlineData(24, 1)] // declared longer
    [InlineData(24, -1)] // declared shorter
    [InlineData(20, -1)] // cut off in the file
    [InlineData(20, 1)] // goes on after its end
    [InlineData(42, 1)] // begins elsewhere
    [InlineData(8, 1)] // encrypted
    [InlineData(10, 1)] // another method
    [InlineData(10, -8)] // deflated and said to be stored
    public void are_those_whose_directory_lies_of_a_deflated_part(int field, int by)
    {
        var zip = (byte[])Good.Clone();
        var at = Entry(zip, "tile/entries/000") + field;
        BinaryPrimitives.WriteUInt16LittleEndian(
            zip.AsSpan(at),
            (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at)) + by)
        );
        Assert.Equal(2, PackageMaker.Check(zip).Code);
    }

    [Fact]
    public void are_not_those_with_another_CRC_since_that_is_no_evidence()
    {
        foreach (var name in (string[])["tile/entries/000", "tile/0/000", "checkpoint"])
        {
            var zip = (byte[])Good.Clone();
            zip[Entry(zip, name) + 16] ^= 1;
            Assert.Equal(0, PackageMaker.Check(zip).Code);
        }
    }

    [Fact]
    public void are_those_with_a_part_that_claims_ten_gigabytes_or_inflates_to_more_than_it_says()
    {
        var claims = PackageMaker.OfBatch(PackageMaker.LogWithBatch(10)).Zip();
        var at = Entry(claims, "events.jsonl");
        BinaryPrimitives.WriteUInt32LittleEndian(claims.AsSpan(at + 24), 4_000_000_000);
        Assert.Equal(2, Measured(claims, out var allocated));
        Assert.True(allocated < 4_000_000, $"{allocated} bytes");

        foreach (var name in (string[])["tile/entries/000", "policy", PackageMaker.AttachmentName])
        {
            var bomb = PackageMaker.OfLog(LogInMemory.Grow(300, [1, 2]));
            bomb.Parts[name] = new byte[20_000_000];
            var zip = bomb.Zip();
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Entry(zip, name) + 24), 60_000);
            Assert.Equal(2, Measured(zip, out allocated));
            Assert.True(allocated < 8_000_000, $"{name}: {allocated} bytes");
        }
    }

    [Fact]
    public void are_not_those_with_a_large_attachment_which_is_never_held()
    {
        var large = PackageMaker.OfLog(LogInMemory.Grow(5, [1]));
        large.Parts[PackageMaker.AttachmentName] = new byte[50_000_000];
        Assert.Equal(1, Measured(large.Zip(), out var allocated));
        Assert.True(allocated < 4_000_000, $"{allocated} bytes");
    }

    [Fact]
    public void are_those_whose_parts_lie_over_each_other()
    {
        var zip = (byte[])Good.Clone();
        zip.AsSpan(Entry(zip, "tile/0/001.p/44") + 42, 4).CopyTo(zip.AsSpan(Entry(zip, "verify.html") + 42));
        Assert.Equal(2, PackageMaker.Check(zip).Code);
    }

    [Fact]
    public void of_random_bytes_cuts_and_flips_are_never_worse_than_refused()
    {
        Gen.Select(Gen.Bool, Gen.Int[0, 4], Gen.UInt, Gen.UInt, Gen.Byte.Array[0, 60])
            .Sample(
                (batch, how, where, what, noise) =>
                {
                    var right = batch ? GoodBatch : Good;
                    var at = (int)(where % right.Length);
                    var other = (int)(what % right.Length);
                    byte[] changed = how switch
                    {
                        0 => [.. right[..at], (byte)(right[at] ^ (1 << (int)(what % 8))), .. right[(at + 1)..]],
                        1 => right[..at],
                        2 => [.. right[..Math.Min(at, other)], .. right[Math.Max(at, other)..]],
                        3 => [.. right[..at], .. noise, .. right[Math.Min(right.Length, at + noise.Length)..]],
                        _ => noise,
                    };
                    if (PackageMaker.Check(changed).Code == 0)
                        Assert.Equal(Evidence(right), Evidence(changed));
                },
                iter: Tries
            );
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "none.zip")]
    [InlineData("check", "a.zip", "b.zip")]
    [InlineData("check", "a.zip", "--unknown")]
    [InlineData("check", "a.zip", "--key")]
    [InlineData("check", "a.zip", "--key", "a+b+c")]
    [InlineData("check", "a.zip", "--checkpoint", "none")]
    [InlineData("check", "a.zip", "--policy", "none")]
    [InlineData("chek", "a.zip")]
    [InlineData("watch", "ftp://lab.example", "--state", "none/none")]
    [InlineData("witness", "--listen", "127.0.0.1:1")]
    public async Task are_answered_like_any_other_words_that_cannot_be_used(params string[] words)
    {
        var ran = await Ran.Start(words);
        Assert.Equal((2, ""), (ran.Code, ran.Said));
        Assert.Equal(1, ran.Failed.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task are_told_from_help()
    {
        Assert.Equal(0, (await Ran.Start("--help")).Code);
        Assert.Contains("check PACKAGE", (await Ran.Start("check", "--help")).Said, StringComparison.Ordinal);
    }

    // What a verdict rests on. A proof may carry other witnesses' lines, and texts for people are no evidence.
    private static SortedDictionary<string, string> Evidence(byte[] zip)
    {
        using var package = PackageFile.Open(zip);
        var names = (string[])
            [
                "checkpoint",
                "events.jsonl",
                "tile/0/000",
                "tile/0/001.p/44",
                "tile/1/000.p/1",
                "tile/entries/000",
                "tile/entries/001.p/44",
                PackageMaker.AttachmentName,
            ];
        return new(
            names
                .Where(package.Has)
                .ToDictionary(name => name, name => Convert.ToHexString(package.Bytes(name)!), StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    private static int Measured(byte[] zip, out long allocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var code = PackageMaker.Check(zip).Code;
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return code;
    }

    private static byte[] Twice()
    {
        // Two names of one length, and then the first is called as the second in the directory.
        var (one, other) = ("attachments/" + new string('a', 64), "attachments/" + new string('b', 64));
        var made = PackageMaker.OfLog(LogInMemory.Grow(300, [1, 2]));
        made.Parts[one] = [1];
        made.Parts[other] = [1];
        var zip = made.Zip();
        Encoding.ASCII.GetBytes(other).CopyTo(zip.AsSpan(Entry(zip, one) + 46));
        return zip;
    }

    // Where the directory's header of an entry begins.
    private static int Entry(byte[] zip, string name)
    {
        var at = zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 46;
        Assert.Equal(0x02014b50u, BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at)));
        return at;
    }
}
