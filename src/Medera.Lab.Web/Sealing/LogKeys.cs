using System.Security.Cryptography;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Data.Postgres;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// The log's signing keys: files of mode 0600 in a folder of their own, outside the database. The first is made at the first start.
/// While one key gives way to another both sign; a key is retired by moving its file away (custody log §5, operations).
/// </summary>
public sealed class LogKeys : IDisposable
{
    /// <summary>What a key's file is called: oldest first in the order of names.</summary>
    private const string Pattern = "log-key-*";

    private readonly string folder;
    private readonly string origin;
    private readonly Lock gate = new();
    private List<NoteSigner> signers = [];
    private string seen = "";

    /// <summary>Opens the folder; the keys are read at the first use.</summary>
    /// <param name="folder">Made with mode 0700 where it is missing.</param>
    /// <param name="origin">The log's name: every key signs under it.</param>
    public LogKeys(string folder, string origin) => (this.folder, this.origin) = (folder, origin);

    /// <summary>What is remembered beside the keys.</summary>
    public SigningMarks Marks => new(folder);

    /// <summary>The signers of now, oldest first. Files that came or went since the last call are taken into account.</summary>
    /// <exception cref="LaboratoryCannotStart">A file holds no key, one of another log, or can be read by others.</exception>
    public IReadOnlyList<NoteSigner> Current()
    {
        lock (gate)
        {
            var files = Files();
            if (files.Length == 0)
            {
                Make(1);
                files = Files();
            }
            var now = string.Join('\n', files.Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks}"));
            if (now == seen)
                return signers;
            // Signers that are in use elsewhere are not disposed here: a rotation is rare, and their memory small.
            signers = [.. files.Select(Read)];
            seen = now;
            return signers;
        }
    }

    /// <summary>Makes the next key beside those that are there: from now on all of them sign.</summary>
    /// <returns>Its public half.</returns>
    public NoteKey Add()
    {
        lock (gate)
        {
            var last = Files()
                .Select(f =>
                    int.TryParse(
                        Path.GetFileName(f)[(Pattern.Length - 1)..],
                        System.Globalization.NumberStyles.None,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var n
                    )
                        ? n
                        : 0
                )
                .DefaultIfEmpty(0)
                .Max();
            return Make(Math.Max(last, RetiredUpTo()) + 1);
        }
    }

    /// <summary>The oldest key signs no more: its file is renamed, and kept. The last one cannot be retired.</summary>
    /// <exception cref="LaboratoryCannotStart">There is only one.</exception>
    public NoteKey Retire()
    {
        lock (gate)
        {
            var files = Files();
            if (files.Length < 2)
                throw new LaboratoryCannotStart(
                    "The only key cannot be retired: add the next one first, and let both sign for a while."
                );
            using var oldest = Read(files[0]);
            File.Move(files[0], Path.Combine(folder, "retired-" + Path.GetFileName(files[0])));
            return oldest.Key;
        }
    }

    private string[] Files() =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder, Pattern)
                    .Where(f => !f.EndsWith(".new", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private int RetiredUpTo() =>
        Directory
            .GetFiles(folder, "retired-" + Pattern)
            .Select(f =>
                int.TryParse(
                    Path.GetFileName(f).Split('-')[^1],
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var n
                )
                    ? n
                    : 0
            )
            .DefaultIfEmpty(0)
            .Max();

    private NoteKey Make(int number)
    {
        PrivateFiles.MakeFolder(folder, PrivateFiles.OwnerOnlyFolder);
        var seed = RandomNumberGenerator.GetBytes(NoteSigner.SeedSize);
        var text = NoteSigner.Text(origin, SignatureKind.Note, seed);
        PrivateFiles.WriteNew(
            Path.Combine(folder, $"log-key-{number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture)}"),
            text + "\n"
        );
        CryptographicOperations.ZeroMemory(seed);
        using var made = NoteSigner.Parse(text);
        return made.Key;
    }

    private NoteSigner Read(string file)
    {
        if (
            !OperatingSystem.IsWindows()
            && (PrivateFiles.ModeOf(file) & ~PrivateFiles.OwnerOnlyFile) != UnixFileMode.None
        )
            throw new LaboratoryCannotStart(
                $"{file} can be read by others: a signing key is its owner's alone (chmod 600), and one that others may have read is replaced."
            );
        try
        {
            var signer = NoteSigner.Parse(File.ReadAllText(file).Trim());
            if (signer.Key.Name == origin && signer.Key.Kind == SignatureKind.Note)
                return signer;
            signer.Dispose();
            throw new LaboratoryCannotStart($"{file} is a key of another log than {origin}.");
        }
        catch (Malformed what)
        {
            throw new LaboratoryCannotStart($"{file} is no signing key: {what.Message}", what);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signer in signers)
            signer.Dispose();
    }
}
