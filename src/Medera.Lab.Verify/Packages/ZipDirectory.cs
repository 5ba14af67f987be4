using System.Buffers.Binary;
using System.Text;

namespace Medera.Lab.Verify.Packages;

/// <summary>An entry as the central directory has it.</summary>
/// <param name="Name">Printable ASCII.</param>
/// <param name="Offset">Where its local header begins, in bytes from the start of the file.</param>
/// <param name="Stored">How many bytes it has in the file.</param>
/// <param name="Length">How many bytes it is declared to have when it is read.</param>
/// <param name="Deflated">Whether it is deflated; otherwise it lies there as it is.</param>
internal sealed record ZipItem(string Name, long Offset, long Stored, long Length, bool Deflated);

/// <summary>
/// The central directory of a ZIP file (APPNOTE 6.3.10, §4.3.12 to 4.3.16), and nothing that stands anywhere else. It is read here rather
/// than by the runtime's class, since that one keeps every entry whatever its number, takes methods of compression that the format of a
/// package has not, and does not say when an entry ends before its declared end or goes on after it.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>The most bytes of a central directory: half a million entries, a log of over a hundred million events.</summary>
    public const int MaxDirectory = 64 * 1024 * 1024;

    private const int EndSize = 22;
    private const int End64Size = 56;
    private const int LocatorSize = 20;
    private const int HeaderSize = 46;
    private const int MaxComment = ushort.MaxValue;
    private const ushort Encrypted = 0x0001;
    private const ushort StrongEncryption = 0x0040;
    private const ushort MaskedHeaders = 0x2000;

    /// <summary>Reads it, and calls <paramref name="take"/> for each entry in its order.</summary>
    /// <param name="file">Can seek; it does not grow meanwhile.</param>
    /// <returns>Where the entries end and the directory begins.</returns>
    /// <exception cref="Unusable">It is no ZIP, or one that a package must not be.</exception>
    public static long Read(Stream file, Action<ZipItem> take)
    {
        var (count, size, begin) = End(file);
        file.Position = begin;
        var header = new byte[HeaderSize];
        var left = size;
        for (var i = 0L; i < count; i++)
        {
            left -= HeaderSize;
            if (left < 0)
                throw NoZip();
            file.ReadExactly(header);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x02014b50)
                throw NoZip();
            var (name, extra, comment) = (U16(header, 28), U16(header, 30), U16(header, 32));
            left -= name + extra + comment;
            if (left < 0)
                throw NoZip();
            var rest = new byte[name + extra];
            file.ReadExactly(rest);
            file.Seek(comment, SeekOrigin.Current);
            take(Item(header, rest.AsSpan(0, name), rest.AsSpan(name), begin));
        }

        return left == 0 ? begin : throw NoZip();
    }

    private static ZipItem Item(byte[] header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long end)
    {
        if (name.IsEmpty || name.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            throw new Unusable("A name in the package is empty or not plain ASCII.");
        if ((U16(header, 8) & (Encrypted | StrongEncryption | MaskedHeaders)) != 0)
            throw new Unusable("A part of the package is encrypted, and a package never is.");
        var method = U16(header, 10);
        if (method is not (0 or 8))
            throw new Unusable("A part of the package is compressed in a way that a package never is.");

        // Sizes that do not fit stand in the extra field of Zip64, in this order and only as far as they do not fit.
        var (length, stored, offset) = (U32(header, 24), U32(header, 20), U32(header, 42));
        var wide = Zip64(extra);
        length = Wide(length, ref wide);
        stored = Wide(stored, ref wide);
        offset = Wide(offset, ref wide);
        if (length < 0 || stored < 0 || offset < 0 || offset > end || stored > end - offset || U16(header, 34) != 0)
            throw NoZip();
        if (method == 0 && stored != length)
            throw new Unusable("A part of the package has another length than it says.");
        return new ZipItem(Encoding.ASCII.GetString(name), offset, stored, length, method == 8);
    }

    private static ReadOnlySpan<byte> Zip64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (extra.Length - 4 < length)
                break;
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return default;
    }

    private static long Wide(long narrow, ref ReadOnlySpan<byte> wide)
    {
        if (narrow != uint.MaxValue)
            return narrow;
        if (wide.Length < sizeof(long))
            throw NoZip();
        var value = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[sizeof(long)..];
        return value;
    }

    private static (long Count, long Size, long Begin) End(Stream file)
    {
        if (file.Length == 0)
            throw new Unusable("The file is empty.");
        var tail = new byte[Math.Min(file.Length, EndSize + MaxComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            // The comment of the record ends exactly where the file does: what was cut off or added shows here.
            if (U32(tail, at) != 0x06054b50 || U16(tail, at + 20) != tail.Length - at - EndSize)
                continue;
            var record = file.Length - tail.Length + at;
            var (count, size, begin) = ((long)U16(tail, at + 10), U32(tail, at + 12), U32(tail, at + 16));
            if (U16(tail, at + 4) is not (0 or ushort.MaxValue) || U16(tail, at + 8) != count)
                throw NoZip();
            if (count == ushort.MaxValue || size == uint.MaxValue || begin == uint.MaxValue)
                (count, size, begin, record) = End64(file, record) ?? (count, size, begin, record);
            if (count < 0 || begin < 0 || size < 0 || begin > record || size > record - begin)
                throw NoZip();
            return size <= MaxDirectory
                ? (count, size, begin)
                : throw new Unusable("The package has more parts than any log that this program can check.");
        }

        throw NoZip();
    }

    private static (long Count, long Size, long Begin, long Record)? End64(Stream file, long record)
    {
        if (record < LocatorSize)
            return null;
        var locator = new byte[LocatorSize];
        file.Position = record - LocatorSize;
        file.ReadExactly(locator);
        if (U32(locator, 0) != 0x07064b50)
            return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        if (at < 0 || at > record - LocatorSize - End64Size)
            throw NoZip();
        var end = new byte[End64Size];
        file.Position = at;
        file.ReadExactly(end);
        if (U32(end, 0) != 0x06064b50)
            throw NoZip();
        return (I64(end, 32), I64(end, 40), I64(end, 48), at);
    }

    private static Unusable NoZip() => new("The file is no ZIP, or is cut off or damaged.");

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static long U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static long I64(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
