using Medera.Lab.Web.Tests.Api;
using Medera.Lab.Web.Tests.Custody;
using Medera.Lab.Web.Tests.Desk;
using Medera.Lab.Web.Tests.Labels;
using Medera.Lab.Web.Tests.Postgres;
using Medera.Lab.Web.Tests.Sealing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Medera.Lab.Web.Tests.Support.LongestFirst))]

namespace Medera.Lab.Web.Tests.Support;

/// <summary>The classes that take longest begin first, as they were measured: at the end no core waits for the other one's last long class.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly IReadOnlyList<string?> Long =
    [
        typeof(When_the_application_is_killed).FullName,
        typeof(A_restored_backup).FullName,
        typeof(Sequences_through_the_database).FullName,
        typeof(Codes_on_paper).FullName,
        typeof(Bad_input).FullName,
        typeof(Opening_the_own_cluster).FullName,
        typeof(Killed_at_each_step).FullName,
        typeof(Exactly_one_wins).FullName,
        typeof(The_journey_over_REST).FullName,
        typeof(The_REST_door).FullName,
        typeof(Replay_equals_tables).FullName,
        typeof(The_log_over_HTTP).FullName,
        typeof(Shared.When_the_database_is_gone).FullName,
        typeof(Plans_over_REST).FullName,
        typeof(Symbols_read_by_the_camera).FullName,
        typeof(Labels_on_paper).FullName,
        typeof(When_PostgreSQL_is_killed).FullName,
        typeof(Materials_at_the_desk).FullName,
        typeof(Donors_at_the_desk).FullName,
        typeof(Tampering_with_a_database).FullName,
        typeof(Equipment_at_the_desk).FullName,
        typeof(Packages_that_are_taken_away).FullName,
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
            if (collection.TestCollectionDisplayName.Contains($"{Long[place]} ", StringComparison.Ordinal))
                return place;
        }

        return Long.Count;
    }
}
