using System.Collections.Immutable;

namespace Medera.Lab.Custody;

/// <summary>The shelves of stations that have no folder of their own yet; each line moves into its station with it.</summary>
public static class LivesByName
{
    extension(Lives lives)
    {
        public ImmutableDictionary<ProtocolId, Protocol> Protocols => lives.Of<ProtocolId, Protocol>();
        public ImmutableDictionary<PlanId, Plan> Plans => lives.Of<PlanId, Plan>();
        public ImmutableDictionary<PositionId, Position> Positions => lives.Of<PositionId, Position>();
        public ImmutableDictionary<BoxId, Box> Boxes => lives.Of<BoxId, Box>();
    }
}
