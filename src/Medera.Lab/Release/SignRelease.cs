namespace Medera.Lab.Release;

/// <summary>One signature of the programme's plan; the last of them releases.</summary>
[Act(
    "release.sign",
    Roles.Releaser,
    "Sign the release",
    "Serbest bırakmayı imzala",
    Offline.Release,
    Signs = "released for clinical use"
)]
[WaitedFor(11, BatchState.UnderReview)]
public sealed record SignRelease(BatchId Batch) : ReleaseAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 13;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.UnderReview ? new SignRelease(standing.Batch.Id) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var batch = file.TheBatch;
        if (file.TheProtocol.Content.Signatures <= 1)
            return [new BatchReleased(batch.Id, file.Actor.Id)];
        // A first signature over a record that has moved since is void: this one is the first again.
        return batch.FirstSignature is { } first && file.FirstStands(first)
            ? [new BatchReleased(batch.Id, first.Signer)]
            : [new ReleaseSigned(batch.Id)];
    }
}

/// <summary>A signature that is not the last of the programme's plan.</summary>
[FactName("release.signed")]
[Said("Release signed; another signature is awaited.", "Serbest bırakma imzalandı; bir imza daha bekleniyor.")]
public sealed record ReleaseSigned(BatchId Batch) : ReleaseFact(Batch);

[FactName("release.final")]
[Said(
    "Released for clinical use. First signature: {firstSigner}.",
    "Klinik kullanım için serbest bırakıldı. İlk imza: {firstSigner}."
)]
public sealed record BatchReleased(BatchId Batch, PersonId FirstSigner) : ReleaseFact(Batch);
