namespace Medera.Lab.Release;

/// <summary>One signature of the programme's plan; the last of them releases.</summary>
[Verb("release.sign", Roles.Releaser, Signs = "released for clinical use")]
public sealed record SignRelease(BatchId Batch) : ReleaseAct, INameBatch;

/// <summary>A signature that is not the last of the programme's plan.</summary>
[FactName("release.signed")]
public sealed record ReleaseSigned(BatchId Batch) : ReleaseFact(Batch);

[FactName("release.final")]
public sealed record BatchReleased(BatchId Batch, PersonId FirstSigner) : ReleaseFact(Batch);
