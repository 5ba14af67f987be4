using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>Questions whose answer is short and whose table is long: each is put so that an index gives the answer and no more.</summary>
internal static class Waiting
{
    /// <summary>Batches in some states, the longest waiting first: a page of each state, and of those a page. What lies in a state for years is not read for it.</summary>
    public static IQueryable<Batch> Batches(LabDb db, IReadOnlyList<BatchState> states, int size)
    {
        var each = states.Select(s => s.ToString()).ToArray();
        return db
            .Batches.FromSql(
                $"""
                SELECT b.* FROM unnest({each}) AS s(state) CROSS JOIN LATERAL (
                  SELECT * FROM lab.batch AS x WHERE x.state = s.state ORDER BY x.state_since LIMIT {size}) AS b
                """
            )
            .OrderBy(b => b.StateSince)
            .Take(size);
    }

    /// <summary>Product containers in some states, the longest waiting first, in the same way.</summary>
    public static IQueryable<Container> Containers(LabDb db, IReadOnlyList<ContainerState> states, int size)
    {
        var each = states.Select(s => s.ToString()).ToArray();
        return db
            .Containers.FromSql(
                $"""
                SELECT c.* FROM unnest({each}) AS s(state) CROSS JOIN LATERAL (
                  SELECT * FROM lab.container AS x WHERE x.kind = 'Product' AND x.state = s.state
                  ORDER BY x.since LIMIT {size}) AS c
                """
            )
            .OrderBy(c => c.Since)
            .Take(size);
    }

    /// <summary>Batches whose number begins so. A range, where a pattern is held against every number once the statement is prepared.</summary>
    public static IQueryable<Batch> Numbered(IQueryable<Batch> batches, string begins)
    {
        var end = begins + LastCharacter;
        return batches.Where(b => string.Compare(b.Number, begins) >= 0 && string.Compare(b.Number, end) < 0);
    }

    /// <summary>Behind every other one in the order of the database, which is that of the bytes.</summary>
    internal const string LastCharacter = "\U0010FFFF";
}
