using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Web.Data.Sql;

/// <summary>One embedded .sql file.</summary>
/// <param name="Name">Its file name, such as <c>002-ledger.sql</c>.</param>
/// <param name="Text">Its text, with line feeds alone.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8.</param>
public sealed record SqlFile(string Name, string Text, byte[] Sha256)
{
    /// <summary>Runs at every bootstrap, and not only once: what a copy of a database does not carry.</summary>
    public bool EachTime => Name.EndsWith(".each-time.sql", StringComparison.Ordinal);
}

/// <summary>The .sql files under <c>Data/Sql</c>. A released file is frozen: a change is a new file.</summary>
public static class FrozenSql
{
    /// <summary>The files of one folder under <c>Data/Sql</c>, in the order of their names.</summary>
    /// <param name="folder">The folder's name, such as <c>bootstrap</c>.</param>
    public static IReadOnlyList<SqlFile> In(string folder)
    {
        var prefix = $"{typeof(FrozenSql).Namespace}.{folder}.";
        var assembly = typeof(FrozenSql).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(name, name[prefix.Length..])),
        ];
    }

    private static SqlFile Read(string resource, string name)
    {
        using var stream =
            typeof(FrozenSql).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded file {resource} cannot be read.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // A checkout with carriage returns must not look like another file.
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new SqlFile(name, text, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
