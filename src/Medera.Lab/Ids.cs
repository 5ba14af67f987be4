namespace Medera.Lab;

/// <summary>A typed identifier: a GUID that cannot be taken for another thing's. UUIDv7, made by the desk.</summary>
public interface ITypedId
{
    /// <summary>The bare identifier, as columns and log bodies hold it.</summary>
    Guid Value { get; }
}
