namespace Medera.Lab.Web;

/// <summary>What this laboratory is, fixed for the life of its log.</summary>
/// <param name="Origin">The log's name in every event; one that begins with "demonstration/" may move its clock.</param>
/// <param name="DataFolder">Keys, attachments, and the clock of a demonstration.</param>
public sealed record LabSettings(string Origin, string DataFolder)
{
    /// <summary>First in every natural key.</summary>
    public const string Site = "1";

    /// <summary>Origin of the demonstration laboratory.</summary>
    public const string DemonstrationOrigin = "demonstration/medera-lab";

    /// <summary>Folder of the keys of private texts: Lab__SubjectKeys, or subject-keys in the data folder. Several instances share it.</summary>
    public string SubjectKeys { get; init; } =
        Environment.GetEnvironmentVariable("Lab__SubjectKeys") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(DataFolder, "subject-keys");

    /// <summary>Whether this is a demonstration: accounts are shown at sign-in, and the clock may be moved.</summary>
    public bool Demonstration => Origin.StartsWith("demonstration/", StringComparison.Ordinal);
}
