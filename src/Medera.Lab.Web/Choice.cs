namespace Medera.Lab.Web;

/// <summary>A choice that came as a text, from an address, a form or a partner.</summary>
internal static class Choice
{
    /// <summary>
    /// The value of a name in either case; null: it is none. A number is no name, and two names are a choice only where several may be chosen.
    /// </summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        var several = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
        IReadOnlyList<string> names = several ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
        return names.All(name => Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase))
            ? Enum.Parse<T>(text, ignoreCase: true)
            : null;
    }
}
