using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Processing;

/// <summary>Containers by the codes on them, with their batches; codes that were borne before, where new ones are bound.</summary>
internal sealed class ContainerLoading : Loading
{
    public override async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is INameBatch named)
            found.Add(named.Batch);
        if (!Named.Taken<ContainerCode>(found.Wanted).Any())
            return;
        var codes = found.ContainerCodes;
        // One journey for a container and what its batch belongs to: every scan at the bench makes it.
        foreach (
            var row in await db
                .Containers.Where(c => codes.Contains(c.Code))
                .Join(
                    db.Batches,
                    c => c.Batch,
                    x => x.Id,
                    (c, x) =>
                        new
                        {
                            c.Batch,
                            c.Reserved,
                            x.Donor,
                            x.Patient,
                            x.Protocol,
                        }
                )
                .ToListAsync()
        )
        {
            found.AddBatch(row.Batch, row.Donor, row.Patient, row.Protocol);
            if (row.Reserved is { } kept)
                found.Add(kept.Plan);
        }
    }

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var codes = found.ContainerCodes;
        lives = await WithAsync(lives, codes.Count, () => db.Containers.Where(c => codes.Contains(c.Code)));
        // In this order: a code that no container bears any more is among the former ones already.
        if (Named.Binds<ContainerCode>(found.Wanted))
            lives = await WithAsync(lives, codes.Count, () => db.FormerCodes.Where(f => codes.Contains(f.Code)));
        if (found.Wanted is not DivideVessel)
            return lives;
        // The new vessel gets a number that none beside it has.
        var batches = found.Known<BatchId>();
        return await WithAsync(
            lives,
            db.Containers.Where(c =>
                batches.Contains(c.Batch)
                && c.Kind == ContainerKind.Vessel
                && c.State == ContainerState.InCulture
                && !codes.Contains(c.Code)
            )
        );
    }
}
