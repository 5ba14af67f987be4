using Bunit;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Startup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>A laboratory whose line to the database can be cut while somebody works at one of its pages.</summary>
public sealed class LabBehindProxy(TestLaboratory lab, CuttingProxy line) : IAsyncDisposable
{
    public TestLaboratory Lab => lab;

    public CuttingProxy Line => line;

    public static async Task<LabBehindProxy> OpenAsync(TestCluster cluster) =>
        await OverAsync(await TestLaboratory.FoundedAsync(cluster));

    /// <summary>The same with a lot that has come so far.</summary>
    public static async Task<(LabBehindProxy At, TestBatch Batch)> OpenAsync(TestCluster cluster, Lot lot)
    {
        var at = await OverAsync(await lot.CloneAsync(cluster));
        return (at, lot.Of(cluster, at.Lab));
    }

    private static async Task<LabBehindProxy> OverAsync(TestDatabase database)
    {
        var way = new NpgsqlConnectionStringBuilder(database.As("lab_app"));
        var line = new CuttingProxy(way.Host!);
        way.Host = line.Folder;
        return new LabBehindProxy(await TestLaboratory.OverAsync(database, connection: way.ConnectionString), line);
    }

    public async Task<TestBatch> LotAsync() =>
        new(lab, await TestBatch.ProtocolAsync(lab, "UC"), await TestBatch.SubjectAsync(lab, "D-1"), "MSC-26-0001");

    /// <summary>Gives a drawing place what the pages ask for: the laboratory's own services.</summary>
    public void Serve(IServiceCollection services) => Serve(services, lab.Services.GetRequiredService<Feed>());

    /// <summary>The same with a feed that tells nothing: no page reads along, and is cut in the place of an act.</summary>
    public void ServeInSilence(IServiceCollection services) => Serve(services, new Feed(NullLogger<Feed>.Instance));

    private void Serve(IServiceCollection services, Feed feed) =>
        services
            .AddReads()
            .AddSingleton(lab.Contexts)
            .AddSingleton(lab.Keys)
            .AddSingleton(lab.Services.GetRequiredService<LogReads>())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(lab.Desk)
            .AddSingleton(lab.Services.GetRequiredService<OpenPages>())
            .AddSingleton(lab.Clock)
            .AddSingleton(lab.Services.GetRequiredService<Wording>())
            .AddSingleton(lab.Services.GetRequiredService<LabTime>())
            .AddSingleton(feed)
            .AddSingleton(lab.Services.GetRequiredService<Drafts>())
            .AddSingleton(lab.Services.GetRequiredService<NextActions>());

    /// <summary>Draws a page for somebody at a station, as the sign-in would, until it has read what it shows.</summary>
    public async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(
        BunitContext place,
        string who,
        string at,
        Action<ComponentParameterCollectionBuilder<TPage>>? with = null
    )
        where TPage : LabPage
    {
        var page = await BeginAsync(place, who, at, with);
        // First while it reads, and then with all of it.
        page.WaitForState(() => page.RenderCount > 1, TimeSpan.FromSeconds(20));
        return page;
    }

    /// <summary>The same, and does not wait.</summary>
    public async Task<IRenderedComponent<TPage>> BeginAsync<TPage>(
        BunitContext place,
        string who,
        string at,
        Action<ComponentParameterCollectionBuilder<TPage>>? with = null
    )
        where TPage : LabPage
    {
        var person = (await lab.Reads.People.PersonAsync(lab.People[who]))!;
        var station = (await lab.Reads.People.StationsAsync()).First(s => s.Name == at);
        var session = await lab
            .Services.GetRequiredService<SignInSessions>()
            .OpenAsync(
                person.Id,
                station.Id,
                (string)
                    (
                        await lab.SqlAsSuperuserAsync(
                            "SELECT security_stamp FROM access.account WHERE id = $1",
                            person.Id.Value
                        )
                    )!
            );
        var signedIn = Task.FromResult(
            new AuthenticationState(SignedInUser.Principal(session!.Value, person, station, "test"))
        );
        return place.Render<TPage>(page =>
        {
            page.AddCascadingValue(signedIn);
            with?.Invoke(page);
        });
    }

    /// <summary>How many facts of a type the log has.</summary>
    public async Task<long> FactsAsync(string type) =>
        (long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = $1", type))!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await lab.DisposeAsync();
        await line.DisposeAsync();
    }
}
