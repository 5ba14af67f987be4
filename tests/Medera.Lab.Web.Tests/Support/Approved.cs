namespace Medera.Lab.Web.Tests.Support;

/// <summary>
/// Files that hold what others build on, word for word. A run with MEDERA_APPROVE=1 writes what it received over them: read the
/// difference line by line before it is committed.
/// </summary>
internal static class Approved
{
    /// <summary>What every complaint says: partners cannot be changed together with us.</summary>
    public const string Partners = "A change that breaks a partner is a new edition or a new path";

    /// <summary>Fails where the file says something else.</summary>
    /// <param name="path">From the repository's root on, with "/".</param>
    public static async Task IsAsync(string path, string received)
    {
        var file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable("MEDERA_APPROVE") == "1")
            await File.WriteAllTextAsync(file, received);
        var approved = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(received == approved, Complaint(path, approved, received));
    }

    /// <summary>What is told of a difference.</summary>
    public static string Complaint(string path, string approved, string received) =>
        $"{Partners}; what only adds is approved with MEDERA_APPROVE=1. {path} differs (- approved, + received):\n{Catalogue.Difference(approved, received)}";

    /// <summary>A file of the repository.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root(), path)).ReplaceLineEndings("\n");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Medera.Lab.sln")))
                return folder.FullName;
        throw new InvalidOperationException("These tests look at the sources: run them from within the repository.");
    }
}
