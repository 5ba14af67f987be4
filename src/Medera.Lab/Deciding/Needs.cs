namespace Medera.Lab.Deciding;

/// <summary>What an act looks at of the batch whose container it takes. What it does not need is neither locked nor read.</summary>
public enum Needs
{
    /// <summary>The batch alone: where a thing lies is decided by batch, container and position.</summary>
    Batch,

    /// <summary>Its protocol too.</summary>
    Protocol,

    /// <summary>All that it belongs to: protocol, donor, patient, and the plan that a container is kept for.</summary>
    Everyone,
}
