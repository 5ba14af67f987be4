namespace Medera.Lab.Web.Custody;

/// <summary>Events in which a code was typed stand on a timeline of their own, for the auditor to read and count.</summary>
public static class TypedCodes
{
    /// <summary>What that timeline is about. Of the read model alone: in the body the scan itself says "typed".</summary>
    public static readonly Guid Mark = new("00000000-0000-7000-8000-000000000007");

    /// <summary>The mark, where a code of the event was typed, or a thing was identified by its printed code.</summary>
    public static IEnumerable<Guid> MarkOf(Entry entry) =>
        entry.Scans.Any(scan => scan.Source == ScanSource.Typed) || entry.Data is ContainerIdentified ? [Mark] : [];
}
