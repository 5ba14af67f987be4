using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>snake_case for every table, column, key and index, so that SQL by hand needs no quotes.</summary>
internal static class Names
{
    public static void UseSnakeCase(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var foreign in entity.GetForeignKeys())
                foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
        }
    }

    /// <summary>StreamNo → stream_no; PK_Batches → pk_batches.</summary>
    internal static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var upper = char.IsAsciiLetterUpper(name[i]);
            var after =
                i > 0
                && name[i - 1] != '_'
                && (
                    !char.IsAsciiLetterUpper(name[i - 1])
                    || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))
                );
            if (upper && after)
                text.Append('_');
            text.Append(upper ? char.ToLowerInvariant(name[i]) : name[i]);
        }
        return text.ToString();
    }
}
