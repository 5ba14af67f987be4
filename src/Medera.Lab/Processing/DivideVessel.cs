namespace Medera.Lab.Processing;

/// <summary>Part of what a vessel holds goes into a new one. By scans: the vessel, a code from the roll, and the card of confirmation.</summary>
[Act(
    "processing.divide",
    Roles.Technician,
    "Divide into a new vessel",
    "Yeni kaba ayır",
    Offline.Confirmation,
    Late = true
)]
[Offered(typeof(Container), Offer.Rarely, 5, By = typeof(VesselDivided))]
public sealed record DivideVessel(ContainerCode Container, [Binds] ContainerCode NewCode) : ProcessingAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new VesselDivided(
                file.TheBatch.Id,
                file.TheContainer.Id,
                new ContainerId(file.Now.Id(0)),
                NewCode.Text,
                file.NextVessel
            ),
        ];
}

/// <summary>Part of one vessel's content went into a new one. The cells of the batch are as many as before.</summary>
/// <param name="Ordinal">Number of the new vessel among those in culture, for people.</param>
[FactName("processing.divided")]
[Scanned("Divided", "Yeni kaba ayrıldı")]
[Claim("a division into a new vessel", "yeni kaba ayırma")]
[Said(
    "Part of {from} divided into a new vessel, number {ordinal}: {code}.",
    "{from} kabının bir kısmı {ordinal} numaralı yeni kaba ayrıldı: {code}."
)]
public sealed record VesselDivided(BatchId Batch, ContainerId From, ContainerId Vessel, string Code, int Ordinal)
    : ProcessingFact(Batch);
