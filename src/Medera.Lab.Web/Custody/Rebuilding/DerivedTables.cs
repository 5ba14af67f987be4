using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Medera.Lab.Web.Custody.Rebuilding;

/// <summary>A table that the log can make again.</summary>
/// <param name="Row">The record that a row is.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Columns">Every column that is made again, the key among them.</param>
public sealed record DerivedTable(string Name, Type Row, IReadOnlyList<string> Key, IReadOnlyList<string> Columns);

/// <summary>Which tables are made from the log, and what stands beside them that no event says. A test holds that there is no third kind.</summary>
public static class DerivedTables
{
    /// <summary>
    /// What a rebuild never touches, because no event says it. Whole tables by schema and name, and one column of every derived
    /// table. A new table that is not derived must be entered here before it can be used.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> NotInTheLog = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["access.account"] = "passwords' hashes, security stamps and lock-outs: secrets are in no event",
        ["access.session"] = "who is signed in: ends by itself, and the log says who signed in",
        ["access.account_claim"] = "what sign-ins of other houses say",
        ["access.account_login"] = "sign-ins of other houses",
        ["access.account_token"] = "secrets of sign-ins",
        ["lab.selection"] = "working copy: the first of two scans, and the last five",
        ["lab.draft"] = "working copy: a form that is filled in and not sent",
        ["lab.refusal_tally"] = "working copy: refusals of the running minute",
        ["lab.migration"] = "which migrations were applied: the program's, not the laboratory's",
        ["lab.*.site_id"] = "the database's own: a ledger is one site's",
    };

    /// <summary>The derived tables: a life each, the heads of the streams, and the read model.</summary>
    public static IReadOnlyList<DerivedTable> From(IModel model) =>
        [
            .. Things
                .Types.Concat([typeof(Head), typeof(FactRow), typeof(FactAbout)])
                .Select(row =>
                    model.FindEntityType(row) ?? throw new InvalidOperationException($"{row.Name} is not mapped.")
                )
                .Select(type => new DerivedTable(
                    type.GetTableName()!,
                    type.ClrType,
                    [.. type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())],
                    [.. type.GetProperties().Where(p => p.Name != LifeMapping.Site).Select(p => p.GetColumnName())]
                ))
                .OrderBy(table => table.Name, StringComparer.Ordinal),
        ];
}
