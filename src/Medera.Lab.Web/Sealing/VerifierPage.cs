using System.Text;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// The second verifier: one HTML file without any request, which an auditor opens out of a package. Its parts (folder Verifier) are joined
/// once; no module loader is needed, so that it runs from a file, and the bytes are the same in every package.
/// </summary>
internal static class VerifierPage
{
    /// <summary>What checks, in this order: bytes and hashes first, the whole check last.</summary>
    public static readonly IReadOnlyList<string> Checker =
    [
        "bytes.js",
        "zip.js",
        "notes.js",
        "tiles.js",
        "events.js",
        "log.js",
        "batch.js",
        "check.js",
    ];

    private static readonly Lazy<byte[]> Joined = new(Join);

    /// <summary>The page in UTF-8.</summary>
    public static byte[] Bytes => Joined.Value;

    /// <summary>A file of this folder or of the one below.</summary>
    public static byte[] Resource(string name)
    {
        using var stream =
            typeof(VerifierPage).Assembly.GetManifestResourceStream($"Sealing/{name}")
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Join()
    {
        var script = string.Join('\n', ((IEnumerable<string>)["texts.js", .. Checker, "page.js"]).Select(Part));
        return Encoding.UTF8.GetBytes(
            Part("page.html")
                .Replace("{style}", Part("page.css").TrimEnd(), StringComparison.Ordinal)
                .Replace("{script}", script.TrimEnd(), StringComparison.Ordinal)
        );
    }

    private static string Part(string name) => Encoding.UTF8.GetString(Resource($"Verifier/{name}"));
}
