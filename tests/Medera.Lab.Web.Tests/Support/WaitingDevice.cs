using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>A browser that brings scans that waited: a cookie from the sign-in page, the page's own origin, and JSON.</summary>
internal sealed partial class WaitingDevice : IDisposable
{
    public const string Scans = "api/v1/offline/scans";

    private readonly HttpClient http;
    private readonly TestLaboratory lab;
    private long sequence;

    private WaitingDevice(TestLaboratory lab)
    {
        this.lab = lab;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = lab.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Origin = lab.Address.ToString().TrimEnd('/');
    }

    /// <summary>The page that the browser says it is on; null: it says none.</summary>
    public string? Origin { get; set; }

    public Guid Person { get; set; }

    public Guid Station { get; set; }

    public static async Task<WaitingDevice> SignInAsync(TestLaboratory lab, string user, string station)
    {
        var device = new WaitingDevice(lab) { Person = lab.People[user].Value, Station = lab.Stations[station].Value };
        var form = await device.http.GetStringAsync("sign-in");
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
                ["user"] = user,
                ["password"] = TestLaboratory.Password,
                ["station"] = device.Station.ToString(),
            }
        );
        using var answer = await device.http.PostAsync("sign-in", fields);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return device;
    }

    /// <summary>A device on which nobody signed in.</summary>
    public static WaitingDevice Stranger(TestLaboratory lab) => new(lab);

    /// <summary>A scan as the device keeps it: read so long ago.</summary>
    public JsonObject Scan(string text, TimeSpan ago, Guid? id = null) =>
        new()
        {
            ["id"] = id ?? Ids.New(),
            ["text"] = text,
            ["source"] = "wedge",
            ["at"] = (lab.Clock.Now - ago).ToString("O"),
            ["sequence"] = ++sequence,
            ["person"] = Person,
            ["station"] = Station,
            ["asked"] = false,
            ["discard"] = null,
        };

    /// <summary>Sends one scan.</summary>
    public async Task<RestAnswer> SendAsync(JsonNode scan)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Scans)
        {
            Content = JsonContent.Create(scan.DeepClone()),
        };
        if (Origin is not null)
            request.Headers.Add("Origin", Origin);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        return new RestAnswer(
            response.StatusCode,
            type,
            text,
            type is "application/json" or "application/problem+json" ? JsonNode.Parse(text) : null,
            response.Headers.Location
        );
    }

    /// <summary>Sends one scan that was read so long ago.</summary>
    public Task<RestAnswer> SendAsync(string text, TimeSpan ago) => SendAsync(Scan(text, ago));

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}

/// <summary>What the server says of a scan that waited.</summary>
internal static class WaitingAnswers
{
    extension(RestAnswer answer)
    {
        /// <summary>The rules that refused it.</summary>
        public IReadOnlyList<string> RefusedBy =>
            [.. answer.Json!["refusals"]!.AsArray().Select(r => r!["rule"]!.ToString())];

        /// <summary>The word by which the script knows why it was not decided.</summary>
        public string Word => $"{(int)answer.Status} {answer.Json?["word"]}";
    }
}
