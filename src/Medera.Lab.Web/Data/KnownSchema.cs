using System.Data;
using Medera.Lab.Web.Data.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Medera.Lab.Web.Data;

/// <summary>
/// Whether a database's tables are those of an edition that this program knows. Asked before anything is changed: a migration over
/// tables that are others than it was written for would fail in the middle of the laboratory, or worse, would not.
/// </summary>
internal static class KnownSchema
{
    /// <summary>Looks at the migrations that were applied, and at the tables that the last of them left. A database in which there is nothing yet is known.</summary>
    /// <param name="connection">Of any of the accounts; a database that does not exist yet is known too.</param>
    /// <exception cref="LaboratoryCannotStart">One sentence: a newer program was here, or one whose tables have other columns.</exception>
    public static async Task RefuseAnotherAsync(string connection, CancellationToken cancel)
    {
        await using var server = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString
        );
        try
        {
            await server.OpenAsync(cancel);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return;
        }
        // One look: another start may be migrating, and does it in one transaction.
        await using var look = await server.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (files, _) = await ListAsync(
            server,
            "ledger",
            "bootstrap",
            "SELECT name FROM ledger.bootstrap ORDER BY name",
            cancel
        );
        var (applied, prepared) = await ListAsync(
            server,
            "lab",
            "migration",
            "SELECT \"MigrationId\" FROM lab.migration ORDER BY 1",
            cancel
        );
        if (!prepared || applied.Count == 0)
            return;

        await using var db = new LabDb(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), "Host=none").Options);
        var migrations = db.GetService<IMigrationsAssembly>();
        var known = migrations.Migrations.Keys.Order(StringComparer.Ordinal).ToList();
        if (
            applied
                .Except(known, StringComparer.Ordinal)
                .Concat(files.Except(FrozenSql.In("bootstrap").Select(f => f.Name), StringComparer.Ordinal))
                .LastOrDefault() is
            { } newer
        )
            throw new LaboratoryCannotStart(
                $"This laboratory was opened by a newer program ({newer} is not known here, which knows up to {known[^1]}): start it with that program or a later one, or give this one a laboratory of its own."
            );
        var model = migrations
            .CreateMigration(migrations.Migrations[applied[^1]], db.Database.ProviderName!)
            .TargetModel;
        if (
            Difference(ColumnsOf(model), await ColumnsAsync(server, cancel)) is { } difference
            || (difference = Missed(applied, known)) is not null
        )
            throw new LaboratoryCannotStart(
                $"This laboratory's tables were made by another edition of the program ({difference}): start it with the program that made it, or give this one a laboratory of its own."
            );
    }

    /// <summary>A migration that was passed over by one that came after it.</summary>
    private static string? Missed(List<string> applied, List<string> known) =>
        known.Take(applied.Count).Except(applied, StringComparer.Ordinal).FirstOrDefault() is { } missed
            ? $"{missed} was never applied"
            : null;

    private static string? Difference(HashSet<string> wanted, HashSet<string> found) =>
        wanted.Except(found, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? $"{missing} is missing"
        : found.Except(wanted, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } foreign
            ? $"{foreign} is not known here"
        : null;

    private static HashSet<string> ColumnsOf(IModel model) =>
        model
            .GetEntityTypes()
            .SelectMany(table =>
                table
                    .GetProperties()
                    .Select(column =>
                        $"{table.GetSchema()}.{table.GetTableName()}.{column.GetColumnName()} {column.GetColumnType()}{(column.IsNullable ? "" : " not null")}"
                    )
            )
            .ToHashSet(StringComparer.Ordinal);

    private static async Task<HashSet<string>> ColumnsAsync(NpgsqlConnection server, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('lab', 'access') AND c.relkind IN ('r', 'p') AND c.oid <> 'lab.migration'::regclass AND a.attnum > 0 AND NOT a.attisdropped
            """,
            server
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var columns = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
            columns.Add(rows.GetString(0));
        return columns;
    }

    /// <summary>What a table lists, where it is there and this account may read it: the migrator reads nothing of the ledger.</summary>
    private static async Task<(List<string> Texts, bool IsThere)> ListAsync(
        NpgsqlConnection server,
        string schema,
        string table,
        string sql,
        CancellationToken cancel
    )
    {
        const string Readable =
            "SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2";
        var texts = new List<string>();
        await using (
            var there = new NpgsqlCommand(Readable, server)
            {
                Parameters =
                {
                    new() { Value = schema },
                    new() { Value = table },
                },
            }
        )
            if (await there.ExecuteScalarAsync(cancel) is not true)
                return (texts, false);
        await using var command = new NpgsqlCommand(sql, server);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            texts.Add(rows.GetString(0));
        return (texts, true);
    }
}
