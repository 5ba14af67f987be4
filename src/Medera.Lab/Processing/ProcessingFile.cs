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
        /// <summary>Containers that are made now, under codes from the roll.</summary>
        /// <param name="from">The first of the ready-made identifiers that is free for them.</param>
        public IReadOnlyList<NewContainer> NewContainers(
            int from,
            IReadOnlyList<string> codes,
            long volumeUl,
            long? cells
        ) =>
            [
                .. codes.Select(
                    (code, i) => new NewContainer(new ContainerId(file.Now.Id(from + i)), code, volumeUl, cells)
                ),
            ];

        /// <summary>The containers that bear the codes, each that is known.</summary>
        public IReadOnlyList<ContainerId> IdsOf(IReadOnlyList<string> codes) =>
            [.. codes.Select(code => file.Lives.ByCode(code)?.Id).OfType<ContainerId>()];

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
