using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Processing;

/// <summary>Batches, after all that leads to one; and what each belongs to, where nobody has seen it yet.</summary>
internal sealed class BatchLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(ProcessingAct)];

    public override IEnumerable<StreamKey> Writes(Found found) => found.StreamsOf<BatchId>();

    public override async Task FindAsync(Found found, LabDb db)
    {
        var unmet = found.Known<BatchId>().Where(batch => !found.HasResolved(batch)).ToList();
        if (unmet.Count == 0)
            return;
        foreach (
            var row in await db
                .Batches.Where(x => unmet.Contains(x.Id))
                .Select(x => new
                {
                    x.Id,
                    x.Donor,
                    x.Patient,
                    x.Protocol,
                })
                .ToListAsync()
        )
            found.AddBatch(row.Id, row.Donor, row.Patient, row.Protocol);
    }

    public override Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var batches = found.Known<BatchId>();
        return WithAsync(lives, batches.Count, () => db.Batches.Where(batch => batches.Contains(batch.Id)));
    }
}
