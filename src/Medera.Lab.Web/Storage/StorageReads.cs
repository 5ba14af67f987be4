using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Storage;

/// <summary>A box with how much of it is taken.</summary>
public sealed record BoxLine(Box Box, int Places, int Used)
{
    public int Free => Places - Used;
}

/// <summary>One place of a box: free, or with what lies there.</summary>
public sealed record Place(Position Position, Container? Occupant, Batch? Batch);

/// <summary>A line of a room's cleaning log.</summary>
/// <param name="Recorded">When it was recorded, where that was after the cleaning.</param>
public sealed record CleaningLine(
    DateTimeOffset At,
    CleaningKind Kind,
    string Agent,
    PersonId By,
    DateTimeOffset? Recorded
);

/// <summary>Where things lie: rooms, boxes, their places, and what lies there.</summary>
public sealed class StorageReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>The code of what lies at a position by the record; null where nothing does, or the code is no position's.</summary>
    public async Task<string?> OccupantAsync(string position)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Positions.Where(p => p.Code == position)
            .Join(db.Containers, p => p.Id, c => c.Position, (_, c) => c.Code)
            .FirstOrDefaultAsync();
    }

    /// <summary>Every box with its counts, in one query.</summary>
    public async Task<IReadOnlyList<BoxLine>> BoxCountsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var lines = new List<BoxLine>();
        await using var command = new NpgsqlCommand(
            $"""
            SELECT b.id, b.code, b.tank, b.rack, b.name, b.rows, b.columns, n.places, n.taken
            FROM (
              SELECT * FROM lab.box WHERE site_id = {LabSettings.Site} ORDER BY tank, rack, name LIMIT {Limits.Reads.Boxes}
            ) AS b
            CROSS JOIN LATERAL (
              SELECT count(p.id) AS places, count(c.id) AS taken
              FROM lab.position AS p LEFT JOIN lab.container AS c ON c.position = p.id WHERE p.box = b.id
            ) AS n
            ORDER BY b.tank, b.rack, b.name
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var box = new Box(
                Id: new BoxId(reader.GetGuid(0)),
                Code: reader.IsDBNull(1) ? null : reader.GetString(1),
                Tank: reader.GetString(2),
                Rack: reader.GetString(3),
                Name: reader.GetString(4),
                Rows: reader.GetInt32(5),
                Columns: reader.GetInt32(6)
            );
            lines.Add(new BoxLine(box, (int)reader.GetInt64(7), (int)reader.GetInt64(8)));
        }
        return lines;
    }

    /// <summary>A box by its identifier with how much of it is taken, or null.</summary>
    public async Task<BoxLine?> BoxCountAsync(BoxId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Boxes.FirstOrDefaultAsync(b => b.Id == id) is not { } box)
            return null;
        var (places, used) = await CountAsync(db, id);
        return new BoxLine(box, places, used);
    }

    /// <summary>The places of a box, and how many of them are taken.</summary>
    internal static async Task<(int Places, int Used)> CountAsync(LabDb db, BoxId id) =>
        (
            await db.Positions.CountAsync(p => p.Box == id),
            await db
                .Positions.Where(p => p.Box == id)
                .Join(db.Containers, p => p.Id, c => c.Position, (_, c) => c.Id)
                .CountAsync()
        );

    /// <summary>The places of a box, row by row, with occupants and their batches.</summary>
    public async Task<IReadOnlyList<Place>> PlacesAsync(BoxId box)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await (
            from p in db.Positions
            where p.Box == box
            join c in db.Containers on (PositionId?)p.Id equals c.Position into there
            from c in there.DefaultIfEmpty()
            join b in db.Batches on c.Batch equals b.Id into of
            from b in of.DefaultIfEmpty()
            orderby p.Row, p.Column
            select new
            {
                Position = p,
                Occupant = c,
                Batch = b,
            }
        ).ToListAsync();
        return [.. rows.Select(r => new Place(r.Position, r.Occupant, r.Batch))];
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

    /// <summary>Every room: what is to be cleaned first, and closed ones last.</summary>
    public async Task<IReadOnlyList<Room>> RoomsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rooms = await db.Set<Room>().OrderBy(room => room.Name).Take(Limits.Reads.Boxes).ToListAsync();
        return
        [
            .. rooms
                .OrderBy(room => room.CleaningDue ?? DateTimeOffset.MaxValue)
                .ThenBy(room => room.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A room, or null.</summary>
    public async Task<Room?> RoomAsync(RoomId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<Room>().FirstOrDefaultAsync(room => room.Id == id);
    }

    /// <summary>The last cleanings of a room, the last first.</summary>
    public async Task<IReadOnlyList<CleaningLine>> CleaningsAsync(RoomId room, int size = Limits.Reads.Page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT e.body FROM lab.head AS h JOIN lab.fact AS f ON f.stream_no = h.stream_no AND f.type = $2
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            WHERE h.natural_key = $1 ORDER BY f.version DESC LIMIT $3
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters =
            {
                new() { Value = StreamHead.NaturalKeyOf(StreamKey.For(room)) },
                new() { Value = FactNames.Find(typeof(RoomCleaned)).Name },
                new() { Value = size },
            },
        };
        var lines = new List<CleaningLine>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var told = Entry.Parse(reader.GetFieldValue<byte[]>(0)).AsRecorded();
            var fact = (RoomCleaned)told.Fact;
            lines.Add(
                new CleaningLine(
                    told.Happened ?? told.At,
                    fact.Kind,
                    fact.Agent,
                    told.By,
                    told.Happened is null ? null : told.At
                )
            );
        }
        return [.. lines.OrderByDescending(line => line.At)];
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
}
