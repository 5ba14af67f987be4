using Xunit;

namespace Medera.Lab.Tests.Architecture;

public class Frozen_sql
{
    private const string Folder = "src/Medera.Lab.Web/Data/Sql";
    private const string Migrations = "src/Medera.Lab.Web/Data/Migrations";
    private const string Approved = "tests/Medera.Lab.Tests/Approved/sql-hashes.txt";

    [Fact]
    public void is_as_it_was_approved()
    {
        var approved = ApprovedHashes(File.ReadAllLines(Repository.Full(Approved)));
        // Of the migrations all but the picture of the newest model: what a start compares old tables with is in their Designer files.
        var found = Repository
            .Files(Folder, ".sql")
            .Concat(
                Directory
                    .EnumerateFiles(Repository.Full(Migrations), "*.cs")
                    .Select(file => $"{Migrations}/{Path.GetFileName(file)}")
            )
            .Where(file => !file.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => file, Repository.Hash, StringComparer.Ordinal);
        var complaints = Complaints(approved, found).ToList();

        // Not Assert.Empty, which cuts the sentences short.
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public void that_the_first_migration_runs_is_never_more_than_it_was() =>
        Assert.Equal(
            [$"{Folder}/lab/001-working-copies.sql", $"{Folder}/lab/002-labels.sql"],
            Repository.Files($"{Folder}/lab", ".sql")
        );

    [Fact]
    public void complains_of_a_changed_file_and_says_to_add_a_new_one()
    {
        var complaint = Assert.Single(Complaints(One("a/001-first.sql", "aa"), One("a/001-first.sql", "bb")));
        Assert.Contains("Put it back as it was", complaint, StringComparison.Ordinal);
        Assert.Contains("add a new file", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void complains_of_a_file_that_went_away() =>
        Assert.Contains(
            "is gone",
            Assert.Single(Complaints(One("a/001-first.sql", "aa"), None)),
            StringComparison.Ordinal
        );

    [Fact]
    public void complains_of_a_file_that_nobody_approved_and_gives_the_line_to_add() =>
        Assert.Contains(
            "\naa  a/001-first.sql",
            Assert.Single(Complaints(None, One("a/001-first.sql", "aa"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void is_at_peace_with_what_was_approved() =>
        Assert.Empty(Complaints(One("a/001-first.sql", "aa"), ApprovedHashes(["# said", "", "aa  a/001-first.sql"])));

    private static Dictionary<string, string> None => new(StringComparer.Ordinal);

    private static Dictionary<string, string> One(string file, string hash) =>
        new(StringComparer.Ordinal) { [file] = hash };

    private static Dictionary<string, string> ApprovedHashes(IEnumerable<string> lines) =>
        lines
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split("  ", 2))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);

    private static IEnumerable<string> Complaints(Dictionary<string, string> approved, Dictionary<string, string> found)
    {
        foreach (var (file, hash) in approved)
        {
            if (!found.TryGetValue(file, out var now))
                yield return $"{file} is gone. Databases have run it: put it back.";
            else if (now != hash)
                yield return $"{file} was changed. Databases have run it as it was. Put it back as it was, and add a new file for the change.";
        }

        foreach (var (file, hash) in found.Where(one => !approved.ContainsKey(one.Key)))
            yield return $"{file} is new. When it is ready to be run for ever, add this line to {Approved}:\n{hash}  {file}";
    }
}
