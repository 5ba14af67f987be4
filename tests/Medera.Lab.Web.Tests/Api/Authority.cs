using System.Net;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>Who may what: one approved table, and every cell of it that says no is really tried.</summary>
public sealed class Authority(TestCluster cluster)
{
    private static readonly IReadOnlyList<(string Account, Roles Role)> Everybody =
    [
        ("technician", Roles.Technician),
        ("qc", Roles.Qc),
        ("qa", Roles.Qa),
        ("releaser", Roles.Releaser),
        ("nurse", Roles.Nurse),
        ("clinician", Roles.Clinician),
        ("auditor", Roles.Auditor),
        ("admin", Roles.Administrator),
    ];

    [Fact]
    public async Task over_commands_is_as_approved()
    {
        var lines = CommandCatalogue.All.Select(c =>
            $"{c.Verb.Name, -28}{string.Join(' ', Everybody.Where(e => c.Verb.May.HasFlag(e.Role)).Select(e => e.Role.ToString().ToLowerInvariant()))}{(c.Verb.Signs is { } meaning ? $"  signs: {meaning}" : "")}"
        );
        var received = string.Join('\n', lines) + "\n";
        var approved = (
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Approved", "authority.txt"))
        ).ReplaceLineEndings("\n");
        Assert.True(
            received == approved,
            "Approved/authority.txt differs (- approved, + received):\n"
                + Catalogue.Difference(approved, received)
                + "\n\n"
                + received
        );
    }

    [Fact]
    public async Task is_refused_to_everybody_else_for_every_command()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var before = await lab.SqlAsSuperuserAsync(
            "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8') NOT LIKE '%attempt.refused%' AND convert_from(body, 'UTF8') NOT LIKE '%auth.signed-in%'"
        );
        foreach (var (account, role) in Everybody)
        {
            using var door = await lab.Door().SignInAsync(account);
            var commands = (await door.GetAsync("api/v1/commands")).Json!.AsArray();
            foreach (
                var command in commands
                    .Select(c => c!)
                    .Where(c =>
                        c["roles"]!
                            .AsArray()
                            .All(r => !r!.ToString().Equals(role.ToString(), StringComparison.OrdinalIgnoreCase))
                    )
            )
            {
                var answer = (await door.PostAsync($"api/v1/commands/{command["name"]}", Bodies.Make(command))).Problem(
                    HttpStatusCode.Forbidden
                );
                Assert.Equal(["access.role role"], answer.Rules);
            }
        }
        Assert.Equal(
            before,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8') NOT LIKE '%attempt.refused%' AND convert_from(body, 'UTF8') NOT LIKE '%auth.signed-in%'"
            )
        );

        // Very many refusals of one person at one station become few events that say how many.
        lab.Later(TimeSpan.FromMinutes(2));
        Assert.True(await lab.Desk.SettleRefusalsAsync() > 0);
        var log = await Replayed.OfAsync(lab);
        var refusals = log.Events.Select(e => e.Entry.Data).OfType<AttemptRefused>().ToList();
        Assert.Contains(refusals, r => r is { Wanted: "several", Count: > 1 });
        var denied = CommandCatalogue.All.Sum(c => Everybody.Count(e => !c.Verb.May.HasFlag(e.Role)));
        Assert.Equal(denied, refusals.Sum(r => r.Count));
    }

    [Fact]
    public async Task over_pages_and_endpoints_is_denied_to_strangers_but_for_an_approved_few()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var approved = (
            await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Approved", "anonymous.txt"))
        )
            .Where(l => l.Length > 0 && l[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
        using var door = lab.Door();
        foreach (
            var endpoint in lab.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        )
        {
            var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            // Sheets, scripts and pictures are the same for everybody.
            if (
                endpoint.Metadata.Any(m => m.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal))
                || route.StartsWith("/_framework", StringComparison.Ordinal)
            )
                continue;
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                Assert.True(
                    approved.Contains(route),
                    $"{route} is open to strangers and not in Approved/anonymous.txt."
                );
                continue;
            }
            var path = System.Text.RegularExpressions.Regex.Replace(
                route,
                @"\{[^}]*\}",
                _ => Ids.New().ToString(),
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            foreach (var method in methods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var answer = await door.Http.SendAsync(request);
                var denied = route.StartsWith("/api", StringComparison.Ordinal)
                    ? answer.StatusCode == HttpStatusCode.Unauthorized
                    : answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                        || (
                            answer.StatusCode == HttpStatusCode.Found
                            && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal)
                        );
                Assert.True(denied, $"{method} {route}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task that_is_taken_away_stops_the_next_command()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(1, position: null);
        using var door = await lab.Door().SignInAsync("technician", "tank-1");
        (await door.ScanAsync(batch.Vials[0])).Expecting();
        var technician = lab.People["technician"];
        await lab.Must("admin", new ChangeRoles(technician, Roles.Auditor, Active: true), null);
        // The first scan was understood before; the second one would do the work.
        (await door.ScanAsync(TestLaboratory.Positions[0])).Problem(HttpStatusCode.Unauthorized);
        await door.SignInAsync("technician", "tank-1");
        (await door.ScanAsync(TestLaboratory.Positions[0])).Problem(HttpStatusCode.Forbidden);
        (
            await door.DoAsync(
                "storage.put",
                new { container = batch.Vials[0], position = TestLaboratory.Positions[0] }
            )
        ).Problem(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.OK, (await door.GetAsync("api/v1/batches")).Status);

        await lab.Must("admin", new ChangeRoles(technician, Roles.Technician, Active: false), null);
        (await door.GetAsync("api/v1/batches")).Problem(HttpStatusCode.Unauthorized);
        (await door.ScanAsync(batch.Vials[0])).Problem(HttpStatusCode.Unauthorized);
        (
            await lab.Door()
                .PostAsync(
                    "api/v1/session",
                    new System.Text.Json.Nodes.JsonObject
                    {
                        ["user"] = "technician",
                        ["password"] = TestLaboratory.Password,
                    }
                )
        ).Problem(HttpStatusCode.Unauthorized);
        Assert.Null((await lab.Reads.Processing.ContainerAsync(batch.Vials[0]))!.Container.Position);
        await Replayed.OfAsync(lab);
    }
}
