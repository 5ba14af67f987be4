using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Administration;

/// <summary>What is given moves the batch and the plan; a container that was lost and found is held by its deviation.</summary>
internal sealed class AdministrationLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(AdministrationAct)];

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted is StartAdministration or CompleteAdministration or StopAdministration
            ? found.StreamsOf<BatchId>().Concat(found.StreamsOf<PlanId>())
            : found.StreamsOf<BatchId>();

    public override Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var batches = found.Known<BatchId>();
        return found.Wanted is AdministrationAct
            ? WithAsync(
                lives,
                batches.Count,
                () =>
                    db.Deviations.Where(d =>
                        batches.Contains(d.Batch) && d.Rule == Deviation.FoundAgain && d.State != DeviationState.Closed
                    )
            )
            : Task.FromResult(lives);
    }
}
