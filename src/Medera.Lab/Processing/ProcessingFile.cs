using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives and of the case file about batches, and containers that they make, take or end.</summary>
public static class ProcessingFile
{
    extension(Lives lives)
    {
        /// <summary>Every batch.</summary>
        public ImmutableDictionary<BatchId, Batch> Batches => lives.Of<BatchId, Batch>();

        /// <summary>Every container.</summary>
        public ImmutableDictionary<ContainerId, Container> Containers => lives.Of<ContainerId, Container>();

        /// <summary>Every code that a container bore before.</summary>
        public ImmutableDictionary<string, FormerCode> FormerCodes => lives.Of<string, FormerCode>();

        /// <summary>The container that bears a code, or null.</summary>
        public Container? ByCode(string code) => lives.Find(new ContainerCode(code));
    }

    extension(CaseFile file)
    {
        /// <summary>The batch that the command is about.</summary>
        public Batch? Batch
        {
            get
            {
                if (file.Wanted is INameBatch named)
                    return file.Lives.Batches.GetValueOrDefault(named.Batch);
                if (file.Container is { } container)
                    return file.Lives.Batches.GetValueOrDefault(container.Batch);
                // A collection names the donor only: the batch is the one planned for whoever wears the wristband.
                return file.Wanted is CompleteCollection
                    ? file.PlannedForWearer.OrderBy(b => b.Number, StringComparer.Ordinal).FirstOrDefault()
                    : null;
            }
        }

        /// <summary>The same, where it is needed.</summary>
        public Batch TheBatch => file.Batch ?? throw new MissingPartException("batch");

        /// <summary>The one container that the command is about: by its code, or by the label that it bears.</summary>
        public Container? Container =>
            Named.One<ContainerCode>(file.Wanted) is { } code ? file.Lives.Find(code)
            : file.Label?.Container is { } bearing ? file.Lives.Containers.GetValueOrDefault(bearing)
            : null;

        /// <summary>The same, where it is needed.</summary>
        public Container TheContainer => file.Container ?? throw new MissingPartException("container");

        /// <summary>The containers that the command takes.</summary>
        public IReadOnlyList<Container> Taken
        {
            get
            {
                var taken = Named
                    .Taken<ContainerCode>(file.Wanted)
                    .Select(code => file.Lives.Find(code))
                    .OfType<Container>()
                    .ToList();
                return taken.Count == 0 && file.Label is not null && file.Container is { } labelled
                    ? [labelled]
                    : taken;
            }
        }

        /// <summary>Codes meant for new containers that are bound already.</summary>
        public IReadOnlyList<string> BoundBefore =>
            [
                .. Named
                    .Bound<ContainerCode>(file.Wanted)
                    .Select(code => code.Text)
                    .Where(code => file.Lives.ByCode(code) is not null || file.Lives.FormerCodes.ContainsKey(code)),
            ];

        /// <summary>Containers that are made now, under codes from the roll.</summary>
        /// <param name="from">The first of the ready-made identifiers that is free for them.</param>
        public IReadOnlyList<NewContainer> NewContainers(
            int from,
            IReadOnlyList<ContainerCode> codes,
            long volumeUl,
            long? cells
        ) =>
            [
                .. codes.Select(
                    (code, i) => new NewContainer(new ContainerId(file.Now.Id(from + i)), code.Text, volumeUl, cells)
                ),
            ];

        /// <summary>The containers that bear the codes, each that is known.</summary>
        public IReadOnlyList<ContainerId> IdsOf(IReadOnlyList<ContainerCode> codes) =>
            [.. codes.Select(code => file.Lives.Find(code)?.Id).OfType<ContainerId>()];

        /// <summary>One more than the highest number in culture: two vessels that stand side by side never have the same.</summary>
        public int NextVessel =>
            file.Lives.Containers.Values.Where(c => c.Batch == file.TheBatch.Id && c.InCulture)
                .Select(c => c.Ordinal)
                .DefaultIfEmpty()
                .Max() + 1;

        /// <summary>A fact that ends the container; the last living one of a released batch depletes it.</summary>
        public IReadOnlyList<Fact> Ending(ContainerFact end) =>
            file.TheBatch is { State: BatchState.Released, Living: 1 } batch
            && file.TheContainer is { Kind: ContainerKind.Product, Ended: false }
                ? [end, new BatchDepleted(batch.Id)]
                : [end];
    }
}
