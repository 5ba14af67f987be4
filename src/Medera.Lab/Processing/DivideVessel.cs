namespace Medera.Lab.Processing;

/// <summary>Part of what a vessel holds goes into a new one. By scans: the vessel, a code from the roll, and the card of confirmation.</summary>
[Verb("processing.divide", Roles.Technician)]
public sealed record DivideVessel(string Container, string NewCode) : ProcessingAct, INameContainer, IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => [NewCode];
}

/// <summary>Part of one vessel's content went into a new one. The cells of the batch are as many as before.</summary>
/// <param name="Ordinal">Number of the new vessel among those in culture, for people.</param>
[FactName("processing.divided")]
public sealed record VesselDivided(BatchId Batch, ContainerId From, ContainerId Vessel, string Code, int Ordinal)
    : ProcessingFact(Batch);
