using System.Collections.Immutable;

namespace Medera.Lab.Custody;

/// <summary>The shelves of stations that have no folder of their own yet; each line moves into its station with it.</summary>
public static class LivesByName
{
    extension(Lives lives)
    {
        public ImmutableDictionary<BatchId, Batch> Batches => lives.Of<BatchId, Batch>();
        public ImmutableDictionary<ContainerId, Container> Containers => lives.Of<ContainerId, Container>();
        public ImmutableDictionary<string, FormerCode> FormerCodes => lives.Of<string, FormerCode>();
        public ImmutableDictionary<ProtocolId, Protocol> Protocols => lives.Of<ProtocolId, Protocol>();
        public ImmutableDictionary<PlanId, Plan> Plans => lives.Of<PlanId, Plan>();
        public ImmutableDictionary<PositionId, Position> Positions => lives.Of<PositionId, Position>();
        public ImmutableDictionary<BoxId, Box> Boxes => lives.Of<BoxId, Box>();
        public ImmutableDictionary<ResultId, Result> Results => lives.Of<ResultId, Result>();
        public ImmutableDictionary<DeviationId, Deviation> Deviations => lives.Of<DeviationId, Deviation>();

        /// <summary>The container that bears a code, or null.</summary>
        public Container? ByCode(string code) => (Container?)lives.ShelfOf(typeof(Container))?.FindByCode(code);
    }
}
