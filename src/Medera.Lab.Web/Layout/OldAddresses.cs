using System.Text.RegularExpressions;

namespace Medera.Lab.Web.Layout;

/// <summary>
/// Addresses from before a station's word was their first part. They stand in bookmarks, in procedures and on papers; each
/// leads on to the page as it is called now, with everything behind the question mark.
/// </summary>
public static partial class OldAddresses
{
    /// <summary>What was, and what it is called now.</summary>
    public static IReadOnlyList<(string Old, string Now)> All { get; } =
    [
        ("/batches", "/processing"),
        ("/batches/{id}", "/processing/batches/{id}"),
        ("/batches/{id}/do/{verb}", "/processing/batches/{id}/do/{verb}"),
        ("/batches/{id}/timeline", "/audit/batches/{id}"),
        ("/containers/{code}", "/processing/containers/{code}"),
        ("/containers/{code}/do/{verb}", "/processing/containers/{code}/do/{verb}"),
        ("/containers/{code}/timeline", "/audit/containers/{code}"),
        ("/review", "/release"),
        ("/review/{id}", "/release/{id}"),
        ("/bedside", "/administration"),
        ("/timeline", "/audit/timeline"),
        ("/log", "/audit/log"),
        ("/log/days", "/audit/log/days"),
        ("/log/days/{day}", "/audit/log/days/{day}"),
        ("/log/event/{index}", "/audit/log/event/{index}"),
        ("/codes", "/labels/codes"),
        ("/cards", "/labels/cards"),
        ("/scanner", "/scanning"),
    ];

    /// <summary>Leads each old address on, for who is signed in. Who may see the page is asked there.</summary>
    public static void MapOldAddresses(this WebApplication app)
    {
        foreach (var (old, now) in All)
            app.MapGet(old, (HttpContext http) => Results.LocalRedirect($"~{Filled(now, http)}", permanent: true))
                .RequireAuthorization()
                .ExcludeFromDescription();
    }

    private static string Filled(string now, HttpContext http) =>
        Part().Replace(now, part => Uri.EscapeDataString($"{http.Request.RouteValues[part.Groups["name"].Value]}"))
        + http.Request.QueryString;

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Part();
}
