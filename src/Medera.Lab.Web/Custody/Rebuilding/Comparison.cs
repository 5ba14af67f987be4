using System.Globalization;
using Npgsql;

namespace Medera.Lab.Web.Custody.Rebuilding;

/// <summary>One row that is not what the log says.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Columns">What differs; empty where the row is missing, or too many.</param>
public sealed record RowDifference(string Key, string What, IReadOnlyList<string> Columns)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Columns.Count > 0 ? $"{Key}: {string.Join(", ", Columns)} {What}" : $"{Key} {What}";
}

/// <summary>A table beside what the log says of it.</summary>
/// <param name="Rows">How many the log makes.</param>
/// <param name="Changed">Rows that differ.</param>
/// <param name="Missing">Rows that the log makes and the table has not.</param>
/// <param name="Foreign">Rows that no event made.</param>
/// <param name="Named">The first of them, by key.</param>
public sealed record TableDifference(
    string Table,
    long Rows,
    long Changed,
    long Missing,
    long Foreign,
    IReadOnlyList<RowDifference> Named
)
{
    /// <summary>Whether the table is what the log says.</summary>
    public bool IsEqual => Changed + Missing + Foreign == 0;

    /// <summary>As it is printed: the table with its counts, and below it the first rows that differ.</summary>
    public IEnumerable<string> Lines()
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"{Table}: {Rows} {(Rows == 1 ? "row" : "rows")}");
        yield return IsEqual
            ? $"{rows}, equal"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{rows}, {Changed} changed, {Missing} missing, {Foreign} that no event made"
            );
        foreach (var row in Named)
            yield return $"  {row}";
        if (Named.Count < Changed + Missing + Foreign)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  and {Changed + Missing + Foreign - Named.Count} more"
            );
    }
}

/// <summary>Compares the laboratory's tables with the fresh ones, and puts right what differs. The database does both: no table is read into memory.</summary>
internal static class Comparison
{
    /// <summary>What differs in one table.</summary>
    public static async Task<TableDifference> OfAsync(
        NpgsqlConnection owner,
        DerivedTable table,
        CancellationToken cancel
    )
    {
        var on = string.Join(" AND ", table.Key.Select(k => $"l.\"{k}\" = f.\"{k}\""));
        var first = table.Key[0];
        var (live, log) = (FreshTables.Quoted(table.Columns, "l."), FreshTables.Quoted(table.Columns, "f."));
        var apart = $"""
            FROM lab."{table.Name}" AS l FULL JOIN {FreshTables.Schema}."{table.Name}" AS f ON {on}
            WHERE l."{first}" IS NULL OR f."{first}" IS NULL OR ({live}) IS DISTINCT FROM ({log})
            """;
        var (changed, missing, foreign) = (0L, 0L, 0L);
        await using (
            var counts = Command(
                owner,
                $"""
                SELECT count(*) FILTER (WHERE l."{first}" IS NOT NULL AND f."{first}" IS NOT NULL),
                  count(*) FILTER (WHERE l."{first}" IS NULL), count(*) FILTER (WHERE f."{first}" IS NULL) {apart}
                """
            )
        )
        await using (var row = await counts.ExecuteReaderAsync(cancel))
        {
            await row.ReadAsync(cancel);
            (changed, missing, foreign) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
        }
        await using var all = Command(owner, $"SELECT count(*) FROM {FreshTables.Schema}.\"{table.Name}\"");
        var rows = (long)(await all.ExecuteScalarAsync(cancel))!;
        return new TableDifference(
            table.Name,
            rows,
            changed,
            missing,
            foreign,
            changed + missing + foreign == 0 ? [] : await NamedAsync(owner, table, apart, cancel)
        );
    }

    /// <summary>
    /// Makes the table what the log says: rows that differ go, and come again as they should be. Rows that are equal are not
    /// touched. What is too many goes first, so that no unique index stands against what comes.
    /// </summary>
    public static Task PutRightAsync(NpgsqlConnection owner, DerivedTable table, CancellationToken cancel)
    {
        var on = string.Join(" AND ", table.Key.Select(k => $"l.\"{k}\" = f.\"{k}\""));
        var (live, log) = (FreshTables.Quoted(table.Columns, "l."), FreshTables.Quoted(table.Columns, "f."));
        return FreshTables.RunAsync(
            owner,
            $"""
            DELETE FROM lab."{table.Name}" AS l WHERE NOT EXISTS (
              SELECT FROM {FreshTables.Schema}."{table.Name}" AS f WHERE {on} AND ({live}) IS NOT DISTINCT FROM ({log}));
            INSERT INTO lab."{table.Name}" ({FreshTables.Quoted(table.Columns)})
              SELECT {log} FROM {FreshTables.Schema}."{table.Name}" AS f
              WHERE NOT EXISTS (SELECT FROM lab."{table.Name}" AS l WHERE {on})
            """,
            cancel
        );
    }

    private static async Task<IReadOnlyList<RowDifference>> NamedAsync(
        NpgsqlConnection owner,
        DerivedTable table,
        string apart,
        CancellationToken cancel
    )
    {
        var key = string.Join(", ", table.Key.Select(k => $"coalesce(l.\"{k}\", f.\"{k}\")::text"));
        var columns = string.Join(
            ", ",
            table.Columns.Select(c => $"CASE WHEN l.\"{c}\" IS DISTINCT FROM f.\"{c}\" THEN '{c}' END")
        );
        var named = new List<RowDifference>();
        await using var command = Command(
            owner,
            $"""
            SELECT concat_ws(' ', {key}), l."{table.Key[0]}" IS NULL, f."{table.Key[0]}" IS NULL,
              array_remove(ARRAY[{columns}], NULL) {apart} ORDER BY 1 LIMIT {Limits.Reads.Complaints}
            """
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            named.Add(
                rows.GetBoolean(1) ? new RowDifference(rows.GetString(0), "is missing", [])
                : rows.GetBoolean(2) ? new RowDifference(rows.GetString(0), "was made by no event", [])
                : new RowDifference(rows.GetString(0), "differs", rows.GetFieldValue<string[]>(3))
            );
        return named;
    }

    private static NpgsqlCommand Command(NpgsqlConnection owner, string sql) => new(sql, owner) { CommandTimeout = 0 };
}
