using System.IO.Compression;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>A package as it was taken away, and as somebody may have changed it: the same changes in each run.</summary>
internal static class ChangedPackages
{
    /// <summary>The whole one first, then so many changed ones, each with a name that says how.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Make(byte[] package, int changes)
    {
        yield return ("as it was", package);
        for (var n = 0; n < changes; n++)
        {
            var entries = Read(package);
            var place = (n * 7 + 3) % entries.Count;
            var (name, content) = entries[place];
            var at = content.Length == 0 ? 0 : (int)(n * 104_729L % content.Length);
            switch (n % 10)
            {
                case 0 or 1 or 2 or 3:
                    content = [.. content];
                    if (content.Length > 0)
                        content[at] ^= (byte)(1 << (n % 8));
                    entries[place] = (name, content);
                    yield return ($"a bit of {name} at {at}", Write(entries));
                    break;
                case 4:
                    entries.RemoveAt(place);
                    yield return ($"without {name}", Write(entries));
                    break;
                case 5:
                    entries[place] = (name, content[..at]);
                    yield return ($"{name} cut at {at}", Write(entries));
                    break;
                case 6:
                    entries.Add((n % 2 == 0 ? "../" + name : $"foreign-{name.Replace('/', '-')}", content));
                    yield return ($"{name} once more elsewhere", Write(entries));
                    break;
                case 7:
                    var other = (place + 1) % entries.Count;
                    (entries[place], entries[other]) = ((name, entries[other].Content), (entries[other].Name, content));
                    yield return ($"{name} and {entries[other].Name} exchanged", Write(entries));
                    break;
                case 8:
                    var bit = (int)(n * 1_299_709L % package.Length);
                    yield return (
                        $"a bit of the file at {bit}",
                        [.. package[..bit], (byte)(package[bit] ^ (1 << (n / 10 % 8))), .. package[(bit + 1)..]]
                    );
                    break;
                default:
                    yield return (
                        $"the file cut at {n * 7_919L % package.Length}",
                        package[..(int)(n * 7_919L % package.Length)]
                    );
                    break;
            }
        }
    }

    private static List<(string Name, byte[] Content)> Read(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var stream = entry.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return (entry.FullName, bytes.ToArray());
            }),
        ];
    }

    private static byte[] Write(List<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }
}
