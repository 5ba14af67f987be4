namespace Medera.Lab.Labels;

/// <summary>QA's decision where the figures do not agree: what was counted stays, and so does the deviation.</summary>
[Verb("label.settle", Roles.Qa, Signs = "label count settled")]
public sealed record SettleLabelCount(
    BatchId Batch,
    int Applied,
    int Destroyed,
    string Reason,
    [property: Private] string? ReasonText
) : LabelAct, INameBatch, IReasoned;

/// <summary>Counted, and not equal: QA decided by signature. The deviation that is opened with it stays until it is closed.</summary>
[FactName("label.settled")]
public sealed record LabelCountSettled(
    BatchId Batch,
    int Issued,
    int Applied,
    int Destroyed,
    int CountedApplied,
    int CountedDestroyed
) : LabelFact(Batch);
