using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Collection;

/// <summary>A collection names the donor only: its batch is the one that is planned for whoever wears the wristband.</summary>
internal sealed class CollectionLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(CollectionAct)];

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted is PlanBatch ? [] : found.StreamsOf<BatchId>();

    public override async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is not CompleteCollection)
            return;
        var subjects = found.Known<SubjectId>();
        found.Add(
            await db
                .Batches.Where(x => subjects.Contains(x.Donor) && x.State == BatchState.Planned)
                .Select(x => x.Id)
                .ToListAsync()
        );
    }
}
