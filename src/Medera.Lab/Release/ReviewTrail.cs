namespace Medera.Lab.Release;

[Verb("review.trail", Roles.Qa, Signs = "audit trail reviewed")]
public sealed record ReviewTrail(BatchId Batch) : ReleaseAct, INameBatch;

/// <param name="Upto">The stream's version up to which the trail was read.</param>
[FactName("review.trail-reviewed")]
public sealed record TrailReviewed(BatchId Batch, int Upto) : ReleaseFact(Batch);
