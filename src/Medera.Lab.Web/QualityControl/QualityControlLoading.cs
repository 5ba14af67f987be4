using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.QualityControl;

/// <summary>Results and deviations of a batch, for acts on them and for its release.</summary>
internal sealed class QualityControlLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(QualityAct), typeof(ReleaseAct)];

    public override IEnumerable<StreamKey> Writes(Found found) => found.StreamsOf<BatchId>();

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        if (found.Wanted is not (QualityAct or ReleaseAct))
            return lives;
        var batches = found.Known<BatchId>();
        lives = await WithAsync(
            lives,
            batches.Count,
            () => db.Results.Where(r => batches.Contains(r.Batch) && r.Current)
        );
        return await WithAsync(lives, batches.Count, () => db.Deviations.Where(d => batches.Contains(d.Batch)));
    }
}
