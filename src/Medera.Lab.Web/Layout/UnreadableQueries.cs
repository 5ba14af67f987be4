using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Medera.Lab.Web.Layout;

/// <summary>
/// A page's address may carry what no page can read: "batch=x" where an identifier is asked, cut off or typed by hand. The page is opened
/// without it; else the framework would end the request with a fault.
/// </summary>
internal static class UnreadableQueries
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Type Kind)>> Known = new();

    public static void LeaveOutUnreadableQueries(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var wrong = Wrong(http);
                if (wrong.Count == 0)
                {
                    await next(http);
                    return;
                }
                var rest = http
                    .Request.Query.Where(q => !wrong.Contains(q.Key))
                    .SelectMany(q => q.Value.Select(value => KeyValuePair.Create(q.Key, value)));
                http.Response.Redirect($"{http.Request.PathBase}{http.Request.Path}{QueryString.Create(rest)}");
            }
        );

    private static HashSet<string> Wrong(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.Request.Query.Count > 0
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page }
            ? Known
                .GetOrAdd(page, Asked)
                .Where(asked => http.Request.Query[asked.Name].Any(value => !IsReadable(value, asked.Kind)))
                .Select(asked => asked.Name)
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];

    // What the page asks itself, and what the parts that pages are made of ask.
    private static IReadOnlyList<(string, Type)> Asked(Type page) => [.. Of(page), .. AskedByParts.Value];

    private static readonly Lazy<IReadOnlyList<(string, Type)>> AskedByParts = new(() =>
        [
            .. typeof(UnreadableQueries)
                .Assembly.GetTypes()
                .Where(part => part.IsAssignableTo(typeof(IComponent)) && !part.IsDefined(typeof(RouteAttribute)))
                .SelectMany(Of),
        ]
    );

    // A page may stand on another one, whose own properties its type does not list.
    private static IEnumerable<(string, Type)> Of(Type component)
    {
        const BindingFlags Own =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = component; type is not null; type = type.BaseType)
            foreach (var property in type.GetProperties(Own))
                if (property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } from)
                    yield return (
                        from.Name ?? property.Name,
                        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
                    );
    }

    // What holds a NUL no database takes, and nobody types. As the framework reads them: another kind is another line here.
    private static bool IsReadable(string? value, Type kind) =>
        value?.Contains('\0', StringComparison.Ordinal) != true
        && (
            kind == typeof(string) ? true
            : kind == typeof(Guid) ? Guid.TryParse(value, out _)
            : kind == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            : kind == typeof(bool) ? bool.TryParse(value, out _)
            : throw new UnreachableException($"Nobody knows how a {kind.Name} is read from an address.")
        );
}
