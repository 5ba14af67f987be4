using System.Security.Cryptography;
using Medera.Lab.Web.Data.Postgres;

namespace Medera.Lab.Web.Custody;

/// <summary>The folder of the keys is not there, or cannot be read or written: nothing private can be kept, or erased, now.</summary>
public sealed class KeysUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What a look at one private text found.</summary>
public enum PrivateState
{
    Kept,
    Erased,
    Unreadable,
}

/// <summary>A private text as a reader gets it. Erased: the event still commits to it, and it is nowhere. Unreadable: its key is not here, or the row was changed.</summary>
public readonly record struct PrivateText(string? Text, PrivateState State);

/// <summary>
/// The keys of private texts: one a subject, one an account for its printed name, and one each for a text about nobody known. They lie
/// in files of mode 0600, in slots of fixed size, so that a key can be written over where it stands. A process appends to a
/// file of its own and reads all; several instances share the folder.
/// </summary>
/// <param name="folder">Mode 0700, outside the database and apart from its backups.</param>
public sealed class SubjectKeys(string folder, TimeProvider machine)
{
    private const string Files = "keys-*";

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<(string File, long Offset)>> places = [];
    private readonly Dictionary<string, long> read = new(StringComparer.Ordinal);
    private string? own;

    /// <summary>Where the keys are.</summary>
    public string Folder => folder;

    /// <summary>
    /// Whether the folder is the one that was founded. Not merely there: an empty folder in the place of one that was not mounted would take new
    /// keys and hide the old ones.
    /// </summary>
    public bool Ready => File.Exists(Mark);

    private string Mark => Path.Combine(folder, "subject-keys");

    /// <summary>Makes the folder of a laboratory that has kept no private text yet.</summary>
    public void Found()
    {
        PrivateFiles.MakeFolder(folder, PrivateFiles.OwnerOnlyFolder);
        if (Ready)
            return;
        try
        {
            PrivateFiles.WriteNew(
                Mark,
                "Keys of private texts. Without this folder they cannot be read; back it up apart from the database (docs/operations.md).\n"
            );
        }
        catch (IOException) when (Ready)
        {
            // Two began at once over one folder: it is founded all the same.
        }
        PrivateFiles.SyncFolder(folder);
    }

    /// <summary>Makes the keys that are missing. They are on the disk when this returns: a row may then be committed under them.</summary>
    /// <exception cref="KeysUnavailableException"/>
    public void Obtain(IEnumerable<Guid> ids)
    {
        lock (gate)
        {
            Reach(() =>
            {
                var wanted = ids.Distinct().Where(id => Live(id).Count == 0).ToList();
                if (wanted.Count == 0)
                    return true;
                LookAgain();
                var slots = wanted
                    .Where(id => Live(id).Count == 0)
                    .Select(id => (Id: id, Slot: KeySlot.New(id, machine.GetUtcNow())))
                    .ToList();
                if (slots.Count > 0)
                    Append(slots);
                return true;
            });
        }
    }

    /// <summary>Seals a text under a key that was obtained.</summary>
    /// <exception cref="KeysUnavailableException"/>
    public byte[] Seal(Guid id, Guid eventId, string field, byte[] salt, string text)
    {
        lock (gate)
        {
            var key =
                Reach(() => Live(id)).FirstOrDefault()
                ?? throw new KeysUnavailableException("A key is gone that was made a moment ago.");
            return SealedText.Seal(key, eventId, field, salt, text);
        }
    }

    /// <summary>Opens a text; null where its key is not here, or the row is not what was written. Never throws for what a row holds.</summary>
    public (byte[] Salt, string Text)? Open(Guid id, Guid eventId, string field, byte[] ciphertext)
    {
        lock (gate)
        {
            try
            {
                return Reach(() =>
                {
                    if (Live(id).Count == 0)
                        LookAgain();
                    // Two instances that met a subject at once may have made a key each.
                    return Live(id)
                        .Select(key => SealedText.Open(key, eventId, field, ciphertext))
                        .FirstOrDefault(found => found is not null);
                });
            }
            catch (KeysUnavailableException)
            {
                return null;
            }
        }
    }

    /// <summary>The text for a reader.</summary>
    public PrivateText Read(Guid id, Guid eventId, string field, byte[] ciphertext) =>
        Open(id, eventId, field, ciphertext) is { } found
            ? new PrivateText(found.Text, PrivateState.Kept)
            : new PrivateText(null, PrivateState.Unreadable);

    /// <summary>Marks keys as those of committed rows. Without the mark a key is taken for one whose process died before its commit.</summary>
    public void Committed(IEnumerable<Guid> ids)
    {
        lock (gate)
        {
            foreach (
                var (file, offset) in ids.SelectMany(PlacesOf).Where(at => KeySlot.IsPending(Slot(at.File, at.Offset)))
            )
                Write(file, offset, [KeySlot.Used], durable: false);
        }
    }

    /// <summary>Writes over keys where they stand, and waits for the disk. Those that are not here are destroyed already.</summary>
    /// <returns>How many keys were there.</returns>
    /// <exception cref="KeysUnavailableException"/>
    public int Destroy(IEnumerable<Guid> ids)
    {
        lock (gate)
        {
            return Reach(() =>
            {
                LookAgain();
                var gone = 0;
                foreach (var id in ids)
                {
                    foreach (var (file, offset) in PlacesOf(id))
                    {
                        if (KeySlot.KeyOf(Slot(file, offset)) is not null)
                            gone++;
                        Write(file, offset, KeySlot.Erased(id), durable: true);
                    }
                    places.Remove(id);
                }
                return gone;
            });
        }
    }

    /// <summary>The keys of these that still exist.</summary>
    /// <exception cref="KeysUnavailableException"/>
    public IReadOnlyList<Guid> Existing(IEnumerable<Guid> ids)
    {
        lock (gate)
        {
            return Reach<IReadOnlyList<Guid>>(() =>
            {
                LookAgain();
                return [.. ids.Where(id => Live(id).Count > 0)];
            });
        }
    }

    /// <summary>Keys made before an instant that nobody marked as committed: their process died in between, or could not say it.</summary>
    /// <exception cref="KeysUnavailableException"/>
    public IReadOnlyList<Guid> Uncommitted(DateTimeOffset before)
    {
        lock (gate)
        {
            return Reach<IReadOnlyList<Guid>>(() =>
            {
                LookAgain();
                return
                [
                    .. places
                        .Where(p => p.Value.Exists(at => KeySlot.IsPending(Slot(at.File, at.Offset), before)))
                        .Select(p => p.Key),
                ];
            });
        }
    }

    private IReadOnlyList<(string File, long Offset)> PlacesOf(Guid id) =>
        places.TryGetValue(id, out var found) ? found : [];

    private List<byte[]> Live(Guid id) =>
        [.. PlacesOf(id).Select(at => KeySlot.KeyOf(Slot(at.File, at.Offset))).OfType<byte[]>()];

    private void Append(IReadOnlyList<(Guid Id, byte[] Slot)> slots)
    {
        if (own is null)
        {
            var file = Path.Combine(folder, $"keys-{Ids.New():N}");
            PrivateFiles.WriteNew(file, "");
            PrivateFiles.SyncFolder(folder);
            own = file;
        }
        // What a full disk left of a slot is written over.
        var from = read.GetValueOrDefault(own);
        Write(own, from, [.. slots.SelectMany(s => s.Slot)], durable: true);
        read[own] = from + (slots.Count * (long)KeySlot.Size);
        for (var i = 0; i < slots.Count; i++)
            Note(slots[i].Id, own, from + (i * (long)KeySlot.Size));
    }

    /// <summary>Takes up what other instances, or processes before this one, have written.</summary>
    private void LookAgain()
    {
        foreach (var file in Directory.GetFiles(folder, Files))
        {
            using var handle = File.OpenHandle(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var from = read.GetValueOrDefault(file);
            var slots = new byte[(RandomAccess.GetLength(handle) - from) / KeySlot.Size * KeySlot.Size];
            // A slot that is half there belongs to a process that is writing it, or died: nothing was committed under it.
            var got = RandomAccess.Read(handle, slots, from) / KeySlot.Size * KeySlot.Size;
            for (var at = 0; at < got; at += KeySlot.Size)
                Note(KeySlot.IdOf(slots.AsSpan(at)), file, from + at);
            CryptographicOperations.ZeroMemory(slots);
            read[file] = from + got;
        }
    }

    private void Note(Guid id, string file, long offset)
    {
        if (!places.TryGetValue(id, out var found))
            places[id] = found = [];
        found.Add((file, offset));
    }

    private static byte[] Slot(string file, long offset)
    {
        using var handle = File.OpenHandle(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var slot = new byte[KeySlot.Size];
        return RandomAccess.Read(handle, slot, offset) == slot.Length ? slot : new byte[KeySlot.Size];
    }

    private static void Write(string file, long offset, byte[] bytes, bool durable)
    {
        using var handle = File.OpenHandle(
            file,
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete
        );
        RandomAccess.Write(handle, bytes, offset);
        if (durable)
            RandomAccess.FlushToDisk(handle);
    }

    private T Reach<T>(Func<T> act)
    {
        if (!Ready)
            throw new KeysUnavailableException($"The folder of the subject keys, {folder}, is not there.");
        try
        {
            return act();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new KeysUnavailableException(
                $"The folder of the subject keys, {folder}, cannot be used: {trouble.Message}",
                trouble
            );
        }
    }
}
