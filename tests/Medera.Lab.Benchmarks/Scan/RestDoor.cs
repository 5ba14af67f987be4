using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web;
using Medera.Lab.Web.Access;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>The REST door of a laboratory with its demonstration, as a partner's program uses it.</summary>
internal sealed class RestDoor(HttpClient http)
{
    /// <summary>A door with a technician's token.</summary>
    public static async Task<RestDoor> OpenAsync(Uri address, string user, CancellationToken cancel)
    {
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan })
        {
            BaseAddress = address,
        };
        var answer = await http.PostAsJsonAsync(
            "/api/v1/session",
            new { user, password = PasswordCheck.Demonstration },
            cancel
        );
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            session.GetProperty("token").GetString()
        );
        return new RestDoor(http);
    }

    /// <summary>The same client at another address, with the same headers.</summary>
    public RestDoor At(Uri address)
    {
        var other = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        other.DefaultRequestHeaders.Authorization = http.DefaultRequestHeaders.Authorization;
        return new RestDoor(other);
    }

    /// <summary>One scan; the answer's JSON.</summary>
    public async Task<string> ScanAsync(string path, string code, string station, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync(
            path,
            new
            {
                id = Ids.New(),
                text = code,
                station,
                source = "wedge",
                clientAt = TimeProvider.System.GetUtcNow(),
            },
            cancel
        );
        var said = await answer.Content.ReadAsStringAsync(cancel);
        return answer.IsSuccessStatusCode
            ? said
            : throw new BenchmarkCannotRun($"A scan was answered with {(int)answer.StatusCode}: {said}");
    }

    /// <summary>A stored vial of each batch that has one.</summary>
    public async Task<IReadOnlyList<string>> StoredVialsAsync(CancellationToken cancel)
    {
        var vials = new List<string>();
        var after = "";
        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/batches{after}", cancel);
            foreach (var line in page.GetProperty("items").EnumerateArray())
            {
                var batch = await http.GetFromJsonAsync<JsonElement>(
                    $"/api/v1/batches/{line.GetProperty("id").GetString()}",
                    cancel
                );
                var stored = batch
                    .GetProperty("containers")
                    .EnumerateArray()
                    .FirstOrDefault(c => c.GetProperty("state").GetString() == "Stored");
                if (stored.ValueKind == JsonValueKind.Object)
                    vials.Add(stored.GetProperty("code").GetString()!);
            }

            after = page.GetProperty("next").GetString() is { } next ? $"?after={Uri.EscapeDataString(next)}" : "";
        } while (after.Length > 0);
        return vials;
    }

    /// <summary>Pairings of vials that may be moved, one a client: of as many batches as there are, for vials of one batch wait for each other.</summary>
    public async Task<IReadOnlyList<Pairing>> PairingsAsync(int count, string station, CancellationToken cancel)
    {
        var able = new List<Pairing>();
        var vials = await StoredVialsAsync(cancel);
        foreach (var vial in vials)
        {
            var (here, there) = Pairing.Places(able.Count);
            var pairing = new Pairing(vial, here, there);
            await ScanAsync("/api/v1/scans", pairing.Next(), station, cancel);
            if (OutcomeOf(await ScanAsync("/api/v1/scans", pairing.Next(), station, cancel)) == "accepted")
                able.Add(pairing);
            if (able.Count == count)
                return able;
        }

        throw new BenchmarkCannotRun(
            $"The demonstration has {able.Count} batches with a vial that can be moved, and {count} are wanted."
        );
    }

    public static string? OutcomeOf(string answer) =>
        JsonDocument.Parse(answer).RootElement.GetProperty("outcome").GetString();
}
