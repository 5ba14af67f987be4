namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Where the repository is that these tests were built from.</summary>
internal static class TestTools
{
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Medera.Lab.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException("No folder above this test holds Medera.Lab.sln.");
    }
}
