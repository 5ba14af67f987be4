namespace Medera.Lab.Administration;

[Act("thaw.complete", Roles.Technician, "Complete the thaw", "Çözdürmeyi tamamla", Offline.Administration, Late = true)]
[WaitedFor(8, ContainerState.Thawing)]
public sealed record CompleteThaw(ContainerCode Container) : AdministrationAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new ThawCompleted(
                file.TheContainer.Batch,
                file.TheContainer.Id,
                (file.TheContainer.ThawedAt ?? file.DoneAt).Later(
                    file.TheProtocol.Content.MinutesAfterThaw,
                    TimeSpan.TicksPerMinute
                )
            ),
        ];
}

[FactName("thaw.completed")]
[Claim("the end of the thaw", "çözdürmenin bitmesi")]
[Said(
    "{container}: thawed; usable until {usableUntil}.",
    "{container}: çözdürüldü; {usableUntil} anına kadar kullanılabilir."
)]
public sealed record ThawCompleted(BatchId Batch, ContainerId Container, DateTimeOffset UsableUntil)
    : AdministrationFact(Batch, Container);
