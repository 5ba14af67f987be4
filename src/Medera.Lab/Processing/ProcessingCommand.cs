using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Processing;

/// <summary>Commands at the bench. Cells are viable cells, volumes microlitres, viability percent.</summary>
public abstract record ProcessingCommand : Command
{
    [Verb("processing.start", Roles.Technician)]
    public sealed record Start(BatchId Batch, bool LineCleared) : ProcessingCommand, INameBatch;

    [Verb("processing.isolate", Roles.Technician)]
    public sealed record Isolate(
        string Container,
        [property: Unit("µL")] long VolumeUl,
        [property: Unit("cells")] long Cells,
        [property: Unit("%")] decimal Viability
    ) : ProcessingCommand, INameContainer;

    [Verb("processing.seed", Roles.Technician)]
    public sealed record Seed(BatchId Batch, IReadOnlyList<string> Vessels, [property: Unit("cells")] long Cells)
        : ProcessingCommand,
            INameBatch,
            IBindCodes
    {
        /// <inheritdoc/>
        public IEnumerable<string> Bound => Vessels;
    }

    [Verb("processing.change-medium", Roles.Technician)]
    public sealed record ChangeMedium(BatchId Batch) : ProcessingCommand, INameBatch;

    [Verb("processing.passage", Roles.Technician)]
    public sealed record Passage(
        BatchId Batch,
        IReadOnlyList<string> From,
        IReadOnlyList<string>? Lost,
        IReadOnlyList<string> Vessels,
        [property: Unit("cells")] long Cells,
        [property: Unit("%")] decimal Viability,
        [property: Unit("cells")] long Reseeded
    ) : ProcessingCommand, INameBatch, INameContainers, IBindCodes
    {
        /// <inheritdoc/>
        public IEnumerable<string> Taken => From.Concat(Lost ?? []);

        /// <inheritdoc/>
        public IEnumerable<string> Bound => Vessels;
    }

    /// <summary>Part of what a vessel holds goes into a new one. By scans: the vessel, a code from the roll, and the card of confirmation.</summary>
    [Verb("processing.divide", Roles.Technician)]
    public sealed record Divide(string Container, string NewCode) : ProcessingCommand, INameContainer, IBindCodes
    {
        /// <inheritdoc/>
        public IEnumerable<string> Bound => [NewCode];
    }

    /// <summary>All that a vessel holds goes into another one of its batch. By scans: the vessel, the one that it goes into, and the card of confirmation.</summary>
    [Verb("processing.pool", Roles.Technician)]
    public sealed record Pool(string Container, string Into) : ProcessingCommand, INameContainer, INameContainers
    {
        /// <inheritdoc/>
        public IEnumerable<string> Taken => [Container, Into];
    }

    [Verb("processing.count", Roles.Technician)]
    public sealed record Count(
        BatchId Batch,
        [property: Unit("cells")] long Cells,
        [property: Unit("%")] decimal Viability
    ) : ProcessingCommand, INameBatch;

    [Verb("processing.harvest", Roles.Technician)]
    public sealed record Harvest(
        BatchId Batch,
        IReadOnlyList<string> From,
        IReadOnlyList<string>? Lost,
        [property: Unit("µL")] long VolumeUl,
        [property: Unit("cells")] long Cells,
        [property: Unit("%")] decimal Viability
    ) : ProcessingCommand, INameBatch, INameContainers
    {
        /// <inheritdoc/>
        public IEnumerable<string> Taken => From.Concat(Lost ?? []);
    }

    [Verb("processing.fill", Roles.Technician)]
    public sealed record Fill(
        BatchId Batch,
        IReadOnlyList<string> Products,
        [property: Unit("µL")] long ProductUl,
        IReadOnlyList<string> Samples,
        [property: Unit("µL")] long SampleUl,
        IReadOnlyList<string> Retentions,
        [property: Unit("µL")] long RetentionUl,
        [property: Unit("µL")] long LossUl
    ) : ProcessingCommand, INameBatch, IBindCodes
    {
        /// <inheritdoc/>
        public IEnumerable<string> Bound => Products.Concat(Samples).Concat(Retentions);
    }

    [Verb("processing.freeze", Roles.Technician)]
    public sealed record Freeze(BatchId Batch) : ProcessingCommand, INameBatch;

    [Verb("batch.terminate", Roles.Qa | Roles.Technician)]
    public sealed record Terminate(BatchId Batch, string Reason, [property: Private] string? ReasonText)
        : ProcessingCommand,
            INameBatch,
            IReasoned;
}
