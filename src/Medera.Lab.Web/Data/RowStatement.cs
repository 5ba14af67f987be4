using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Medera.Lab.Web.Data;

/// <summary>
/// One record written whole, as the model maps it: EF's tables, columns and conversions, in a statement that can share a batch with
/// others. EF would send its rows in a journey of their own.
/// </summary>
internal static class RowStatement
{
    private static readonly ConcurrentDictionary<(IModel Model, Type Type), Shape> Shapes = new();

    // CreateParameter of a mapping asks a command for an empty parameter, and nothing else of it.
    private static readonly NpgsqlCommand Maker = new();

    public static NpgsqlBatchCommand Insert(LabDb db, object row)
    {
        var shape = ShapeOf(db, row.GetType());
        return Fill(shape.InsertSql, [shape.Key, .. shape.Columns], row);
    }

    public static NpgsqlBatchCommand Update(LabDb db, object row)
    {
        var shape = ShapeOf(db, row.GetType());
        return Fill(shape.UpdateSql, [shape.Key, .. shape.Columns], row);
    }

    /// <summary>Copies records of one kind into the table of the same name in another schema, as many as come.</summary>
    public static async Task CopyAsync(
        LabDb db,
        Type type,
        IEnumerable<object> rows,
        NpgsqlConnection to,
        string schema,
        CancellationToken cancel
    )
    {
        var shape = ShapeOf(db, type);
        Column[] columns = [shape.Key, .. shape.Columns];
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var copy = await to.BeginBinaryImportAsync(
            $"COPY \"{schema}\".\"{shape.Table}\" ({names}) FROM STDIN (FORMAT BINARY)",
            cancel
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                var parameter = column.Parameter(row);
                if (parameter.Value is null or DBNull)
                    await copy.WriteNullAsync(cancel);
                else
                    await copy.WriteAsync(parameter.Value, parameter.NpgsqlDbType, cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }

    private static NpgsqlBatchCommand Fill(string sql, ReadOnlySpan<Column> columns, object row)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
            command.Parameters.Add(column.Parameter(row));
        return command;
    }

    private static Shape ShapeOf(LabDb db, Type row) =>
        Shapes.GetOrAdd(
            (db.Model, row),
            static key =>
                Shape.From(
                    key.Model.FindEntityType(key.Type)
                        ?? throw new InvalidOperationException($"{key.Type.Name} is not mapped.")
                )
        );

    private sealed record Column(string Name, RelationalTypeMapping Mapping, bool Nullable, Func<object, object?> Read)
    {
        /// <summary>What a record has in this column, as the server takes it.</summary>
        public NpgsqlParameter Parameter(object row) =>
            (NpgsqlParameter)Mapping.CreateParameter(Maker, "", Read(row), Nullable);

        public static Column From(IProperty property) =>
            new(
                property.GetColumnName(),
                property.GetRelationalTypeMapping(),
                property.IsNullable,
                property.GetGetter().GetClrValue
            );
    }

    private sealed record Shape(string Table, Column Key, Column[] Columns, string InsertSql, string UpdateSql)
    {
        public static Shape From(IEntityType type)
        {
            var table = $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";
            var key = Column.From(type.FindPrimaryKey()!.Properties.Single());
            // What the database sets once is not the record's to write.
            Column[] columns =
            [
                .. type.GetProperties()
                    .Where(p => !p.IsPrimaryKey() && p.GetAfterSaveBehavior() == PropertySaveBehavior.Save)
                    .Select(Column.From),
            ];
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            var values = string.Join(", ", columns.Select((_, i) => $"${i + 2}"));
            var sets = string.Join(", ", columns.Select((c, i) => $"\"{c.Name}\" = ${i + 2}"));
            return new Shape(
                type.GetTableName()!,
                key,
                columns,
                $"INSERT INTO {table} (\"{key.Name}\", {names}) VALUES ($1, {values})",
                $"UPDATE {table} SET {sets} WHERE \"{key.Name}\" = $1"
            );
        }
    }
}
