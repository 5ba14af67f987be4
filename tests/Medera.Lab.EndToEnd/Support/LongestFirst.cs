using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Medera.Lab.EndToEnd.Support.LongestFirst))]

namespace Medera.Lab.EndToEnd.Support;

/// <summary>The classes that take minutes begin first: at the end no core waits for the other one's last long class.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly IReadOnlyList<string> Long =
    [
        nameof(Offline_scans),
        nameof(Every_page),
        nameof(The_journey_in_the_browser),
        nameof(The_two_verifiers),
        nameof(A_handheld_scanner),
        nameof(The_scan_box),
        nameof(Labels_of_a_batch),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        for (var place = 0; place < Long.Count; place++)
        {
            if (collection.TestCollectionDisplayName.Contains($".{Long[place]} ", StringComparison.Ordinal))
                return place;
        }

        return Long.Count;
    }
}
