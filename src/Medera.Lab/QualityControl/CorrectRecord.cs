namespace Medera.Lab.QualityControl;

/// <param name="Event">Version in the batch's stream of the record that is put right.</param>
[Act("record.correct", Roles.Staff, "Correct a record", "Kaydı düzelt", Offline.Decided)]
[Offered(typeof(Batch), Offer.Rarely, 5, By = typeof(RecordCorrected))]
public sealed record CorrectRecord(BatchId Batch, int Event, string Reason, [property: Private, Asked] string? Text)
    : QualityAct,
        INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new RecordCorrected(file.TheBatch.Id, Event)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        // Its reason goes into the log as it is: a code of the list, never free text.
        Reasons.All.Contains(Reason)
            ? []
            : [DeskRules.Incomplete.Broken("reason")];
}

/// <param name="Event">Version in the batch's stream of the record that is put right; the old one stays visible.</param>
[FactName("record.corrected")]
[Icon("sign")]
[Said(
    "Record {event} of this batch put right. The old one stays visible.",
    "Bu partinin {event}. kaydı düzeltildi. Eskisi görünür kalır."
)]
public sealed record RecordCorrected(BatchId Batch, int Event) : QualityFact(Batch);
