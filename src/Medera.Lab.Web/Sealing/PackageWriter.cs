using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Medera.Lab.Ledger;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>Writes a package (docs/package-format.md) as it is read: no part of the log is held whole, neither here nor on a disk.</summary>
public sealed class PackageWriter(
    LogReads reads,
    NpgsqlDataSource source,
    WitnessPolicies witnesses,
    LabSettings settings,
    TimeProvider clock
)
{
    /// <summary>How often progress is told, in events.</summary>
    private const int Step = 256;

    /// <summary>Writes it to a stream that need not seek.</summary>
    /// <param name="told">Called with the number of events written so far.</param>
    public async Task WriteAsync(Stream to, PackageContents contents, Action<long> told, CancellationToken cancel)
    {
        var zip = await ZipArchive.CreateAsync(
            to,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancel
        );
        await using (zip)
        {
            await AddAsync(zip, "README.txt", VerifierPage.Resource("package-readme.txt"), cancel);
            await AddAsync(zip, "verify.html", VerifierPage.Bytes, cancel);
            await AddAsync(zip, "checkpoint", Encoding.UTF8.GetBytes(contents.Checkpoint.Whole), cancel);
            await AddAsync(zip, "keys.jsonl", await KeysAsync(cancel), cancel);
            if (witnesses.Text is { } policy)
                await AddAsync(zip, "policy", Encoding.UTF8.GetBytes(policy), cancel);
            if (contents is PackageContents.Range range)
                await WriteRangeAsync(zip, range, told, cancel);
            if (contents is PackageContents.OfBatch batch)
                await WriteBatchAsync(zip, batch, told, cancel);
            await AddAsync(zip, "package.json", Manifest(contents), cancel);
        }
    }

    private byte[] Manifest(PackageContents contents)
    {
        var said = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["format"] = "medera-log-package",
            ["version"] = 1,
            ["origin"] = settings.Origin,
            ["size"] = contents.Checkpoint.Size,
            ["made"] = CanonicalValues.Instant(CanonicalValues.WholeMicroseconds(clock.GetUtcNow())),
        };
        if (contents is PackageContents.Range range)
            (said["kind"], said["from"], said["to"]) = ("log", range.From, range.To);
        if (contents is PackageContents.OfBatch batch)
            (said["kind"], said["batch"], said["number"], said["lines"]) = (
                "batch",
                batch.Batch.Value,
                batch.Number,
                batch.Indexes.Count
            );
        return JsonSerializer.SerializeToUtf8Bytes(said);
    }

    private async Task<byte[]> KeysAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var lines = new StringBuilder();
        var steps = await KeyHistory.ReadAsync(connection, cancel);
        foreach (var begun in steps.Where(s => s.Act == "begun"))
        {
            var line = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["vkey"] = begun.Key.ToString(),
                ["from"] = begun.Size,
            };
            if (steps.FirstOrDefault(s => s.Act == "retired" && s.Key.Equals(begun.Key)) is { } retired)
                line["until"] = retired.Size - 1;
            lines.Append(JsonSerializer.Serialize(line)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private async Task WriteRangeAsync(
        ZipArchive zip,
        PackageContents.Range range,
        Action<long> told,
        CancellationToken cancel
    )
    {
        var size = range.Checkpoint.Size;
        for (var level = 0; Tile.In(size, level, 0) is not null; level++)
        for (var index = 0L; Tile.In(size, level, index) is { } tile; index++)
            await AddAsync(
                zip,
                tile.Path,
                await reads.TileAsync(tile, size, cancel) ?? throw new Malformed($"{tile.Path} is missing."),
                cancel,
                CompressionLevel.NoCompression
            );
        if (range.Events == 0)
            return;
        for (var index = range.From / Tile.Full; index * Tile.Full < range.To; index++)
        {
            var bundle = Tile.In(size, Tile.Entries, index)!.Value;
            await AddAsync(
                zip,
                bundle.Path,
                await reads.BundleAsync(bundle, size, cancel) ?? throw new Malformed($"{bundle.Path} is missing."),
                cancel
            );
            told(Math.Min(range.To, (index + 1) * Tile.Full) - range.From);
        }
    }

    private async Task WriteBatchAsync(
        ZipArchive zip,
        PackageContents.OfBatch batch,
        Action<long> told,
        CancellationToken cancel
    )
    {
        await using (var lines = await zip.CreateEntry("events.jsonl", CompressionLevel.Fastest).OpenAsync(cancel))
            foreach (var part in batch.Indexes.Chunk(Step))
            foreach (var body in await reads.BodiesAtAsync(part, cancel))
            {
                // A canonical body holds no line break: a line is a body.
                await lines.WriteAsync(body, cancel);
                await lines.WriteAsync("\n"u8.ToArray(), cancel);
            }
        await using var tree = await reads.OpenAsync(batch.Checkpoint.Size, cancel);
        var note = Note.Parse(Encoding.UTF8.GetBytes(batch.Checkpoint.Whole));
        var written = 0L;
        foreach (var index in batch.Indexes)
        {
            var proof = new ProofFile(index, await tree.InclusionAsync(index, cancel), note);
            await AddAsync(
                zip,
                $"proofs/{index.ToString(CultureInfo.InvariantCulture)}.tlog-proof",
                proof.ToBytes(),
                cancel
            );
            if (++written % Step == 0)
                told(written);
        }
        told(written);
    }

    private static async Task AddAsync(
        ZipArchive zip,
        string name,
        byte[] content,
        CancellationToken cancel,
        CompressionLevel level = CompressionLevel.Fastest
    )
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancel);
        await entry.WriteAsync(content, cancel);
    }
}
