using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>
/// The product's own application over a database of one's own: the desk called directly, or served on a free port for the REST
/// door. Its log is a demonstration's, so that a test can move the clock.
/// </summary>
public sealed class TestLaboratory : IAsyncDisposable
{
    /// <summary>The password of every account.</summary>
    public const string Password = PasswordCheck.Demonstration;

    private readonly TestDatabase database;
    private readonly NpgsqlDataSource sealers;
    private readonly WebApplication app;
    private readonly string folder = Directory.CreateTempSubdirectory("medera-lab-").FullName;
    private readonly Dictionary<string, PersonId> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StationId> stations = new(StringComparer.Ordinal);
    private bool served,
        left;

    private TestLaboratory(
        TestDatabase database,
        string origin,
        string? connection,
        string keys,
        TimeProvider? machine,
        Fresh? fresh
    )
    {
        this.database = database;
        Source = NpgsqlDataSource.Create(connection ?? (database.As("lab_app") + ";Maximum Pool Size=40"));
        sealers = NpgsqlDataSource.Create(database.As("lab_sequencer") + ";Pooling=false");
        app = LabServer.Build(
            new LabSettings(origin, folder) { SubjectKeys = keys },
            Source,
            port: 0,
            sealers,
            machine,
            fresh
        );
        // Nobody guesses the passwords of a test: hashing them slowly would be half of its work.
        Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount = 1;
        Keys.Found();
        People = new Lookup<PersonId>(people);
        Stations = new Lookup<StationId>(stations);
    }

    public TestDatabase Database => database;
    public NpgsqlDataSource Source { get; }
    public IServiceProvider Services => app.Services;
    public string Folder => folder;
    public SubjectKeys Keys => Services.GetRequiredService<SubjectKeys>();
    public LabDesk Desk => Services.GetRequiredService<LabDesk>();
    public LabClock Clock => Services.GetRequiredService<LabClock>();
    public StationReads Reads => new(Services);
    public MaterialReads Lots => Services.GetRequiredService<MaterialReads>();
    public IDbContextFactory<LabDb> Contexts => Services.GetRequiredService<IDbContextFactory<LabDb>>();

    /// <summary>Accounts by name.</summary>
    public Lookup<PersonId> People { get; }

    /// <summary>Stations by name.</summary>
    public Lookup<StationId> Stations { get; }

    /// <summary>Position codes of the one box of the tank, in order.</summary>
    public static IReadOnlyList<string> Positions { get; } = DemonstrationCodes.Positions("test box", 81);

    /// <summary>The code of that box.</summary>
    public static string Box { get; } = DemonstrationCodes.Box("test box");

    /// <summary>Where it serves, once it does.</summary>
    public Uri Address =>
        new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A laboratory with its people, its stations and one box of 81 positions.</summary>
    public static async Task<TestLaboratory> OpenAsync(
        TestCluster cluster,
        bool serve = false,
        TimeProvider? machine = null
    ) => await OverAsync(await FoundedAsync(cluster), serve, machine: machine);

    /// <summary>The database of such a laboratory; nothing runs over it yet.</summary>
    public static Task<TestDatabase> FoundedAsync(TestCluster cluster) =>
        cluster.CloneAsync("founded", () => FoundAsync(cluster));

    /// <summary>A laboratory in which nothing has happened: migrated, and no more.</summary>
    public static async Task<TestLaboratory> OpenEmptyAsync(
        TestCluster cluster,
        bool serve = false,
        string origin = LabSettings.DemonstrationOrigin,
        TimeProvider? machine = null,
        Fresh? fresh = null
    ) =>
        await OverAsync(
            await cluster.CloneAsync("migrated", () => MigratedAsync(cluster)),
            serve,
            origin,
            machine: machine,
            fresh: fresh
        );

    /// <summary>The application over a database that is there; a connection string of one's own may lead through a proxy.</summary>
    public static async Task<TestLaboratory> OverAsync(
        TestDatabase database,
        bool serve = false,
        string origin = LabSettings.DemonstrationOrigin,
        string? connection = null,
        string? keys = null,
        TimeProvider? machine = null,
        Fresh? fresh = null
    )
    {
        var lab = new TestLaboratory(database, origin, connection, keys ?? database.SubjectKeys, machine, fresh);
        await lab.LearnAsync();
        if (serve)
            await lab.ServeAsync();
        return lab;
    }

    private async Task ServeAsync()
    {
        served = true;
        await app.StartAsync();
    }

    /// <summary>Moves the clock on.</summary>
    public void Later(TimeSpan by) => Clock.Set(Clock.OffsetSeconds + (long)by.TotalSeconds);

    /// <summary>The sequencer of this application. It runs by itself only where the application serves.</summary>
    public Sequencer Sequencer => Services.GetRequiredService<Sequencer>();

    /// <summary>Until all that is recorded is sealed: by the application's own service where it serves, else by asking the sequencer.</summary>
    public async Task SealAsync()
    {
        while (!served && (await Sequencer.CycleAsync(CancellationToken.None)).More) { }
        while (
            served
            && await SqlAsSuperuserAsync(
                "SELECT (SELECT count(*) FROM ledger.event) > (SELECT coalesce(max(size), 0) FROM ledger.checkpoint)"
            )
                is true
        )
            await Task.Delay(10);
    }

    /// <summary>Does a command at a station, signed where it is signed. What leaves the laboratory is sealed before, as a second's wait would have done.</summary>
    public async Task<Answer> Do(
        string who,
        Command wanted,
        string? at = "bench-1",
        Guid? id = null,
        string? newPassword = null,
        LateRequest? late = null
    )
    {
        if (wanted is StartThaw or TakeOut)
            await SealAsync();
        return await DoNow(who, wanted, at, id, newPassword, late);
    }

    /// <summary>The same, and nothing is sealed for it.</summary>
    public Task<Answer> DoNow(
        string who,
        Command wanted,
        string? at = "bench-1",
        Guid? id = null,
        string? newPassword = null,
        LateRequest? late = null
    ) =>
        Desk.Do(
            new Request(
                id ?? Ids.New(),
                wanted,
                As(who, at),
                CommandCatalogue.Find(wanted).Signs is null ? null : Password,
                newPassword,
                late
            )
            {
                Witness = DemonstrationDesk.WitnessOf(wanted),
            }
        );

    /// <summary>Does it, and fails the test where it is refused.</summary>
    public async Task<Answer> Must(
        string who,
        Command wanted,
        string? at = "bench-1",
        Guid? id = null,
        string? newPassword = null,
        LateRequest? late = null
    )
    {
        var answer = await Do(who, wanted, at, id, newPassword, late);
        Assert.True(
            answer.Outcome == Outcome.Accepted,
            $"{CommandCatalogue.Find(wanted).Name} by {who}: {answer.Told()}"
        );
        return answer;
    }

    /// <summary>One scanned text. At the tank a product may leave by it.</summary>
    public async Task<Answer> Scan(string who, string at, string text, Guid? id = null)
    {
        if (at == "tank-1")
            await SealAsync();
        return await Desk.Scan(new(id ?? Ids.New(), text, As(who, at), Medera.Lab.Custody.ScanSource.Wedge, null));
    }

    /// <summary>One code that somebody typed, with the reason given.</summary>
    public async Task<Answer> Type(string who, string at, string text, string? why)
    {
        await SealAsync();
        return await Desk.Scan(
            new ScanRequest(Ids.New(), text, As(who, at), Medera.Lab.Custody.ScanSource.Typed, null) { TypedWhy = why }
        );
    }

    /// <summary>Somebody at a station, played: no page stands open.</summary>
    public Doer As(string who, string? at) =>
        who == "system" ? Doer.System : Doer.Played(People[who], at is null ? null : Stations[at]);

    /// <summary>Gives a person a badge.</summary>
    public async Task<string> BadgeAsync(string who)
    {
        var badge = DemonstrationCodes.Make(CodeKind.Badge, who);
        await Must("admin", new BindBadge(People[who], new(badge)), null);
        return badge;
    }

    /// <summary>A client of the REST door, not signed in.</summary>
    public RestDoor Door() => new(Address);

    /// <summary>Runs a statement as the superuser.</summary>
    public Task<object?> SqlAsSuperuserAsync(string sql, params object[] values) =>
        database.RunAsync("postgres", sql, values);

    /// <summary>Stops the application and leaves the database, for a clone or for the next application.</summary>
    public async Task<TestDatabase> LeaveAsync()
    {
        if (!left)
        {
            left = true;
            if (served)
                await app.StopAsync();
            await app.DisposeAsync();
            await Source.DisposeAsync();
            await sealers.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
        return database;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        await database.DisposeAsync();
    }

    /// <summary>Reads who and what is there.</summary>
    public async Task LearnAsync()
    {
        foreach (var person in await Reads.People.PeopleAsync())
            people[person.UserName] = person.Id;
        foreach (var station in await Reads.People.StationsAsync())
            stations[station.Name] = station.Id;
    }

    private static async Task<TestDatabase> MigratedAsync(TestCluster cluster)
    {
        var bare = await cluster.CloneAsync();
        await Startup.Database.MigrateAsync(bare.As("lab_migrator"), CancellationToken.None);
        return bare;
    }

    private static async Task<TestDatabase> FoundAsync(TestCluster cluster)
    {
        var lab = await OpenEmptyAsync(cluster);
        await lab.FoundAsync();
        return await lab.LeaveAsync();
    }

    /// <summary>Opens the accounts of a demonstration, its stations, and one box.</summary>
    public async Task FoundAsync()
    {
        await Must("system", new OpenAccount("admin", Roles.Administrator), null, newPassword: Password);
        await LearnAsync();
        foreach (var (user, roles) in DemonstrationLaboratory.Accounts)
            await Must("admin", new OpenAccount(user, roles), null, newPassword: Password);
        foreach (var (name, room) in DemonstrationLaboratory.Stations)
            await Must("admin", new RegisterStation(name, room, DemonstrationCodes.Make(CodeKind.Station, name)), null);
        await Must(
            "admin",
            new RegisterBox(new(Box), "LN2-A", "R1", "B1", 9, 9, [.. Positions.Select(code => new PositionCode(code))]),
            null
        );
        await LearnAsync();
    }
}
