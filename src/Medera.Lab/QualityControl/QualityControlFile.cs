using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives and of the case file about quality control.</summary>
public static class QualityControlFile
{
    extension(Lives lives)
    {
        /// <summary>Every version of every result.</summary>
        public ImmutableDictionary<ResultId, Result> Results => lives.Of<ResultId, Result>();

        /// <summary>Every deviation.</summary>
        public ImmutableDictionary<DeviationId, Deviation> Deviations => lives.Of<DeviationId, Deviation>();
    }

    extension(CaseFile file)
    {
        /// <summary>The current results of the batch.</summary>
        public IReadOnlyList<Result> Results =>
            file.Batch is { } batch ? [.. file.Lives.Results.Values.Where(r => r.Batch == batch.Id && r.Current)] : [];

        /// <summary>The deviations of the batch, closed ones included.</summary>
        public IReadOnlyList<Deviation> Deviations =>
            file.Batch is { } batch ? [.. file.Lives.Deviations.Values.Where(d => d.Batch == batch.Id)] : [];

        /// <summary>Whether a value meets the protocol's specification of a test; a test that it does not list never does.</summary>
        public bool Passes(string test, string value) =>
            file.TheProtocol.Content.Specification.FirstOrDefault(l => l.Test == test)?.Passes(value) ?? false;

        /// <summary>Whether the batch has this deviation and it is not closed.</summary>
        public bool IsOpen(DeviationId deviation) =>
            file.Deviations.Any(d => d.Id == deviation && d.State != DeviationState.Closed);
    }
}
