using Medera.Lab.Deciding;
using Medera.Lab.People;
using Medera.Lab.Protocols;
using Medera.Lab.Subjects;

namespace Medera.Lab.Collection;

/// <summary>Commands from the plan of a batch to its receipt.</summary>
public abstract record CollectionCommand : Command
{
    [Verb("batch.plan", Roles.Clinician | Roles.Technician)]
    public sealed record PlanBatch([property: CodeText] string Number, SubjectId Subject, ProtocolId Protocol)
        : CollectionCommand,
            INameSubject,
            INameProtocol;

    [Verb("batch.cancel", Roles.Clinician | Roles.Technician | Roles.Qa)]
    public sealed record CancelBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
        : CollectionCommand,
            INameBatch,
            IReasoned;

    /// <summary>By scans: the donor's wristband, and a container from the roll.</summary>
    [Verb("collection.complete", Roles.Technician | Roles.Clinician)]
    public sealed record Collect(string Wristband, string Container) : CollectionCommand, INameWristband, IBindCodes
    {
        /// <inheritdoc/>
        public IEnumerable<string> Bound => [Container];
    }

    [Verb("collection.fail", Roles.Technician | Roles.Clinician)]
    public sealed record FailCollection(BatchId Batch, string Reason, [property: Private] string? ReasonText)
        : CollectionCommand,
            INameBatch,
            IReasoned;

    [Verb("custody.receive", Roles.Technician)]
    public sealed record Receive(
        string Container,
        [property: Unit("µL")] long VolumeUl,
        bool SealIntact,
        [property: Unit("°C")] decimal TemperatureC,
        [property: Unit("min")] int Minutes
    ) : CollectionCommand, INameContainer;

    [Verb("custody.reject", Roles.Technician)]
    public sealed record RejectReceipt(string Container, string Reason, [property: Private] string? ReasonText)
        : CollectionCommand,
            INameContainer,
            IReasoned;
}
