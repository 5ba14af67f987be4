using System.Security.Cryptography;
using System.Text.Json;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>The whole log read again and folded: chain, leaves, commitments, state tables and read model must all say the same.</summary>
public sealed record Replayed(Lives Lives, IReadOnlyList<Replayed.Event> Events)
{
    public sealed record Event(long No, Guid Id, long StreamNo, int Version, byte[] Body, byte[] Leaf, Entry Entry);

    /// <summary>Reads, checks everything, and hands out what the log says.</summary>
    public static Task<Replayed> OfAsync(TestLaboratory lab) => OfAsync(lab.Database, lab.Contexts, lab.Keys);

    /// <inheritdoc cref="OfAsync(TestLaboratory)"/>
    public static async Task<Replayed> OfAsync(
        TestDatabase database,
        IDbContextFactory<LabDb> contexts,
        SubjectKeys? keys = null
    )
    {
        await using var connection = await database.OpenAsync("postgres");
        var streams = await ReadAsync(
            connection,
            "SELECT stream_no, kind, natural_key FROM ledger.stream",
            r => (No: r.GetInt64(0), Kind: r.GetString(1), Key: r.GetString(2))
        );
        var events = await ReadAsync(
            connection,
            "SELECT event_no, event_id, stream_no, version, body, leaf FROM ledger.event ORDER BY event_no",
            r => new Event(
                r.GetInt64(0),
                r.GetGuid(1),
                r.GetInt64(2),
                checked((int)r.GetInt64(3)),
                r.GetFieldValue<byte[]>(4),
                r.GetFieldValue<byte[]>(5),
                Entry.Parse(r.GetFieldValue<byte[]>(4))
            )
        );
        IsOneChain(events, streams.ToDictionary(s => s.No, s => s.Key));
        await HoldsItsPrivateTexts(
            connection,
            events,
            keys ?? new SubjectKeys(database.SubjectKeys, TimeProvider.System)
        );
        var lives = Apply.To(Lives.None, events.Select(e => e.Entry.AsRecorded()));
        await EqualsTables(contexts, lives);
        await EqualsReadModel(contexts, events, streams.ToDictionary(s => s.No, s => s.Key));
        return new Replayed(lives, events);
    }

    private static void IsOneChain(IReadOnlyList<Event> events, IReadOnlyDictionary<long, string> keys)
    {
        foreach (var stream in events.GroupBy(e => e.StreamNo))
        {
            var prev = Entry.FirstPrev(keys[stream.Key]);
            var (version, recorded) = (0, DateTimeOffset.MinValue);
            foreach (var one in stream.OrderBy(e => e.Version))
            {
                Assert.Equal(++version, one.Version);
                Assert.Equal((keys[stream.Key], version, one.Id), (one.Entry.Stream, one.Entry.Version, one.Entry.Id));
                Assert.Equal(prev, one.Entry.Prev);
                Assert.Equal(SHA256.HashData([0, .. one.Body]), one.Leaf);
                Assert.True(
                    one.Entry.Recorded >= recorded,
                    $"{one.Entry.Stream} {version} was recorded before the event before it."
                );
                // Events of one stream were stored in the order of their versions, so that the numbers order a whole replay.
                (prev, recorded) = (one.Leaf, one.Entry.Recorded);
            }
            Assert.Equal(stream.OrderBy(e => e.Version).Select(e => e.No), stream.Select(e => e.No).Order());
        }
    }

    private static async Task HoldsItsPrivateTexts(
        NpgsqlConnection connection,
        IReadOnlyList<Event> events,
        SubjectKeys keys
    )
    {
        var fields = await ReadAsync(
            connection,
            "SELECT event_id, field, ciphertext, subject_key_id FROM private.field",
            r =>
                (
                    Event: r.GetGuid(0),
                    Field: r.GetString(1),
                    Opened: keys.Open(r.GetGuid(3), r.GetGuid(0), r.GetString(1), r.GetFieldValue<byte[]>(2))
                )
        );
        var held = events
            .SelectMany(e => e.Entry.Commitments.Select(c => (Event: e.Id, Field: c.Key, Commitment: c.Value)))
            .ToDictionary(c => (c.Event, c.Field), c => c.Commitment);
        // Every text has its commitment; every commitment has its text, unless somebody was forgotten.
        Assert.Subset(held.Keys.ToHashSet(), fields.Select(f => (f.Event, f.Field)).ToHashSet());
        if (!events.Any(e => e.Entry.Data is SubjectErased))
            Assert.Equal(held.Count, fields.Count);
        Assert.All(
            fields,
            f =>
                Assert.True(
                    f.Opened is { } text && Commitment.Holds(held[(f.Event, f.Field)], f.Field, text.Salt, text.Text),
                    f.Field
                )
        );
    }

    private static async Task EqualsTables(IDbContextFactory<LabDb> contexts, Lives lives)
    {
        await using var db = await contexts.CreateDbContextAsync();
        Same("batch", await db.Batches.ToListAsync(), lives.Batches.Values, b => b.Id.Value);
        Same("container", await db.Containers.ToListAsync(), lives.Containers.Values, c => c.Id.Value);
        Same("former code", (await db.FormerCodes.ToListAsync()).Select(f => (object)f), lives.FormerCodes.Values);
        Same(
            "former wristband",
            (await db.FormerWristbands.ToListAsync()).Select(f => (object)f),
            lives.FormerWristbands.Values
        );
        Same("subject", await db.Subjects.ToListAsync(), lives.Subjects.Values, s => s.Id.Value);
        Same("protocol", await db.Protocols.ToListAsync(), lives.Protocols.Values, p => p.Id.Value);
        Same("plan", await db.Plans.ToListAsync(), lives.Plans.Values, p => p.Id.Value);
        Same("box", await db.Boxes.ToListAsync(), lives.Boxes.Values, b => b.Id.Value);
        Same("position", await db.Positions.ToListAsync(), lives.Positions.Values, p => p.Id.Value);
        Same("result", await db.Results.ToListAsync(), lives.Results.Values, r => r.Id.Value);
        Same("deviation", await db.Deviations.ToListAsync(), lives.Deviations.Values, d => d.Id.Value);
        Same("label template", await db.Templates.ToListAsync(), lives.Templates.Values, t => t.Id.Value);
        Same("label", await db.Labels.ToListAsync(), lives.Labels.Values, l => l.Id.Value);
        Same("equipment", await db.Equipment.ToListAsync(), lives.Equipment.Values, e => e.Id.Value);
        Same("material", await db.Materials.ToListAsync(), lives.Materials.Values, m => m.Id.Value);
        Same("material use", await db.MaterialUses.ToListAsync(), lives.MaterialUses.Values, u => u.Id.Value);
        Same("tray", await db.Trays.ToListAsync(), lives.Trays.Values, t => t.Id.Value);
        Same("person", await db.People.ToListAsync(), lives.People.Values, p => p.Id.Value);
        Same("station", await db.Stations.ToListAsync(), lives.Stations.Values, s => s.Id.Value);
    }

    private static async Task EqualsReadModel(
        IDbContextFactory<LabDb> contexts,
        IReadOnlyList<Event> events,
        IReadOnlyDictionary<long, string> keys
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        Same(
            "fact",
            (await db.Facts.ToListAsync()).Select(f =>
                (object)(f.StreamNo, f.Version, f.Type, f.Recorded, f.Actor, f.Station)
            ),
            events.Select(e =>
                (object)
                    (
                        e.StreamNo,
                        e.Version,
                        FactNames.Find(e.Entry.Data.GetType()).Name,
                        e.Entry.Recorded,
                        e.Entry.Actor.Value,
                        e.Entry.Station?.Value ?? Guid.Empty
                    )
            )
        );
        Same(
            "fact_about",
            (await db.FactAbouts.ToListAsync()).Select(a => (object)(a.About, a.Recorded, a.StreamNo, a.Version)),
            events.SelectMany(e =>
                e.Entry.About.Append(e.Entry.Actor.Value)
                    .Concat(TypedCodes.MarkOf(e.Entry))
                    .Distinct()
                    .Select(a => (object)(a, e.Entry.Recorded, e.StreamNo, e.Version))
            )
        );
        var last = events.GroupBy(e => e.StreamNo).ToDictionary(s => s.Key, s => s.MaxBy(e => e.Version)!);
        Same(
            "head",
            (await db.Heads.ToListAsync()).Select(h =>
                (object)(h.StreamNo, h.NaturalKey, h.Version, Convert.ToHexString(h.Leaf))
            ),
            keys.Select(k =>
                (object)
                    (
                        k.Key,
                        k.Value,
                        last.TryGetValue(k.Key, out var e) ? e.Version : 0,
                        Convert.ToHexString(last.TryGetValue(k.Key, out var l) ? l.Leaf : Entry.FirstPrev(k.Value))
                    )
            )
        );
    }

    private static void Same<T>(string what, IEnumerable<T> rows, IEnumerable<T> folded, Func<T, Guid> id) =>
        Same(what, rows.OrderBy(id).Select(Text), folded.OrderBy(id).Select(Text));

    // Line by line: what differs is told, and no more.
    private static void Same(string what, IEnumerable<object> rows, IEnumerable<object> folded)
    {
        var (table, log) = (
            rows.Select(r => r.ToString()!).ToHashSet(StringComparer.Ordinal),
            folded.Select(r => r.ToString()!).ToHashSet(StringComparer.Ordinal)
        );
        var apart = table
            .Except(log)
            .Take(5)
            .Select(r => "table " + r)
            .Concat(log.Except(table).Take(5).Select(r => "log   " + r))
            .ToList();
        Assert.True(apart.Count == 0, $"{what}:\n{string.Join('\n', apart)}");
    }

    // Records hold lists, which compare by reference: their JSON is compared, trailing noughts of decimals left out.
    private static string Text<T>(T row) => JsonSerializer.Serialize(row, row!.GetType(), Comparing);

    private static readonly JsonSerializerOptions Comparing = new(JsonParts.Options) { Converters = { new Plain() } };

    private sealed class Plain : System.Text.Json.Serialization.JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(
                value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture)
            );
    }

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> row
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }
}
