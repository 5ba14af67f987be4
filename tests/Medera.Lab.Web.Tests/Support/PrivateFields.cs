using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>What stands in the private fields of a laboratory.</summary>
internal static class PrivateFields
{
    /// <summary>The private texts of a field that can be read, in the order of their events.</summary>
    public static async Task<IReadOnlyList<string>> PrivateAsync(this TestLaboratory lab, string field)
    {
        await using var connection = await lab.Database.OpenAsync("lab_app");
        await using var command = new NpgsqlCommand(
            "SELECT f.subject_key_id, f.event_id, f.ciphertext FROM private.field AS f JOIN ledger.event AS e USING (event_id) WHERE f.field = $1 ORDER BY e.event_no",
            connection
        )
        {
            Parameters = { new() { Value = field } },
        };
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
            if (lab.Keys.Read(rows.GetGuid(0), rows.GetGuid(1), field, rows.GetFieldValue<byte[]>(2)).Text is { } text)
                texts.Add(text);
        return texts;
    }
}
