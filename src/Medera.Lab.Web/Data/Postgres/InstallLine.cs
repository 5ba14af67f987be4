namespace Medera.Lab.Web.Data.Postgres;

/// <summary>The command that installs PostgreSQL's server on this system, for the sentence that says it is missing.</summary>
internal static class InstallLine
{
    public static string ForThisSystem()
    {
        if (OperatingSystem.IsMacOS())
            return "brew install postgresql@17";
        if (OperatingSystem.IsWindows())
            return "winget install PostgreSQL.PostgreSQL.17";
        return ForLinux(ReadOsRelease());
    }

    /// <summary>Chooses by ID and ID_LIKE of an os-release file.</summary>
    public static string ForLinux(IEnumerable<string> osRelease)
    {
        var families = osRelease
            .Select(line => line.Split('=', 2))
            .Where(pair => pair is ["ID" or "ID_LIKE", _])
            .SelectMany(pair => pair[1].Trim('"', '\'').Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        if (families.Overlaps(["fedora", "rhel", "centos"]))
            return "sudo dnf install postgresql-server";
        if (families.Contains("alpine"))
            return "sudo apk add postgresql";
        if (families.Contains("arch"))
            return "sudo pacman -S postgresql";
        return families.Overlaps(["suse", "opensuse"])
            ? "sudo zypper install postgresql-server"
            : "sudo apt-get install postgresql";
    }

    private static string[] ReadOsRelease() =>
        File.Exists("/etc/os-release") ? File.ReadAllLines("/etc/os-release") : [];
}
