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
        /// <summary>The position that the command names.</summary>
        public Position? Position => file.Of<PositionCode, Position>();

        /// <summary>The same, where it is needed.</summary>
        public Position ThePosition => file.Position ?? throw new MissingPartException("position");

        /// <summary>The container that lies at the position, or null.</summary>
        public Container? Occupant =>
            file.Position is { } place
                ? file.Lives.Containers.Values.FirstOrDefault(c => c.Position == place.Id)
                : null;

        /// <summary>The container that was named as lying beside another one.</summary>
        public Container? Neighbour =>
            file.Wanted is IdentifyContainer { Neighbour: { } beside } ? file.Lives.Find(beside) : null;

        /// <summary>Where a position is, from the tank down; nothing, where it was not loaded.</summary>
        public string PathOf(PositionId place) => file.Lives.Positions.GetValueOrDefault(place)?.Path ?? "";
    }
}
