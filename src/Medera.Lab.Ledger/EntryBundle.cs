using System.Buffers.Binary;

namespace Medera.Lab.Ledger;

/// <summary>Up to 256 entries in one resource: each as two bytes of length, highest first, and its bytes (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>The most bytes an entry may have here.</summary>
    public const int MaxEntry = ushort.MaxValue;

    /// <summary>Writes entries one after the other.</summary>
    /// <exception cref="Malformed">More than 256 entries, or one too long.</exception>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Count > Tile.Full || entries.Any(entry => entry.Length > MaxEntry))
            throw new Malformed("A bundle holds at most 256 entries of at most 65,535 bytes.");
        var bytes = new byte[entries.Sum(entry => 2 + entry.Length)];
        var at = 0;
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)entry.Length);
            entry.CopyTo(bytes.AsMemory(at + 2));
            at += 2 + entry.Length;
        }

        return bytes;
    }

    /// <summary>The entries of a bundle, as parts of its bytes.</summary>
    /// <exception cref="Malformed">It ends in the middle of an entry, or holds more than 256.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = Read(bundle, Tile.Full, out var broken);
        return broken is null ? entries : throw new Malformed(broken);
    }

    /// <summary>So many entries, or those up to where it is broken.</summary>
    internal static List<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle, int width, out string? broken)
    {
        broken = null;
        var entries = new List<ReadOnlyMemory<byte>>(Tile.Full);
        while (bundle.Length > 0)
        {
            if (entries.Count == width)
            {
                // A wider bundle in place of a partial one is none the worse.
                broken = width == Tile.Full ? "A bundle holds at most 256 entries." : null;
                break;
            }

            if (bundle.Length < 2 || bundle.Length - 2 < BinaryPrimitives.ReadUInt16BigEndian(bundle.Span))
            {
                broken = "The bundle ends in the middle of an entry.";
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            entries.Add(bundle.Slice(2, length));
            bundle = bundle[(2 + length)..];
        }

        return entries;
    }
}
