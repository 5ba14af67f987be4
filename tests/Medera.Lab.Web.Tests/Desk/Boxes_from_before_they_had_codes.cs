using Medera.Lab.Ledger;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>A laboratory whose log begins with edition 1 of a box's registration: the box has positions and no code of its own.</summary>
public sealed class Boxes_from_before_they_had_codes(TestCluster cluster)
{
    [Fact]
    public async Task are_used_by_their_positions_and_shown_without_a_code()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(3);
        var second = await RegisteredAtFirstAsync(lab, "B2");
        var third = await RegisteredAtFirstAsync(lab, "B3");

        // Two without a code are no clash, and a new box is registered beside them.
        await lab.Must(
            "admin",
            new RegisterBox(
                new BoxCode(DemonstrationCodes.Make(CodeKind.Position, "box B4")),
                "LN2-A",
                "R1",
                "B4",
                1,
                1,
                [new PositionCode(DemonstrationCodes.Make(CodeKind.Position, "B4 A1"))]
            ),
            null
        );
        await lab.Scan("technician", "tank-1", batch.Vials[0]);
        var moved = await lab.Scan("technician", "tank-1", second.Codes[1]);
        Assert.Equal("storage.moved", Assert.Single(moved.Facts).Type);
        Assert.Equal(
            (2, 1),
            await lab.Reads.Storage.BoxCountAsync(second.Box) is { } line ? (line.Places, line.Used) : default
        );
        Assert.Equal(
            [null, null],
            (await lab.Reads.Storage.BoxCountsAsync())
                .Where(l => l.Box.Id == second.Box || l.Box.Id == third.Box)
                .Select(l => l.Box.Code)
        );

        using var pages = await SignedInPages.SignInAsync(lab, "technician");
        Assert.Contains(
            "LN2-A / R1 / B2",
            await pages.TextAsync($"storage/{second.Box.Value:D}"),
            StringComparison.Ordinal
        );
        Assert.Contains("R1 / B3", await pages.TextAsync("storage"), StringComparison.Ordinal);
        // Nothing can be printed for a box without a code; its positions have theirs.
        Assert.Contains(
            "<td>LN2-A / R1 / B4<br",
            await pages.TextAsync("labels/things?of=boxes"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "<td>LN2-A / R1 / B2<br",
            await pages.TextAsync("labels/things?of=boxes"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "LN2-A / R1 / B2 / A2",
            await pages.TextAsync($"labels/things?of={second.Box.Value:D}"),
            StringComparison.Ordinal
        );
        Assert.Contains("LN2-A / R1 / B4", await pages.TextAsync("labels/codes"), StringComparison.Ordinal);

        // What was stored is what is read, and folds into what stands in the tables.
        var stored = (await Replayed.OfAsync(lab))
            .Events.Where(e => e.Entry.Written is BoxFact.RegisteredAtFirst)
            .ToList();
        Assert.Equal(2, stored.Count);
        Assert.All(stored, e => Assert.Equal(e.Body, e.Entry.ToBytes()));
        await lab.SealAsync();
    }

    /// <summary>Stores the event as the builds of that time wrote it, with its rows.</summary>
    private static async Task<BoxFact.RegisteredAtFirst> RegisteredAtFirstAsync(TestLaboratory lab, string name)
    {
        var written = new BoxFact.RegisteredAtFirst(
            new BoxId(Ids.New()),
            null,
            "LN2-A",
            "R1",
            name,
            1,
            2,
            [
                DemonstrationCodes.Make(CodeKind.Position, $"{name} A1"),
                DemonstrationCodes.Make(CodeKind.Position, $"{name} A2"),
            ],
            [new(Ids.New()), new(Ids.New())]
        );
        var fact = written.ToFact();
        await using var db = await lab.Contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var head = Assert.Single(await CustodyLog.BeginAsync(connection, [fact.Stream]));
        var entry = new Entry(
            LabSettings.DemonstrationOrigin,
            head.NaturalKey,
            1,
            head.Leaf,
            Ids.New(),
            Ids.New(),
            lab.Clock.Now,
            lab.People["admin"],
            null,
            written
        )
        {
            About = FactCodec.About(fact),
        };
        var body = entry.ToBytes();
        var leaf = Leaf.Hash(body);
        head.Grow(leaf, entry.Recorded);
        await using var batch = new NpgsqlBatch(connection);
        lab.Services.GetRequiredService<CustodyLog>()
            .Store(batch, [new NewEvent(head, entry, body, leaf)], CustodyLog.NoTexts);
        StateRows.Store(batch, db, Lives.None, Apply.To(Lives.None, entry.AsRecorded()));
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return written;
    }
}
