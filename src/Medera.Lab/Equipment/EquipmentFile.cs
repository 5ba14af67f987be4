using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives about equipment.</summary>
public static class EquipmentFile
{
    extension(Lives lives)
    {
        /// <summary>Every piece of equipment.</summary>
        public ImmutableDictionary<EquipmentId, Piece> Equipment => lives.Of<EquipmentId, Piece>();
    }
}
