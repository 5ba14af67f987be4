using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Release;

/// <summary>Commands of review and disposition.</summary>
public abstract record ReleaseCommand : Command
{
    [Verb("review.open", Roles.Qa | Roles.Qc)]
    public sealed record OpenReview(BatchId Batch) : ReleaseCommand, INameBatch;

    [Verb("review.trail", Roles.Qa, Signs = "audit trail reviewed")]
    public sealed record ReviewTrail(BatchId Batch) : ReleaseCommand, INameBatch;

    [Verb("review.return", Roles.Qa | Roles.Releaser)]
    public sealed record ReturnReview(BatchId Batch, string Reason, [property: Private] string? ReasonText)
        : ReleaseCommand,
            INameBatch,
            IReasoned;

    /// <summary>One signature of the programme's plan; the last of them releases.</summary>
    [Verb("release.sign", Roles.Releaser, Signs = "released for clinical use")]
    public sealed record Sign(BatchId Batch) : ReleaseCommand, INameBatch;

    [Verb("release.reject", Roles.Releaser | Roles.Qa, Signs = "rejected")]
    public sealed record Reject(BatchId Batch, string Reason, [property: Private] string? ReasonText)
        : ReleaseCommand,
            INameBatch,
            IReasoned;

    [Verb("release.revoke", Roles.Qa, Signs = "release revoked")]
    public sealed record Revoke(BatchId Batch, string Reason, [property: Private] string? ReasonText)
        : ReleaseCommand,
            INameBatch,
            IReasoned;

    [Verb("batch.close", Roles.Qa)]
    public sealed record CloseBatch(BatchId Batch) : ReleaseCommand, INameBatch;
}
