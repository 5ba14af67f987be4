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
public sealed record SignRelease(BatchId Batch) : ReleaseAct, INameBatch;

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
