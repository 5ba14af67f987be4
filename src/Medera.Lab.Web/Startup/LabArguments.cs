using System.Globalization;

namespace Medera.Lab.Web.Startup;

/// <summary>What the command line says.</summary>
/// <param name="Port">Port on 127.0.0.1; 0 takes a free one.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="Empty">Begin without the demonstration.</param>
/// <param name="Migrate">Prepare the database of ConnectionStrings__LabAdmin and end.</param>
public sealed record LabArguments(int Port, string Folder, bool Empty, bool Migrate)
{
    /// <summary>Reads [migrate] [--port N] [--data DIR] [--empty].</summary>
    /// <exception cref="LaboratoryCannotStart">Something else stands there.</exception>
    public static LabArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new LabArguments(5080, DefaultFolder(), Empty: false, Migrate: false);
        for (var i = 0; i < args.Count; i++)
        {
            parsed = args[i] switch
            {
                "migrate" => parsed with { Migrate = true },
                "--empty" => parsed with { Empty = true },
                "--port" when int.TryParse(Next(args, ref i), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 => parsed with { Port = port },
                "--data" when Next(args, ref i) is { Length: > 0 } folder => parsed with { Folder = Path.GetFullPath(folder) },
                _ => throw new LaboratoryCannotStart($"The laboratory does not know \"{args[i]}\": it takes [migrate] [--port N] [--data DIR] [--empty]."),
            };
        }
        return parsed;
    }

    private static string? Next(IReadOnlyList<string> args, ref int i) => ++i < args.Count ? args[i] : null;

    private static string DefaultFolder() => Environment.UserName == "root"
        ? "/var/lib/medera-lab"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "medera-lab");
}
