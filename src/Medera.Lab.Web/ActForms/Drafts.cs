using System.Text.Json;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.ActForms;

/// <summary>Forms filled in and not sent yet: a killed server or a reload loses nothing. Working copies, kept a person, step and thing; never in the log. What is private is not kept in them.</summary>
public sealed class Drafts(IDbContextFactory<LabDb> contexts, LabClock clock)
{
    /// <summary>The fields as they were left, or none.</summary>
    public async Task<Dictionary<string, List<string>>> LoadAsync(PersonId person, string step, string about)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var draft = await db.Drafts.FirstOrDefaultAsync(d =>
            d.Person == person.Value && d.Step == step && d.About == about
        );
        return draft is null
            ? new(StringComparer.Ordinal)
            : JsonSerializer.Deserialize<Dictionary<string, List<string>>>(draft.Fields) ?? new(StringComparer.Ordinal);
    }

    /// <summary>Keeps the fields as they stand. Two windows of one person keep the last.</summary>
    public async Task<DateTimeOffset> SaveAsync(
        PersonId person,
        string step,
        string about,
        Dictionary<string, List<string>> fields
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var text = JsonSerializer.Serialize(Keepable(step, fields)).Replace("\\u0000", "", StringComparison.Ordinal);
        var now = clock.Now;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO lab.draft (person, step, about, fields, at) VALUES ({person.Value}, {step}, {about}, {text}::jsonb, {now}) ON CONFLICT (person, step, about) DO UPDATE SET fields = excluded.fields, at = excluded.at"
        );
        return now;
    }

    /// <summary>
    /// Everything but private fields, and what was typed where a code is asked and is none: a row in clear would outlive the erasure
    /// of a name in backups and in the write-ahead log.
    /// </summary>
    private static Dictionary<string, List<string>> Keepable(string step, Dictionary<string, List<string>> fields)
    {
        if (CommandCatalogue.Find(step) is not { } command)
            return [];
        var known = CommandFields.List(command).ToDictionary(f => f.Name, StringComparer.Ordinal);
        return fields
            .Where(f => known.TryGetValue(f.Key, out var field) && !field.Private)
            .ToDictionary(
                f => f.Key,
                f =>
                    known[f.Key].Kind is "code" or "codes"
                        ? f.Value.FindAll(text => Barcode.Read(text) is Reading.Own)
                        : f.Value,
                StringComparer.Ordinal
            );
    }

    /// <summary>Throws the draft away: it was sent, or is not wanted.</summary>
    public async Task DropAsync(PersonId person, string step, string about)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Drafts.Where(d => d.Person == person.Value && d.Step == step && d.About == about).ExecuteDeleteAsync();
    }
}
