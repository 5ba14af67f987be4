using Medera.Lab.TestSupport.Journeys;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>A world of the rules' sequences, stored as the desk would have stored it, and a desk of its own over it.</summary>
internal sealed class SeededWorld : IAsyncDisposable
{
    private static readonly PasswordHasher<LabUser> Cheap = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 1 })
    );

    private readonly NpgsqlDataSource source;
    private readonly ServiceProvider services;
    private readonly NpgsqlDataSource sealers;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("medera-lab-");

    private SeededWorld(TestDatabase database)
    {
        Database = database;
        source = NpgsqlDataSource.Create(database.As("lab_app") + ";Maximum Pool Size=4");
        var options = new DbContextOptionsBuilder<LabDb>();
        LabDbSetup.Options(options);
        services = new ServiceCollection().AddSingleton(source).BuildServiceProvider();
        options.UseApplicationServiceProvider(services);
        Contexts = new PooledDbContextFactory<LabDb>(options.Options);
        var settings = new LabSettings(LabSettings.DemonstrationOrigin, folder.FullName)
        {
            SubjectKeys = database.SubjectKeys,
        };
        Clock = new LabClock(TimeProvider.System, settings);
        var keys = new SubjectKeys(settings.SubjectKeys, TimeProvider.System);
        keys.Found();
        Log = new CustodyLog(settings, keys, new Fresh(), NullLogger<CustodyLog>.Instance);
        var pages = new OpenPages();
        Desk = new LabDesk(
            Contexts,
            Log,
            keys,
            Clock,
            settings,
            new PasswordCheck(Contexts, Cheap, new SignInThrottle(TimeProvider.System), TimeProvider.System, settings),
            new SignInSessions(Contexts, pages),
            pages,
            new Feed(NullLogger<Feed>.Instance),
            new SealState(),
            new LabTime(TimeProvider.System, TimeZoneInfo.Utc),
            new Fresh(),
            NullLogger<LabDesk>.Instance
        );
        sealers = NpgsqlDataSource.Create(database.As("lab_sequencer") + ";Pooling=false");
        Sequencer = new Sequencer(
            sealers,
            new LogKeys(Path.Combine(folder.FullName, "log-keys"), settings.Origin),
            settings
        );
    }

    public TestDatabase Database { get; }
    public IDbContextFactory<LabDb> Contexts { get; }
    public LabClock Clock { get; }
    public LabDesk Desk { get; }
    private CustodyLog Log { get; }
    private Sequencer Sequencer { get; }

    /// <summary>Does what is wanted at the desk. What leaves the laboratory is sealed before: the rules' own laboratory knows no waiting.</summary>
    public async Task<Answer> DoAsync(Request request)
    {
        if (request.Wanted is StartThaw or TakeOut)
            await Sequencer.CycleAsync(CancellationToken.None);
        return await Desk.Do(request);
    }

    /// <summary>A desk over a clone of the world; it is stored once in a run.</summary>
    public static async Task<SeededWorld> OpenAsync(TestCluster cluster, int number, Laboratory world)
    {
        var database = await cluster.CloneAsync(
            $"world {number}",
            async () =>
            {
                var seeded = new SeededWorld(await (await TestLaboratory.OpenEmptyAsync(cluster)).LeaveAsync());
                await seeded.StoreAsync(world);
                await seeded.CloseAsync();
                return seeded.Database;
            }
        );
        return new SeededWorld(database);
    }

    /// <summary>The facts of an answer, as the log has them.</summary>
    public async Task<IReadOnlyList<Entry>> EntriesAsync(Answer answer)
    {
        await using var command = source.CreateCommand(
            "SELECT body FROM ledger.event WHERE event_id = ANY($1) ORDER BY event_no"
        );
        command.Parameters.Add(new() { Value = answer.Facts.Select(f => f.Event).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<Entry>();
        while (await reader.ReadAsync())
            entries.Add(Entry.Parse(reader.GetFieldValue<byte[]>(0)));
        return entries;
    }

    private async Task StoreAsync(Laboratory world)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var heads = (
            await CustodyLog.BeginAsync(connection, [.. world.History.Select(r => r.Fact.Stream).Distinct()])
        ).ToDictionary(h => h.Key);
        var commits = CustodyLog.NoTexts;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var recorded in world.History)
            Log.Store(
                batch,
                Log.Make(
                    [recorded.Fact],
                    heads,
                    new EventContext(Ids.New(), recorded.Actor, Laboratory.Bench.Id, recorded.At)
                    {
                        Happened = recorded.Happened,
                        Performed = recorded.Performed,
                        Second = recorded.Second,
                        Signature = recorded.Signature,
                    },
                    commits
                ),
                commits
            );
        StateRows.Store(batch, db, Lives.None, world.Lives);
        await batch.ExecuteNonQueryAsync();
        foreach (var person in Staff.All)
        {
            var user = new LabUser
            {
                Id = person.Id.Value,
                UserName = person.UserName,
                NormalizedUserName = person.UserName.ToUpperInvariant(),
                SecurityStamp = "",
            };
            user.PasswordHash = Cheap.HashPassword(user, TestLaboratory.Password);
            db.Add(user);
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task CloseAsync()
    {
        await Sequencer.DisposeAsync();
        await sealers.DisposeAsync();
        await services.DisposeAsync();
        await source.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await Database.DisposeAsync();
    }
}
