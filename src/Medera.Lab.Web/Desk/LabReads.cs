using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>A page of a list: what is shown, and from where the next page goes on; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>One batch in a list.</summary>
public sealed record BatchLine(
    BatchId Id,
    string Number,
    Origin Origin,
    BatchState State,
    DateTimeOffset StateSince,
    DateTimeOffset? Expiry,
    int Products,
    int Living,
    int Passage,
    string Subject
);

/// <summary>One container with where it lies.</summary>
public sealed record ContainerLine(Container Container, string? Path);

/// <summary>A batch with everything that its page shows, but for the containers, which come in pages.</summary>
public sealed record BatchView(
    Batch Batch,
    Protocol Protocol,
    Subject Donor,
    Subject? Patient,
    int Version,
    IReadOnlyList<Result> Results,
    IReadOnlyList<Deviation> Deviations,
    int Containers
);

/// <summary>One event on a timeline.</summary>
/// <param name="Raw">The stored body: canonical JSON, as it is hashed.</param>
/// <param name="Leaf">SHA-256(0x00 ‖ body).</param>
/// <param name="Private">Each text that the event commits to, erased ones as erased; none where the reader may not see them.</param>
public sealed record TimelineLine(
    string Stream,
    int Version,
    string Type,
    DateTimeOffset Recorded,
    DateTimeOffset StoredAt,
    Entry Entry,
    string Raw,
    byte[] Leaf,
    IReadOnlyDictionary<string, PrivateText> Private
);

/// <summary>What pages and the REST door read. Nothing here writes, and no query grows with the log: lists go by key, a page at a time.</summary>
public sealed partial class LabReads(IDbContextFactory<LabDb> contexts, SubjectKeys keys)
{
    /// <summary>How many lines a page of a list has.</summary>
    public const int PageSize = Limits.Reads.Page;

    /// <summary>Batches, newest number first; <paramref name="after"/> is the last number of the page before.</summary>
    public async Task<Page<BatchLine>> BatchesAsync(
        string? after = null,
        BatchState? state = null,
        string? find = null,
        int size = PageSize
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = db.Batches.AsQueryable();
        if (after is { Length: > 0 })
            rows = rows.Where(b => string.Compare(b.Number, after) < 0);
        if (state is { } only)
            rows = rows.Where(b => b.State == only);
        if (find is { Length: > 0 })
            rows = Waiting.Numbered(rows, find);
        var lines = await rows.OrderByDescending(b => b.Number)
            .Take(size + 1)
            .Join(
                db.Subjects,
                b => b.Donor,
                s => s.Id,
                (b, s) =>
                    new BatchLine(
                        b.Id,
                        b.Number,
                        b.Origin,
                        b.State,
                        b.StateSince,
                        b.Expiry,
                        b.Products,
                        b.Living,
                        b.Passage,
                        s.Code
                    )
            )
            .ToListAsync();
        lines = [.. lines.OrderByDescending(l => l.Number, StringComparer.Ordinal)];
        return new Page<BatchLine>([.. lines.Take(size)], lines.Count > size ? lines[size - 1].Number : null);
    }

    /// <summary>A batch by its identifier, or null.</summary>
    public async Task<BatchView?> BatchAsync(BatchId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == id) is not { } batch)
            return null;
        var natural = StreamHead.NaturalKeyOf(StreamKey.Of(id));
        return new BatchView(
            batch,
            await db.Protocols.FirstAsync(p => p.Id == batch.Protocol),
            await db.Subjects.FirstAsync(s => s.Id == batch.Donor),
            batch.Patient is { } patient ? await db.Subjects.FirstOrDefaultAsync(s => s.Id == patient) : null,
            await db.Heads.Where(h => h.NaturalKey == natural).Select(h => h.Version).FirstAsync(),
            await db.Results.Where(r => r.Batch == id).OrderBy(r => r.Test).ThenBy(r => r.Edition).ToListAsync(),
            await db.Deviations.Where(d => d.Batch == id).OrderBy(d => d.OpenedAt).ToListAsync(),
            await db.Containers.CountAsync(c => c.Batch == id)
        );
    }

    /// <summary>The containers of a batch, products first; <paramref name="skip"/> of them left out before the page.</summary>
    public async Task<IReadOnlyList<ContainerLine>> ContainersAsync(BatchId batch, int skip = 0, int size = PageSize)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db
            .Containers.Where(c => c.Batch == batch)
            .OrderBy(c =>
                c.Kind == ContainerKind.Product ? 0
                : c.Kind == ContainerKind.Sample ? 1
                : c.Kind == ContainerKind.Retention ? 2
                : 3
            )
            .ThenBy(c => c.Ordinal)
            .ThenBy(c => c.Code)
            .Skip(skip)
            .Take(size)
            .Select(c => new
            {
                Container = c,
                Path = db.Positions.Where(p => p.Id == c.Position).Select(p => p.Path).FirstOrDefault(),
            })
            .ToListAsync();
        return [.. rows.Select(r => new ContainerLine(r.Container, r.Path))];
    }

    /// <summary>A container by its code, or null.</summary>
    public async Task<ContainerLine?> ContainerAsync(string code)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Containers.FirstOrDefaultAsync(c => c.Code == code) is not { } container)
            return null;
        return new ContainerLine(
            container,
            await db.Positions.Where(p => p.Id == container.Position).Select(p => p.Path).FirstOrDefaultAsync()
        );
    }

    /// <summary>Containers kept for a plan.</summary>
    public async Task<IReadOnlyList<Container>> KeptForAsync(PlanId plan)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Containers.FromSql(
                $"SELECT * FROM lab.container WHERE reserved IS NOT NULL AND reserved ->> 'Plan' = {plan.Value.ToString()}"
            )
            .OrderBy(c => c.Code)
            .ToListAsync();
    }

    /// <summary>A plan with its patient and protocol, or null.</summary>
    public async Task<(Plan Plan, Subject Patient, Protocol Protocol)?> PlanAsync(PlanId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Plans.FirstOrDefaultAsync(p => p.Id == id) is not { } plan)
            return null;
        return (
            plan,
            await db.Subjects.FirstAsync(s => s.Id == plan.Patient),
            await db.Protocols.FirstAsync(p => p.Id == plan.Protocol)
        );
    }

    /// <summary>Active plans whose next session is planned, ready or started, for wards and clinicians.</summary>
    public async Task<IReadOnlyList<(Plan Plan, Subject Patient)>> ActivePlansAsync(int size = PageSize)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db
            .Plans.Where(p => p.State == PlanState.Active)
            .Join(db.Subjects, p => p.Patient, s => s.Id, (p, s) => new { p, s })
            .OrderBy(r => r.s.Code)
            .Take(size)
            .ToListAsync();
        return [.. rows.Select(r => (r.p, r.s))];
    }

    /// <summary>Open batches in some states, the longest waiting first: the worklist of a station.</summary>
    public async Task<IReadOnlyList<Batch>> WaitingAsync(
        IReadOnlyList<BatchState> states,
        int size = Limits.Reads.Waiting
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Waiting.Batches(db, states, size).ToListAsync();
    }

    /// <summary>Containers in some states, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Container>> WaitingAsync(
        IReadOnlyList<ContainerState> states,
        int size = Limits.Reads.Waiting
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Waiting.Containers(db, states, size).ToListAsync();
    }

    /// <summary>The positions of a box with their occupants.</summary>
    public async Task<(Box Box, IReadOnlyList<(Position Position, Container? Occupant)> Positions)?> BoxAsync(BoxId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Boxes.FirstOrDefaultAsync(b => b.Id == id) is not { } box)
            return null;
        var positions = await db
            .Positions.Where(p => p.Box == id)
            .OrderBy(p => p.Row)
            .ThenBy(p => p.Column)
            .ToListAsync();
        var ids = positions.ConvertAll(p => (PositionId?)p.Id);
        var occupants = await db.Containers.Where(c => ids.Contains(c.Position)).ToListAsync();
        return (box, [.. positions.Select(p => (p, occupants.FirstOrDefault(c => c.Position == p.Id)))]);
    }

    /// <summary>Every box, in the order of its path.</summary>
    public async Task<IReadOnlyList<Box>> BoxesAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Boxes.OrderBy(b => b.Tank)
            .ThenBy(b => b.Rack)
            .ThenBy(b => b.Name)
            .Take(Limits.Reads.Boxes)
            .ToListAsync();
    }

    /// <summary>Accounts by identifier, for saying who did something.</summary>
    public async Task<Person?> PersonAsync(PersonId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.People.FirstOrDefaultAsync(p => p.Id == id);
    }

    /// <summary>Every account.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.People.OrderBy(p => p.UserName).Take(Limits.Reads.People).ToListAsync();
    }

    /// <summary>Every station.</summary>
    public async Task<IReadOnlyList<Station>> StationsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Stations.OrderBy(s => s.Name).ToListAsync();
    }

    /// <summary>The last scans of a person at a station and the first of two scans that waits, with the instant until which it does.</summary>
    public async Task<(IReadOnlyList<RecentScan> Recent, string? Waiting, DateTimeOffset? Until)> RecentAsync(
        PersonId person,
        StationId station,
        DateTimeOffset now
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (
            await db.Selections.FirstOrDefaultAsync(s => s.Person == person.Value && s.Station == station.Value)
            is not { } row
        )
            return ([], null, null);
        var recent = System
            .Text.Json.JsonSerializer.Deserialize<List<RecentScan>>(row.Recent, Data.Mappings.JsonParts.Options)!
            .Take(LabDesk.RecentScans)
            .ToList();
        var until = row.At + LabDesk.SelectionWaits;
        return row.Code is { } code && until > now ? (recent, code, until) : (recent, null, null);
    }

    /// <summary>
    /// The timeline of a thing, newest first. <paramref name="before"/> is where the page before ended; null begins at the newest.
    /// Private texts come along only where <paramref name="withPrivate"/> says that the reader may see them.
    /// </summary>
    public async Task<Page<TimelineLine>> TimelineAsync(
        Guid about,
        string? before = null,
        int size = PageSize,
        bool withPrivate = false
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var lines = new List<(TimelineLine Line, string Key)>();
        await using (
            var command = new NpgsqlCommand(
                """
                SELECT a.recorded, a.stream_no, a.version, e.body, e.leaf, e.stored_at
                FROM lab.fact_about AS a JOIN ledger.event AS e ON e.stream_no = a.stream_no AND e.version = a.version
                WHERE a.about = $1 AND (a.recorded, a.stream_no, a.version) < ($2, $3, $4)
                ORDER BY a.recorded DESC, a.stream_no DESC, a.version DESC LIMIT $5
                """,
                connection
            )
        )
        {
            var (at, stream, version) = TimelineKey.Parse(before);
            foreach (var value in new object[] { about, at, stream, version, size + 1 })
                command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var body = reader.GetFieldValue<byte[]>(3);
                var entry = Entry.Parse(body);
                var key = TimelineKey.Write(
                    reader.GetFieldValue<DateTimeOffset>(0),
                    reader.GetInt64(1),
                    reader.GetInt32(2)
                );
                lines.Add(
                    (
                        new TimelineLine(
                            entry.Stream,
                            entry.Version,
                            FactNames.Of(entry.Data.GetType()).Name,
                            entry.Recorded,
                            reader.GetFieldValue<DateTimeOffset>(5),
                            entry,
                            System.Text.Encoding.UTF8.GetString(body),
                            reader.GetFieldValue<byte[]>(4),
                            new Dictionary<string, PrivateText>(StringComparer.Ordinal)
                        ),
                        key
                    )
                );
            }
        }
        var shown = lines.Take(size).ToList();
        var items = withPrivate
            ? await WithPrivateAsync(connection, [.. shown.Select(l => l.Line)])
            : [.. shown.Select(l => l.Line)];
        return new Page<TimelineLine>(items, lines.Count > size ? shown[^1].Key : null);
    }

    private async Task<IReadOnlyList<TimelineLine>> WithPrivateAsync(
        NpgsqlConnection connection,
        IReadOnlyList<TimelineLine> lines
    )
    {
        var texts = await PrivateAsync(connection, [.. lines.Select(l => l.Entry).Where(e => e.Commitments.Count > 0)]);
        return [.. lines.Select(l => texts.TryGetValue(l.Entry.Id, out var fields) ? l with { Private = fields } : l)];
    }

    /// <summary>The private texts of events, by event and field. What an event commits to and is nowhere was erased.</summary>
    private async Task<Dictionary<Guid, Dictionary<string, PrivateText>>> PrivateAsync(
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
