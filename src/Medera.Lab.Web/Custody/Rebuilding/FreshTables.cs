using Medera.Lab.Web.Data;
using Npgsql;
using NpgsqlTypes;

namespace Medera.Lab.Web.Custody.Rebuilding;

/// <summary>
/// The tables as the log says them, in a schema of their own beside the laboratory's. Nobody but their owner reads it. What a rebuild
/// that was killed has left of it is thrown away by the next one, and by the next start that prepares the database.
/// </summary>
internal sealed class FreshTables(LabDb db, NpgsqlConnection owner, IReadOnlyList<DerivedTable> tables)
{
    /// <summary>The schema's name.</summary>
    public const string Schema = "lab_rebuild";

    /// <summary>Throws away what is there of it, if anything is.</summary>
    public const string ThrowAway = $"DROP SCHEMA IF EXISTS {Schema} CASCADE";

    /// <summary>Makes it anew. A crash of the server may empty these tables: they are not worth a line in its journal.</summary>
    /// <param name="superuser">Only a superuser may make a schema here; the owner of the laboratory's tables gets it.</param>
    public async Task MakeAsync(NpgsqlConnection superuser, CancellationToken cancel)
    {
        await RunAsync(superuser, $"{ThrowAway}; CREATE SCHEMA {Schema} AUTHORIZATION lab_owner", cancel);
        foreach (var table in tables)
            await RunAsync(
                owner,
                $"""
                CREATE UNLOGGED TABLE {Schema}."{table.Name}" (LIKE lab."{table.Name}" INCLUDING DEFAULTS);
                ALTER TABLE {Schema}."{table.Name}" ADD PRIMARY KEY ({Quoted(table.Key)})
                """,
                cancel
            );
    }

    /// <summary>Adds some events to the read model.</summary>
    public async Task AddAsync(IReadOnlyList<Logged> events, CancellationToken cancel)
    {
        await using (
            var facts = await owner.BeginBinaryImportAsync(
                $"COPY {Schema}.fact (stream_no, version, type, recorded, actor, station) FROM STDIN (FORMAT BINARY)",
                cancel
            )
        )
        {
            foreach (var (head, entry) in events)
            {
                await facts.StartRowAsync(cancel);
                await facts.WriteAsync(head.StreamNo, NpgsqlDbType.Bigint, cancel);
                await facts.WriteAsync(entry.Version, NpgsqlDbType.Integer, cancel);
                await facts.WriteAsync(ReadModel.TypeOf(entry), NpgsqlDbType.Text, cancel);
                await facts.WriteAsync(entry.Recorded, NpgsqlDbType.TimestampTz, cancel);
                await facts.WriteAsync(entry.Actor.Value, NpgsqlDbType.Uuid, cancel);
                await facts.WriteAsync(ReadModel.StationOf(entry), NpgsqlDbType.Uuid, cancel);
            }
            await facts.CompleteAsync(cancel);
        }
        await using var abouts = await owner.BeginBinaryImportAsync(
            $"COPY {Schema}.fact_about (about, recorded, stream_no, version) FROM STDIN (FORMAT BINARY)",
            cancel
        );
        foreach (var (head, entry) in events)
        foreach (var about in ReadModel.TimelinesOf(entry))
        {
            await abouts.StartRowAsync(cancel);
            await abouts.WriteAsync(about, NpgsqlDbType.Uuid, cancel);
            await abouts.WriteAsync(entry.Recorded, NpgsqlDbType.TimestampTz, cancel);
            await abouts.WriteAsync(head.StreamNo, NpgsqlDbType.Bigint, cancel);
            await abouts.WriteAsync(entry.Version, NpgsqlDbType.Integer, cancel);
        }
        await abouts.CompleteAsync(cancel);
    }

    /// <summary>Fills in where everything ended: the heads of the streams, and every thing as it is now.</summary>
    public async Task EndAsync(Lives lives, IReadOnlyCollection<StreamHead> heads, CancellationToken cancel)
    {
        await using (
            var copy = await owner.BeginBinaryImportAsync(
                $"COPY {Schema}.head (stream_no, natural_key, version, leaf, recorded) FROM STDIN (FORMAT BINARY)",
                cancel
            )
        )
        {
            foreach (var head in heads)
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(head.StreamNo, NpgsqlDbType.Bigint, cancel);
                await copy.WriteAsync(head.NaturalKey, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync(head.Version, NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync(head.Leaf, NpgsqlDbType.Bytea, cancel);
                await copy.WriteAsync(head.Recorded, NpgsqlDbType.TimestampTz, cancel);
            }
            await copy.CompleteAsync(cancel);
        }
        foreach (var thing in Things.Types)
            await RowStatement.CopyAsync(db, thing, lives.ShelfOf(thing)?.All ?? [], owner, Schema, cancel);
        await RunAsync(owner, string.Join("; ", tables.Select(table => $"ANALYZE {Schema}.\"{table.Name}\"")), cancel);
    }

    internal static string Quoted(IEnumerable<string> columns, string of = "") =>
        string.Join(", ", columns.Select(column => $"{of}\"{column}\""));

    internal static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
