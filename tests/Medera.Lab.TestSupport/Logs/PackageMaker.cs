using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Verify;
using Medera.Lab.Verify.Checking;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.TestSupport.Logs;

/// <summary>The parts of a package by name, to be tampered with before they are put into a ZIP file.</summary>
public sealed class PackageMaker
{
    public const string Batch = "0193586f-b0da-7485-8bfb-928d4eb38b82";

    private static readonly byte[] Attachment = Encoding.UTF8.GetBytes("a certificate of analysis");

    public SortedDictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public static string AttachmentName => $"attachments/{Convert.ToHexStringLower(SHA256.HashData(Attachment))}";

    /// <summary>Everything of a log, or a period of it.</summary>
    public static PackageMaker OfLog(LogInMemory log, long from = 0, long? to = null)
    {
        var made = new PackageMaker();
        var size = Size(log.Note) ?? log.Bodies.Count;
        var end = to ?? size;
        made.Common(
            log,
            $$"""{"format":"medera-log-package","version":1,"kind":"log","origin":"{{LogInMemory.Origin}}","size":{{size}},"from":{{from}},"to":{{end}},"made":"2026-11-23T08:40:00.000000Z","more":[1]}"""
        );
        foreach (var (path, bytes) in log.Files)
        {
            if (
                Tile.TryParse(path, out var tile)
                && tile.Level == Tile.Entries
                && (tile.Index * Tile.Full < from || tile.Index * Tile.Full >= end)
            )
                continue;
            made.Parts[path] = bytes;
        }

        return made;
    }

    /// <summary>A log in which a batch lives beside others and beside the stations that name it.</summary>
    public static LogInMemory LogWithBatch(int size)
    {
        var log = new LogInMemory();
        for (var i = 0; i < size; i++)
        {
            switch (i % 5)
            {
                case 0 or 3:
                    log.Record($"1/batch/{Batch}");
                    break;
                case 1:
                    log.Record("1/batch/another");
                    break;
                case 2:
                    log.Record("1/station/LN2-A", Batch);
                    break;
                default:
                    log.Record("1/station/LN2-A");
                    break;
            }
        }

        log.Seal();
        return log;
    }

    /// <summary>The batch of <see cref="LogWithBatch"/>.</summary>
    public static PackageMaker OfBatch(LogInMemory log)
    {
        var made = new PackageMaker();
        var indexes = Enumerable.Range(0, log.Bodies.Count).Where(i => i % 5 is 0 or 2 or 3).ToList();
        made.Common(
            log,
            $$"""{"format":"medera-log-package","version":1,"kind":"batch","origin":"{{LogInMemory.Origin}}","size":{{log.Bodies.Count}},"batch":"{{Batch}}","number":"MSC-26-1","lines":{{indexes.Count}}}"""
        );
        made.Parts["events.jsonl"] = [.. indexes.SelectMany(i => (byte[])[.. log.Bodies[i], (byte)'\n'])];
        foreach (var i in indexes)
            made.Parts[Proof(i)] = new ProofFile(
                i,
                Medera.Lab.Ledger.Proof.Inclusion(tile => log.Files.GetValueOrDefault(tile.Path), i, log.Bodies.Count),
                Note.Parse(log.Note)
            ).ToBytes();
        return made;
    }

    /// <summary>The same parts, to be changed apart from these.</summary>
    public PackageMaker Copy()
    {
        var copy = new PackageMaker();
        foreach (var (name, bytes) in Parts)
            copy.Parts[name] = bytes;
        return copy;
    }

    public static string Proof(int index) => string.Create(CultureInfo.InvariantCulture, $"proofs/{index}.tlog-proof");

    /// <summary>Changes the text of a part.</summary>
    public PackageMaker With(string part, Func<string, string> change)
    {
        Parts[part] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Parts[part])));
        return this;
    }

    public PackageMaker Without(string part)
    {
        Parts.Remove(part);
        return this;
    }

    public byte[] Zip()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in Parts)
            {
                using var entry = zip.CreateEntry(
                        name,
                        name.StartsWith("tile/0", StringComparison.Ordinal)
                            ? CompressionLevel.NoCompression
                            : CompressionLevel.Fastest
                    )
                    .Open();
                entry.Write(bytes);
            }
        }

        return to.ToArray();
    }

    /// <summary>Checks bytes without a file: the exit code, and the verdict where there is one. Throws what is no declared refusal.</summary>
    public static (int Code, CheckReport? Report) Check(byte[] zip, params byte[][] outside)
    {
        try
        {
            using var package = PackageFile.Open(zip);
            var brought = new Brought
            {
                Keys = [LogInMemory.Signer.Key],
                Checkpoints =
                [
                    .. outside.Select(bytes => new KeptCheckpoint(
                        "kept",
                        bytes,
                        Checkpoint.Parse(Note.Parse(bytes).Text)
                    )),
                ],
            };
            var report = PackageCheck.Run(package, brought, CancellationToken.None).Report;
            return (report.IsClean ? 0 : 1, report);
        }
        catch (Unusable)
        {
            return (2, null);
        }
    }

    private static long? Size(byte[] note)
    {
        try
        {
            return Checkpoint.Parse(Note.Parse(note).Text).Size;
        }
        catch (Malformed)
        {
            return null;
        }
    }

    private void Common(LogInMemory log, string manifest)
    {
        Parts["README.txt"] = Encoding.UTF8.GetBytes("How to check this.\n");
        Parts["verify.html"] = Encoding.UTF8.GetBytes("<!doctype html><title>Verify</title>");
        Parts["package.json"] = Encoding.UTF8.GetBytes(manifest);
        Parts["checkpoint"] = log.Note;
        Parts["keys.jsonl"] = Encoding.UTF8.GetBytes($$"""{"vkey":"{{LogInMemory.Signer.Key}}","from":0}""" + "\n");
        Parts["policy"] = Encoding.UTF8.GetBytes($"witness paper {LogInMemory.Witness.Key}\nquorum paper\n");
        Parts[AttachmentName] = Attachment;
    }
}
