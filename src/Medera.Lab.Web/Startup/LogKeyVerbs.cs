using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;

namespace Medera.Lab.Web.Startup;

/// <summary>
/// The log's keys, changed on the machine that holds them. The application need not be stopped: it looks at the folder before each signature,
/// and the change is an event of the log.
/// </summary>
internal static class LogKeyVerbs
{
    public static int Run(LabArguments arguments)
    {
        var folder = SealingSetup.KeyFolder(arguments.Folder);
        using var keys = new LogKeys(folder, OriginOf(folder));
        var key = arguments.Verb == LabArguments.AddLogKey ? keys.Add() : keys.Retire();
        Console.Error.WriteLine(
            arguments.Verb == LabArguments.AddLogKey
                ? "From the next checkpoint on this key signs too. Give its public half to everybody who checks the log:"
                : "From the next checkpoint on this key signs no more. Its file was renamed and kept; what it signed still verifies:"
        );
        Console.Out.WriteLine(key.ToString());
        return 0;
    }

    /// <summary>The log's name, as its keys say it: the first one is made when the laboratory first seals.</summary>
    private static string OriginOf(string folder)
    {
        var first = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*log-key-*").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        if (first is null)
            throw new LaboratoryCannotStart(
                $"There is no key of a log in {folder}: the laboratory makes the first one when it first seals."
            );
        try
        {
            using var signer = NoteSigner.Parse(File.ReadAllText(first).Trim());
            return signer.Key.Name;
        }
        catch (Malformed what)
        {
            throw new LaboratoryCannotStart($"{first} is no signing key: {what.Message}", what);
        }
    }
}
