namespace Medera.Lab.Web.Api;

/// <summary>Where a page of a list goes on, and other short texts in an address, as a partner sent them.</summary>
internal static class PageKey
{
    /// <summary>The key of a page; null where none was sent.</summary>
    /// <exception cref="BadRequest">It is no key.</exception>
    public static Guid? Read(string? after) =>
        after is null ? null
        : Guid.TryParse(after, out var key) ? key
        : throw new BadRequest("The key of the page is none.");

    /// <summary>The text as it came.</summary>
    /// <exception cref="BadRequest">The database would not take it, or it is longer than any key.</exception>
    public static string? Checked(string? text) =>
        text is not null && (text.Contains('\0', StringComparison.Ordinal) || text.Length > Limits.Texts.PageKey)
            ? throw new BadRequest("The key of the page is none.")
            : text;
}
