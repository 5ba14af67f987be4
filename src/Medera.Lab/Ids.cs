namespace Medera.Lab;

/// <summary>A typed identifier: a GUID that cannot be taken for another thing's. UUIDv7, made by the desk.</summary>
public interface ITypedId
{
    /// <summary>The bare identifier, as columns and log bodies hold it.</summary>
    Guid Value { get; }
}

/// <summary>One approved version of a treatment protocol.</summary>
public readonly record struct ProtocolId(Guid Value) : IIdOf<Protocol>;

/// <summary>A treatment plan: one patient under one protocol.</summary>
public readonly record struct PlanId(Guid Value) : IIdOf<Plan>;

/// <summary>One place in a box, for one occupant.</summary>
public readonly record struct PositionId(Guid Value) : IIdOf<Position>;

/// <summary>A storage box with its positions.</summary>
public readonly record struct BoxId(Guid Value) : IIdOf<Box>;
