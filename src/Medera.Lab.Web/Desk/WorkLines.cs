using System.Reflection;

namespace Medera.Lab.Web.Desk;

/// <summary>What waits for a role: batches or product containers in some states, and the act that they wait for.</summary>
public sealed record WorkLine(
    string Verb,
    Roles May,
    IReadOnlyList<BatchState> Batches,
    IReadOnlyList<ContainerState> Containers
);

/// <summary>The worklist, as the acts say it of themselves, in the order of the work.</summary>
public static class WorkLines
{
    private static readonly IReadOnlyList<WorkLine> All =
    [
        .. CommandCatalogue
            .All.Select(c => (c.Verb, Waits: c.Type.GetCustomAttribute<WaitedForAttribute>()))
            .Where(c => c.Waits is not null)
            .OrderBy(c => c.Waits!.Place)
            .Select(c => new WorkLine(c.Verb.Name, c.Verb.May, c.Waits!.Batches, c.Waits.Containers)),
    ];

    /// <summary>The lines of somebody's roles.</summary>
    public static IEnumerable<WorkLine> For(Roles roles) => All.Where(l => (l.May & roles) != Roles.None);
}
