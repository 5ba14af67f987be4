namespace Medera.Lab.QualityControl;

/// <param name="Event">Version in the batch's stream of the record that is put right.</param>
[Verb("record.correct", Roles.Staff)]
public sealed record CorrectRecord(BatchId Batch, int Event, string Reason, [property: Private, Asked] string? Text)
    : QualityAct,
        INameBatch;

/// <param name="Event">Version in the batch's stream of the record that is put right; the old one stays visible.</param>
[FactName("record.corrected")]
public sealed record RecordCorrected(BatchId Batch, int Event) : QualityFact(Batch);
