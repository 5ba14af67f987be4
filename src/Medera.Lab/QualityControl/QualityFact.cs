namespace Medera.Lab.QualityControl;

/// <summary>Results and deviations of a batch.</summary>
public abstract record QualityFact(BatchId Batch) : BatchFact(Batch);

/// <summary>What was said to have happened, where no state can follow it any more: recorded all the same (domain §2).</summary>
/// <param name="Claimed">The log's name of the fact that could not follow.</param>
/// <param name="Claim">The data of that fact, as canonical JSON: the volume given must survive that it cannot have been given.</param>
[FactName("record.late")]
[Icon("clock")]
[Said("Recorded late, moving nothing: {claimed}.", "Geç kaydedildi, hiçbir durumu değiştirmedi: {claimed}.")]
public sealed record ClaimedLate(BatchId Batch, ContainerId? Container, string Claimed, string Claim)
    : QualityFact(Batch);
