using System.Collections.Concurrent;

namespace Medera.Lab.Web.Sealing;

/// <summary>Where a package is on its way. Preparing: it is looked up what belongs in. Failed: what arrived is cut off, and is no package.</summary>
public enum PackageStage
{
    Preparing,
    GoingOn,
    Done,
    Failed,
}

/// <summary>How far a package is.</summary>
/// <param name="Done">Events written.</param>
/// <param name="Total">Events to be written.</param>
public sealed record PackageStanding(PackageStage Stage, long Done, long Total);

/// <summary>How far packages are that are being taken away: for the page that asked, by the id that it chose.</summary>
public sealed class PackageProgress
{
    /// <summary>More are nobody's who still looks.</summary>
    private const int Most = Limits.Memory.Packages;

    private readonly ConcurrentDictionary<Guid, PackageStanding> going = new();

    /// <summary>How far it is; null where nothing of that id is known.</summary>
    public PackageStanding? Standing(Guid id) => going.GetValueOrDefault(id);

    internal void Begin(Guid id)
    {
        if (going.Count > Most)
            going.Clear();
        going[id] = new PackageStanding(PackageStage.Preparing, 0, 0);
    }

    internal void Report(Guid id, long done, long total) =>
        going[id] = new PackageStanding(PackageStage.GoingOn, done, total);

    internal void Finish(Guid id) => Change(id, PackageStage.Done);

    internal void Fail(Guid id) => Change(id, PackageStage.Failed);

    private void Change(Guid id, PackageStage to)
    {
        if (going.TryGetValue(id, out var now))
            going[id] = now with { Stage = to };
    }
}
