using Xunit;

namespace Medera.Lab.Tests.Architecture;

public class The_files
{
    private const int MostLines = 300;

    [Fact]
    public void have_at_most_300_lines_each()
    {
        var written = Repository
            .Files("src", ".cs", ".razor", ".js", ".css")
            .Concat(Repository.Files("tests", ".cs", ".razor", ".js", ".css"))
            .ToList();
        Assert.NotEmpty(written);
        var tooLong = written
            .Select(file => (File: file, Lines: File.ReadLines(Repository.Full(file)).Count()))
            .Where(one => one.Lines > MostLines)
            .Select(one => $"{one.File} has {one.Lines} lines: split it by what its parts are about.")
            .ToList();

        // Not Assert.Empty, which cuts the sentences short.
        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }
}
