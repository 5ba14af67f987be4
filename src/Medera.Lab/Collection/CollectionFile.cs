namespace Medera.Lab;

/// <summary>What acts and rules ask of the case file about a collection.</summary>
public static class CollectionFile
{
    extension(CaseFile file)
    {
        /// <summary>The batches that are planned for whoever wears the wristband: a collection must know which one.</summary>
        public IReadOnlyList<Batch> PlannedForWearer =>
            file.Wearer is { } wearer
                ? [.. file.Lives.Batches.Values.Where(b => b.Donor == wearer.Id && b.State == BatchState.Planned)]
                : [];
    }
}
