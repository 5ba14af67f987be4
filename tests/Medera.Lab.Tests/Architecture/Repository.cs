using System.Security.Cryptography;

namespace Medera.Lab.Tests.Architecture;

/// <summary>The repository that these tests were built from, found from the test's own place upwards.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
    [
        "bin",
        "obj",
        "packages",
        "node_modules",
        "lib",
        "Migrations",
        "TestResults",
    ];

    public static readonly string Root = Find();

    /// <summary>Written files under a folder, paths with "/" from the root on; nothing made by tools.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Below(start, extensions).Order(StringComparer.Ordinal) : [];
    }

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Full(path))));

    private static IEnumerable<string> Below(string folder, string[] extensions) =>
        Directory
            .EnumerateFiles(folder)
            .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !NotOurs.Contains(Path.GetFileName(inner), StringComparer.Ordinal))
                    .SelectMany(inner => Below(inner, extensions))
            );

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Medera.Lab.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("These tests look at the sources: run them from within the repository.");
    }
}
