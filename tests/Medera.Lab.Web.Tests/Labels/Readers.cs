using System.Text.Json;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Gives what was read in pictures, in their order.</summary>
internal delegate Task<IReadOnlyList<string>> Reader(IEnumerable<Raster> pictures);

/// <summary>Readers that have nothing in common with our encoders. What Debian's programs do not find they say nothing about.</summary>
internal static class Readers
{
    // "-1" is a line a symbol: file, format, and the text in quotation marks.
    public static Reader Zxing(string format) =>
        FromFiles(async files =>
            Lines(await Tool.RunAsync("ZXingReader", ["-1", "-norotate", "-format", format, .. files]))
                .Select(line =>
                    line.IndexOf('"', StringComparison.Ordinal) is >= 0 and var from
                        ? line[(from + 1)..line.LastIndexOf('"')]
                        : line
                )
        );

    public static Reader Zbar(string symbology) =>
        FromFiles(async files =>
            Lines(
                await Tool.RunAsync(
                    "zbarimg",
                    ["-q", "--raw", "--nodbus", "-Sdisable", $"-S{symbology}.enable", .. files]
                )
            )
        );

    public static Reader Dmtx(params string[] options) =>
        FromFiles(async files => Lines(await Tool.RunAsync("dmtxread", ["-n", "-N1", "-m2000", .. options, .. files])));

    /// <summary>The reader of the page's camera, which looks once at each picture, and quickly: a line for each, empty when it saw nothing, the symbology identifier in front of a text.</summary>
    public static Task<IReadOnlyList<string>> CameraAsync(IEnumerable<Raster> pictures) =>
        CameraAsync(pictures, "quick");

    /// <summary>The same, but thoroughly, as the page looks at every fourth picture.</summary>
    public static Task<IReadOnlyList<string>> ThoroughCameraAsync(IEnumerable<Raster> pictures) =>
        CameraAsync(pictures, "thorough");

    private static async Task<IReadOnlyList<string>> CameraAsync(IEnumerable<Raster> pictures, string look)
    {
        var root = TestTools.Root();
        var wwwroot = Path.Combine(root, "src", "Medera.Lab.Web", "wwwroot");
        Assert.True(
            Directory.Exists(Path.Combine(wwwroot, "lib", "zxing-wasm")),
            "The build brought no zxing-wasm from npm: install Debian's npm, and build again."
        );
        var said = await Tool.RunAsync(
            "node",
            [Path.Combine(root, "tests", "tools", "camera.mjs"), wwwroot, look],
            async input =>
            {
                foreach (var picture in pictures)
                    await input.WriteAsync(picture.ToPgm());
            }
        );
        return
        [
            .. Lines(said)
                .Select(line =>
                    line.StartsWith('[') ? string.Join(" | ", JsonSerializer.Deserialize<string[]>(line)!) : line
                ),
        ];
    }

    /// <summary>That it reads every picture, or all but a small part: what was missed it says nothing about, what it read is right, and in its order.</summary>
    public static async Task ReadsAsync(
        this Reader reader,
        IEnumerable<Raster> pictures,
        IReadOnlyList<string> wanted,
        double mayMiss = 0
    )
    {
        var found = await reader(pictures);
        var missed = wanted.Count - found.Count;
        Assert.InRange(missed, 0, (int)(mayMiss * wanted.Count));
        Assert.Equal(missed == 0 ? wanted : wanted.Where(found.Contains), found);
    }

    // Two of a program at once, each with one half.
    private static Reader FromFiles(Func<IReadOnlyList<string>, Task<IEnumerable<string>>> read) =>
        async pictures =>
        {
            var folder = Directory.CreateTempSubdirectory("medera-symbols-");
            try
            {
                var files = new List<string>();
                foreach (var picture in pictures)
                {
                    files.Add(Path.Combine(folder.FullName, $"{files.Count:00000}.pgm"));
                    await File.WriteAllBytesAsync(files[^1], picture.ToPgm());
                }
                return
                [
                    .. (await Task.WhenAll(files.Chunk((files.Count / 2) + 1).Select(read))).SelectMany(half => half),
                ];
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        };

    private static string[] Lines(string said) => said.Split('\n')[..^1];
}
