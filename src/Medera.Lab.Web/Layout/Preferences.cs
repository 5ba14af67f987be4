using Microsoft.AspNetCore.Localization;

namespace Medera.Lab.Web.Layout;

/// <summary>Language and theme: two cookies, set by a plain link and read by the server, so that no page flickers.</summary>
public static class Preferences
{
    public const string ThemeCookie = "theme";

    private static readonly string[] Themes = ["auto", "light", "dark"];

    /// <summary>What the cookie says, or auto: a cookie is a stranger's text and never reaches the page as it is.</summary>
    public static string Theme(HttpContext? context)
    {
        var asked = context?.Request.Cookies[ThemeCookie];
        return Themes.Contains(asked, StringComparer.Ordinal) ? asked! : Themes[0];
    }

    internal static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/language",
                (HttpContext context, string? to, string? back) =>
                {
                    if (to is not null && ShellSetup.Languages.Contains(to, StringComparer.Ordinal))
                    {
                        Keep(
                            context,
                            CookieRequestCultureProvider.DefaultCookieName,
                            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to))
                        );
                    }
                    return Results.LocalRedirect(Local(back));
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();

        endpoints
            .MapGet(
                "/theme",
                (HttpContext context, string? to, string? back) =>
                {
                    if (Themes.Contains(to, StringComparer.Ordinal))
                        Keep(context, ThemeCookie, to!);
                    return Results.LocalRedirect(Local(back));
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>The path itself where it stays in this application, otherwise the start page.</summary>
    internal static string Local(string? back) =>
        back is { Length: > 0 and <= 2000 }
        && back[0] == '/'
        && (back.Length == 1 || (back[1] != '/' && back[1] != '\\'))
        && !back.Any(char.IsControl)
            ? back
            : "/";

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
}
