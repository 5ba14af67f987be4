namespace Medera.Lab.Labels;

/// <summary>QA's decision where the figures do not agree: what was counted stays, and so does the deviation.</summary>
[Act(
    "label.settle",
    Roles.Qa,
    "Settle the count of labels",
    "Etiket sayımını karara bağla",
    Offline.Signature,
    Signs = "label count settled"
)]
public sealed record SettleLabelCount(
    BatchId Batch,
    int Applied,
    int Destroyed,
    string Reason,
    [property: Private] string? ReasonText
) : LabelAct, INameBatch, IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var counts = file.TheBatch.Labels;
        return
        [
            new LabelCountSettled(Batch, counts.Issued, counts.Applied, counts.Destroyed, Applied, Destroyed),
            new DeviationOpened(Batch, new(file.Now.Id(0)), null, LabelRules.ScannedBackAndCounted.Id, Critical: true),
        ];
    }
}

/// <summary>Counted, and not equal: QA decided by signature. The deviation that is opened with it stays until it is closed.</summary>
[FactName("label.settled")]
[Said(
    "Count of labels settled by QA: {issued} issued; by the record {applied} applied and {destroyed} destroyed, counted {countedApplied} and {countedDestroyed}.",
    "Etiket sayımını KG karara bağladı: {issued} basılan; kayda göre {applied} uygulanan ve {destroyed} imha edilen, sayılan {countedApplied} ve {countedDestroyed}."
)]
public sealed record LabelCountSettled(
    BatchId Batch,
    int Issued,
    int Applied,
    int Destroyed,
    int CountedApplied,
    int CountedDestroyed
) : LabelFact(Batch);
