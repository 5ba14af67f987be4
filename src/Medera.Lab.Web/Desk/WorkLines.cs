namespace Medera.Lab.Web.Desk;

/// <summary>What waits for a role: batches or product containers in some states, and the command that they wait for.</summary>
public sealed record WorkLine(
    string Verb,
    Roles May,
    IReadOnlyList<BatchState> Batches,
    IReadOnlyList<ContainerState> Containers
);

/// <summary>The worklist as a table.</summary>
public static class WorkLines
{
    private static readonly IReadOnlyList<WorkLine> All =
    [
        new("collection.complete", Roles.Technician | Roles.Clinician, [BatchState.Planned], []),
        new("custody.receive", Roles.Technician, [BatchState.Collected], []),
        new("processing.start", Roles.Technician, [BatchState.Received], []),
        new("processing.passage", Roles.Technician, [BatchState.InProcess], []),
        new("processing.freeze", Roles.Technician, [BatchState.Filled], []),
        new("storage.put", Roles.Technician, [], [ContainerState.Filled]),
        new("thaw.start", Roles.Technician, [], [ContainerState.Out]),
        new("thaw.complete", Roles.Technician, [], [ContainerState.Thawing]),
        new("result.enter", Roles.Qc, [BatchState.Filled, BatchState.Quarantine], []),
        new("review.trail", Roles.Qa, [BatchState.UnderReview], []),
        new("release.sign", Roles.Releaser, [BatchState.UnderReview], []),
        new("bedside.confirm", Roles.Nurse, [], [ContainerState.Ready, ContainerState.Matched]),
        new("administration.complete", Roles.Nurse, [], [ContainerState.Administering]),
        new("batch.close", Roles.Qa, [BatchState.Rejected, BatchState.Terminated, BatchState.Depleted], []),
    ];

    /// <summary>The lines of somebody's roles.</summary>
    public static IEnumerable<WorkLine> For(Roles roles) => All.Where(l => (l.May & roles) != Roles.None);
}
