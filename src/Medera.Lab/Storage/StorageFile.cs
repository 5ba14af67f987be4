using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives about places.</summary>
public static class StorageFile
{
    extension(Lives lives)
    {
        /// <summary>Every position.</summary>
        public ImmutableDictionary<PositionId, Position> Positions => lives.Of<PositionId, Position>();

        /// <summary>Every box.</summary>
        public ImmutableDictionary<BoxId, Box> Boxes => lives.Of<BoxId, Box>();
    }

    extension(CaseFile file)
    {
        /// <summary>Where a position is, from the tank down; nothing, where it was not loaded.</summary>
        public string PathOf(PositionId place) => file.Lives.Positions.GetValueOrDefault(place)?.Path ?? "";
    }
}
