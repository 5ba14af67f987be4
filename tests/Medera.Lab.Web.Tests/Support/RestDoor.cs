using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>A partner at the REST door: signs in, scans, commands, reads; nothing but HTTP and JSON.</summary>
public sealed class RestDoor(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = address,
    };

    /// <summary>The client itself, for what the helpers do not say.</summary>
    public HttpClient Http => http;

    /// <summary>Where this device stands.</summary>
    public string Station { get; set; } = "bench-1";

    /// <summary>Signs in; what follows is this person's.</summary>
    public async Task<RestDoor> SignInAsync(
        string user,
        string station = "bench-1",
        string password = TestLaboratory.Password
    )
    {
        var answer = await PostAsync("api/v1/session", new JsonObject { ["user"] = user, ["password"] = password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer["token"]);
        Station = station;
        return this;
    }

    /// <summary>One scanned text at this device.</summary>
    public Task<RestAnswer> ScanAsync(string text, Guid? id = null, string source = "wedge") =>
        PostAsync(
            "api/v1/scans",
            new JsonObject
            {
                ["id"] = id ?? Ids.New(),
                ["text"] = text,
                ["station"] = Station,
                ["source"] = source,
                ["clientAt"] = "2026-11-23T06:00:00Z",
            }
        );

    /// <summary>A command by its name; the fields are an anonymous object.</summary>
    public Task<RestAnswer> DoAsync(string name, object fields, Guid? id = null)
    {
        var body = JsonSerializer.SerializeToNode(fields)!.AsObject();
        body["id"] = id ?? Ids.New();
        body["station"] = Station;
        return PostAsync($"api/v1/commands/{name}", body);
    }

    public Task<RestAnswer> SignAsync(string name, object fields)
    {
        var body = JsonSerializer.SerializeToNode(fields)!.AsObject();
        body["password"] = TestLaboratory.Password;
        return DoAsync(name, body);
    }

    public async Task<RestAnswer> PostAsync(string path, JsonNode body) =>
        await ReadAsync(await http.PostAsJsonAsync(path, body));

    /// <summary>Bytes as they are, for what no serializer would send.</summary>
    public async Task<RestAnswer> PostRawAsync(string path, string body, string type = "application/json")
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await ReadAsync(await http.PostAsync(path, content));
    }

    public async Task<RestAnswer> GetAsync(string path) => await ReadAsync(await http.GetAsync(path));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static async Task<RestAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            JsonNode? json = null;
            if (response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json")
                json = JsonNode.Parse(text);
            return new RestAnswer(
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                text,
                json,
                response.Headers.Location
            );
        }
    }
}

/// <summary>What came back.</summary>
public sealed record RestAnswer(HttpStatusCode Status, string? Type, string Text, JsonNode? Json, Uri? Location)
{
    /// <summary>A text of the answer.</summary>
    public string this[string name] => Json![name]!.ToString();

    public string Outcome => this["outcome"];

    /// <summary>The rules that refused: "R14 occupied".</summary>
    public IReadOnlyList<string> Rules => [.. Json!["refusals"]!.AsArray().Select(r => $"{r!["rule"]} {r["variant"]}")];

    /// <summary>The sentences of the refusals.</summary>
    public IReadOnlyList<string> Sentences => [.. Json!["refusals"]!.AsArray().Select(r => r!["sentence"]!.ToString())];

    /// <summary>The identifier of the last thing of a kind that the answer is about.</summary>
    public Guid Made(string kind) =>
        Json!["about"]!.AsArray().Last(a => a!["kind"]!.ToString() == kind)!["id"]!.GetValue<Guid>();

    /// <summary>The types of the facts.</summary>
    public IReadOnlyList<string> Facts => [.. Json!["facts"]!.AsArray().Select(f => f!["type"]!.ToString())];

    /// <summary>Fails the test unless it was accepted.</summary>
    public RestAnswer Accepted()
    {
        Assert.True(Status == HttpStatusCode.OK && Outcome == "accepted", $"{Status} {Text}");
        return this;
    }

    /// <summary>Fails the test unless it was refused by this rule, among others or alone.</summary>
    public RestAnswer Refused(string rule)
    {
        Assert.True(Status == HttpStatusCode.OK && Outcome == "refused", $"{Status} {Text}");
        Assert.Contains(rule, Rules);
        Assert.Empty(Json!["facts"]!.AsArray());
        Assert.All(Sentences, s => Assert.True(s.Length > 10, s));
        return this;
    }

    /// <summary>Fails the test unless it waits for a second scan.</summary>
    public RestAnswer Expecting()
    {
        Assert.True(Status == HttpStatusCode.OK && Outcome == "expecting", $"{Status} {Text}");
        return this;
    }

    /// <summary>Fails the test unless it is problem+json of this status with one sentence.</summary>
    public RestAnswer Problem(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {status}, was {Status}: {Text}");
        Assert.Null(Location);
        Assert.True(Type == "application/problem+json", $"{Status} is {Type ?? "without a body"}: {Text}");
        Assert.True(this["title"].Length > 10, Text);
        Assert.DoesNotContain("Exception", Text);
        Assert.DoesNotContain("   at ", Text);
        return this;
    }
}
