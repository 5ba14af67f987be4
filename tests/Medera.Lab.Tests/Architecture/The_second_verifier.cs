using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>The page in each package is short enough to be read before it is believed. Texts and what only shows are not counted.</summary>
public class The_second_verifier
{
    private const string Folder = "src/Medera.Lab.Web/Sealing/Verifier";
    private const int MostCode = 440;
    private const int MostInAFile = 100;
    private const int MostWide = 140;

    private static readonly IReadOnlyList<string> Checker =
    [
        .. Repository.Files(Folder, ".js").Where(file => Path.GetFileName(file) is not ("texts.js" or "page.js")),
    ];

    [Fact]
    public void can_be_read_in_one_sitting()
    {
        var code = Checker.ToDictionary(
            file => file,
            file => File.ReadLines(Repository.Full(file)).Count(IsCode),
            StringComparer.Ordinal
        );

        Assert.NotEmpty(code);
        Assert.All(code, file => Assert.True(file.Value <= MostInAFile, $"{file.Key} has {file.Value} lines of code."));
        Assert.True(code.Values.Sum() <= MostCode, $"{code.Values.Sum()} lines of code.");
    }

    [Fact]
    public void has_no_line_into_which_more_was_squeezed_than_belongs_there()
    {
        foreach (var file in Checker)
        {
            foreach (var line in File.ReadLines(Repository.Full(file)))
            {
                Assert.True(line.Length <= MostWide, $"{file}: {line}");
                Assert.True(
                    !line.TrimEnd().TrimEnd(';').Contains("; ", StringComparison.Ordinal)
                        || line.Contains("for (", StringComparison.Ordinal)
                        || line.Contains("// ", StringComparison.Ordinal)
                        || line.Contains("{ throw ", StringComparison.Ordinal),
                    $"{file}: {line}"
                );
            }
        }
    }

    private static bool IsCode(string line) =>
        line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal);
}
