namespace Medera.Lab.Release;

[Act("review.open", Roles.Qa | Roles.Qc, "Open the review", "İncelemeyi aç", Offline.Release)]
public sealed record OpenReview(BatchId Batch) : ReleaseAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 12;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.Quarantine ? new OpenReview(standing.Batch.Id) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ReviewOpened(file.TheBatch.Id)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (file.TheBatch.Labels is { Open: true } labels)
            yield return MoveRules.StepsInOrder.Broken(
                "labels",
                ("issued", labels.Issued),
                ("waiting", labels.Waiting),
                ("voided", labels.Voided)
            );
        foreach (
            var line in file.TheProtocol.Content.Specification.Where(l =>
                l.Requirement == Requirement.Mandatory && file.Results.All(r => r.Test != l.Test)
            )
        )
            yield return MoveRules.StepsInOrder.Broken("results", ("test", line.Test));
    }
}

[FactName("review.opened")]
[Said("Review opened.", "İnceleme açıldı.")]
public sealed record ReviewOpened(BatchId Batch) : ReleaseFact(Batch);
