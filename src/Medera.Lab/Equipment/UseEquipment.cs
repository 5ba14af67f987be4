namespace Medera.Lab.Equipment;

/// <summary>
/// The piece is used for the batch of a container. By scans: the two, in either order. A batch's number is never scanned as identity,
/// so any container of the batch names it, one that has ended too: between two steps there is no other.
/// </summary>
[Act("equipment.use", Roles.Technician, "Use equipment", "Cihaz kullan", Offline.DecidedThoughMoved, Late = true)]
[Offered(typeof(Piece), Offer.Daily, 1, EquipmentState.InUse)]
public sealed record UseEquipment(EquipmentCode Equipment, ContainerCode Container) : EquipmentAct(Equipment)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new EquipmentUsed(file.TheBatch.Id, file.The(Equipment).Id, file.The(Container).Id)];
}

/// <summary>
/// A piece of equipment at work for a batch: processing, in the batch's stream, so that its timeline tells it and its trail review
/// covers it. Whoever worked with it is a maker of the batch (rule R9).
/// </summary>
/// <param name="Container">The one that was scanned for the batch; nothing happens to it.</param>
[FactName("equipment.used")]
[Scanned("Used", "Kullanıldı")]
[Claim("a use of equipment", "cihaz kullanımı")]
[Said(
    "{equipment} used for batch {batch}; {container} was scanned.",
    "{equipment}, {batch} partisi için kullanıldı; okutulan: {container}."
)]
public sealed record EquipmentUsed(BatchId Batch, EquipmentId Equipment, ContainerId Container) : ProcessingFact(Batch);
