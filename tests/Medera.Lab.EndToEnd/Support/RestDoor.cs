using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>The REST door: for what has no screen yet, and for looking at what a screen did.</summary>
public sealed class RestDoor(HttpClient client) : IDisposable
{
    /// <summary>Sends a command and expects it to be accepted.</summary>
    public async Task<JsonElement> DoAsync(string command, object fields, string station = "bench-1")
    {
        var answer = await TryAsync(command, fields, station);
        Assert.True(answer.GetProperty("outcome").GetString() == "accepted", answer.ToString());
        return answer;
    }

    /// <summary>Signs the token out.</summary>
    public async Task EndAsync() => (await client.DeleteAsync("/api/v1/session")).EnsureSuccessStatusCode();

    /// <summary>Sends a command and gives the answer, whatever it is.</summary>
    public async Task<JsonElement> TryAsync(string command, object fields, string station = "bench-1")
    {
        var body = JsonSerializer.SerializeToNode(fields)!.AsObject();
        body["id"] = NewId();
        body["station"] = station;
        body["password"] ??= "demonstration-laboratory";
        using var response = await client.PostAsJsonAsync($"/api/v1/commands/{command}", body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Scans a text at a station.</summary>
    public async Task<JsonElement> ScanAsync(string text, string station)
    {
        using var response = await client.PostAsJsonAsync(
            "/api/v1/scans",
            new JsonObject
            {
                ["id"] = NewId(),
                ["text"] = text,
                ["station"] = station,
                ["source"] = "wedge",
            }
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Reads something.</summary>
    public Task<JsonElement> GetAsync(string path) => client.GetFromJsonAsync<JsonElement>($"/api/v1/{path}");

    /// <summary>Reads a file.</summary>
    public Task<byte[]> BytesAsync(string path) =>
        client.GetByteArrayAsync(new Uri($"/api/v1/{path}", UriKind.Relative));

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>The identifier of the last thing of a kind that an answer is about.</summary>
    public static Guid Made(JsonElement answer, string kind) =>
        answer
            .GetProperty("about")
            .EnumerateArray()
            .Last(a => a.GetProperty("kind").GetString() == kind)
            .GetProperty("id")
            .GetGuid();

#pragma warning disable RS0030 // A client makes the identifiers of its own requests.
    private static string NewId() => Guid.CreateVersion7().ToString();
#pragma warning restore RS0030
}
