using Medera.Lab.Ledger;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// The witnesses that this laboratory asks: a C2SP tlog-policy in the file "witnesses" of the data folder, or where
/// Lab__WitnessPolicy says. Without the file there are none, and paper is the witness.
/// </summary>
public sealed class WitnessPolicies(LabSettings settings)
{
    private readonly Lazy<(string? Text, Policy? Policy)> read = new(() => Read(settings));

    /// <summary>The policy, or null.</summary>
    public Policy? Policy => read.Value.Policy;

    /// <summary>The policy as it was written, for packages.</summary>
    public string? Text => read.Value.Text;

    private static (string?, Policy?) Read(LabSettings settings)
    {
        var file = Environment.GetEnvironmentVariable("Lab__WitnessPolicy") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(settings.DataFolder, "witnesses");
        if (!File.Exists(file))
            return (null, null);
        try
        {
            var text = File.ReadAllText(file);
            return (text, Policy.Parse(text));
        }
        catch (Malformed what)
        {
            throw new LaboratoryCannotStart($"{file} is no policy of witnesses: {what.Message}", what);
        }
    }
}
