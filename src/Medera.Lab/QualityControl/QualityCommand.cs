using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.QualityControl;

/// <summary>Commands about results and deviations.</summary>
public abstract record QualityCommand : Command
{
    [Verb("result.enter", Roles.Qc)]
    public sealed record EnterResult(BatchId Batch, string Test, string Value) : QualityCommand, INameBatch;

    [Verb("result.verify", Roles.Qc, Signs = "results verified")]
    public sealed record VerifyResults(BatchId Batch, IReadOnlyList<string> Tests) : QualityCommand, INameBatch;

    [Verb("result.correct", Roles.Qc)]
    public sealed record CorrectResult(
        BatchId Batch,
        string Test,
        string Value,
        string Reason,
        [property: Private] string? ReasonText
    ) : QualityCommand, INameBatch, IReasoned;

    [Verb("deviation.open", Roles.Staff)]
    public sealed record OpenDeviation(BatchId Batch, bool Critical, [property: Private, Asked] string? Text)
        : QualityCommand,
            INameBatch;

    [Verb("deviation.assess", Roles.Qa)]
    public sealed record AssessDeviation(
        BatchId Batch,
        DeviationId Deviation,
        bool Critical,
        [property: Private, Asked] string? Text
    ) : QualityCommand, INameBatch;

    [Verb("deviation.close", Roles.Qa, Signs = "deviation closed")]
    public sealed record CloseDeviation(
        BatchId Batch,
        DeviationId Deviation,
        string Reason,
        [property: Private] string? ReasonText
    ) : QualityCommand, INameBatch, IReasoned;

    /// <param name="Event">Version in the batch's stream of the record that is put right.</param>
    [Verb("record.correct", Roles.Staff)]
    public sealed record CorrectRecord(BatchId Batch, int Event, string Reason, [property: Private, Asked] string? Text)
        : QualityCommand,
            INameBatch;
}
