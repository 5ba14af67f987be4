using System.Globalization;

namespace Medera.Lab.Web.Startup;

/// <summary>What the command line says.</summary>
/// <param name="Port">Port on 127.0.0.1; 0 takes a free one.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="Empty">Begin without the demonstration.</param>
/// <param name="Verb">Something to be done instead of serving; null serves.</param>
public sealed record LabArguments(int Port, string Folder, bool Empty, string? Verb)
{
    /// <summary>Prepare the database of ConnectionStrings__LabAdmin.</summary>
    public const string Migrate = "migrate";

    /// <summary>Make the log's next key, beside those that sign.</summary>
    public const string AddLogKey = "add-log-key";

    /// <summary>Let the oldest of the log's keys sign no more.</summary>
    public const string RetireLogKey = "retire-log-key";

    /// <summary>Make the derived tables again from the log.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>What the program takes.</summary>
    private const string Known =
        "[migrate|rebuild [--compare]|add-log-key|retire-log-key] [--port N] [--data DIR] [--empty]";

    /// <summary>Of a rebuild: look, and change nothing.</summary>
    public bool OnlyCompare { get; init; }

    /// <summary>Reads [migrate|rebuild [--compare]|add-log-key|retire-log-key] [--port N] [--data DIR] [--empty].</summary>
    /// <exception cref="LaboratoryCannotStart">Something else stands there.</exception>
    public static LabArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new LabArguments(5080, DefaultFolder(), Empty: false, Verb: null);
        for (var i = 0; i < args.Count; i++)
        {
            parsed = args[i] switch
            {
                Migrate or Rebuild or AddLogKey or RetireLogKey => parsed with { Verb = args[i] },
                "--compare" when parsed.Verb == Rebuild => parsed with { OnlyCompare = true },
                "--empty" => parsed with { Empty = true },
                "--port"
                    when int.TryParse(Next(args, ref i), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                        && port <= 65535 => parsed with
                {
                    Port = port,
                },
                "--data" when Next(args, ref i) is { Length: > 0 } folder => parsed with
                {
                    Folder = Path.GetFullPath(folder),
                },
                _ => throw new LaboratoryCannotStart($"The laboratory does not know \"{args[i]}\": it takes {Known}."),
            };
        }
        return parsed;
    }

    private static string? Next(IReadOnlyList<string> args, ref int i) => ++i < args.Count ? args[i] : null;

    private static string DefaultFolder() =>
        Environment.UserName == "root"
            ? "/var/lib/medera-lab"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "medera-lab");
}
