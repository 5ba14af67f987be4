using Npgsql;

namespace Medera.Lab.Web.Custody;

/// <summary>Private texts of events, where who reads may see them.</summary>
public sealed class PrivateTextReads(SubjectKeys keys)
{
    /// <summary>The private texts of events, by event and field. What an event commits to and is nowhere was erased.</summary>
    public async Task<Dictionary<Guid, Dictionary<string, PrivateText>>> OfAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Entry> entries
    )
    {
        var texts = entries.ToDictionary(
            e => e.Id,
            e =>
                e.Commitments.Keys.ToDictionary(
                    field => field,
                    _ => new PrivateText(null, PrivateState.Erased),
                    StringComparer.Ordinal
                )
        );
        await using var command = new NpgsqlCommand(
            "SELECT event_id, field, ciphertext, subject_key_id FROM private.field WHERE event_id = ANY($1)",
            connection
        )
        {
            Parameters = { new() { Value = texts.Keys.ToArray() } },
        };
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (id, field) = (rows.GetGuid(0), rows.GetString(1));
            texts[id][field] = keys.Read(rows.GetGuid(3), id, field, rows.GetFieldValue<byte[]>(2));
        }
        return texts;
    }
}
