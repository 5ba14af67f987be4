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

    extension(CaseFile file)
    {
        /// <summary>The plan that the command names, or that its container is kept for.</summary>
        public Plan? Plan =>
            file.Wanted is INamePlan planned ? file.Lives.Plans.GetValueOrDefault(planned.Plan)
            : file.Container?.Reserved is { } reserved ? file.Lives.Plans.GetValueOrDefault(reserved.Plan)
            : null;

        /// <summary>The same, where it is needed.</summary>
        public Plan ThePlan => file.Plan ?? throw new MissingPartException("plan");

        /// <summary>The protocol that the command names, or that of its batch, or that of its plan.</summary>
        public Protocol? Protocol =>
            file.Wanted is INameProtocol under ? file.Lives.Protocols.GetValueOrDefault(under.Protocol)
            : file.Batch is { } batch ? file.Lives.Protocols.GetValueOrDefault(batch.Protocol)
            : file.Plan is { } plan ? file.Lives.Protocols.GetValueOrDefault(plan.Protocol)
            : null;

        /// <summary>The same, where it is needed.</summary>
        public Protocol TheProtocol => file.Protocol ?? throw new MissingPartException("protocol");
    }
}
