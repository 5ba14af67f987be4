using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Sealing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>A subject's name and birth date, from the erasable private field, for a purpose that is recorded.</summary>
/// <param name="NameState">Null: no name was ever given.</param>
public sealed record Identity(string? Name, string? Born, PrivateState? NameState = PrivateState.Kept);

/// <summary>Shows who a subject is, and records that it was seen.</summary>
internal sealed class Reveals(IDbContextFactory<LabDb> contexts, SubjectKeys keys, LabClock clock, Records records)
{
    private static readonly string Revealed = FactNames.Find(typeof(IdentityRevealed)).Name;

    /// <summary>
    /// Name and birth date of a subject for a person who may see them now; that they were seen is an event, once for a person,
    /// subject and purpose within the day.
    /// </summary>
    public async Task<Identity?> RevealAsync(SubjectId subject, Doer by, string purpose)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await SignInSessions.RequireAsync(db, by);
        var reader = by.Person;
        if (
            await db.People.FirstOrDefaultAsync(p => p.Id == reader) is not { } person
            || !person.Holds(Policies.RolesOf(Policies.Bedside))
        )
            return null;
        await db.Database.OpenConnectionAsync();
        var connection = db.Connection();
        var fields = await RegisteredAsync(connection, subject);
        var since = clock.Now.AddDays(-1);
        var streamNo = await db
            .Heads.Where(h => h.NaturalKey == StreamHead.NaturalKeyOf(StreamKey.For(reader)))
            .Select(h => h.StreamNo)
            .FirstOrDefaultAsync();
        var seen = await db
            .FactAbouts.Where(a => a.About == subject.Value && a.StreamNo == streamNo && a.Recorded > since)
            .AnyAsync(a => db.Facts.Any(f => f.StreamNo == a.StreamNo && f.Version == a.Version && f.Type == Revealed));
        if (!seen)
            await records.RecordAsync(
                new IdentityRevealed(reader, subject, purpose),
                reader,
                by.Station ?? LabDesk.Server.Id
            );
        return new Identity(Of("name")?.Text, Of("born")?.Text, Of("name")?.State);

        PrivateText? Of(string field) => fields.TryGetValue(field, out var found) ? found : null;
    }

    /// <summary>What the registering event commits to: as it is, or as erased.</summary>
    private async Task<Dictionary<string, PrivateText>> RegisteredAsync(NpgsqlConnection connection, SubjectId subject)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT e.body, f.field, f.ciphertext, f.subject_key_id
            FROM lab.head AS h JOIN ledger.event AS e ON e.stream_no = h.stream_no AND e.version = 1
            LEFT JOIN private.field AS f ON f.event_id = e.event_id WHERE h.natural_key = $1
            """,
            connection
        )
        {
            Parameters = { new() { Value = StreamHead.NaturalKeyOf(StreamKey.For(subject)) } },
        };
        var fields = new Dictionary<string, PrivateText>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var entry = Entry.Parse(rows.GetFieldValue<byte[]>(0));
            foreach (var field in entry.Commitments.Keys)
                fields.TryAdd(field, new PrivateText(null, PrivateState.Erased));
            if (!await rows.IsDBNullAsync(1))
                fields[rows.GetString(1)] = keys.Read(
                    rows.GetGuid(3),
                    entry.Id,
                    rows.GetString(1),
                    rows.GetFieldValue<byte[]>(2)
                );
        }
        return fields;
    }
}
