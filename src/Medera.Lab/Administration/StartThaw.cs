namespace Medera.Lab.Administration;

[Act("thaw.start", Roles.Technician, "Start the thaw", "Çözdürmeyi başlat", Offline.Administration, Late = true)]
[WaitedFor(7, ContainerState.Out)]
public sealed record StartThaw(ContainerCode Container) : AdministrationAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ThawStarted(file.TheContainer.Batch, file.TheContainer.Id, file.GivenAs.Plan, file.GivenAs.Session)];
}

[FactName("thaw.started")]
[Claim("the start of the thaw", "çözdürmenin başlaması")]
[Said("{container}: thaw started for session {session}.", "{container}: {session}. seans için çözdürme başladı.")]
public sealed record ThawStarted(BatchId Batch, ContainerId Container, PlanId Plan, int Session)
    : AdministrationFact(Batch, Container);
