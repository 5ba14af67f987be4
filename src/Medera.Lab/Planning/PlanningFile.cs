using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives about protocols and plans.</summary>
public static class PlanningFile
{
    extension(Lives lives)
    {
        /// <summary>Every version of every protocol.</summary>
        public ImmutableDictionary<ProtocolId, Protocol> Protocols => lives.Of<ProtocolId, Protocol>();

        /// <summary>Every treatment plan.</summary>
        public ImmutableDictionary<PlanId, Plan> Plans => lives.Of<PlanId, Plan>();
    }
}
