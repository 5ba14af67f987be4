using System.Globalization;
using System.Text.RegularExpressions;

namespace Medera.Lab.Rules;

/// <summary>Values of broken rules and facts as text: invariant in the log, in the reader's words on a screen.</summary>
public static partial class Values
{
    /// <summary>The invariant text of a value: instants as ISO 8601 in UTC, identifiers bare, numbers without grouping.</summary>
    public static string Text(object value) =>
        value switch
        {
            string text => text,
            DateTimeOffset at => at.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
                CultureInfo.InvariantCulture
            ),
            ITypedId id => id.Value.ToString(),
            Enum named => named.ToString(),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            ICode code => code.Text,
            bool yes => yes.ToString(),
            _ => throw new ArgumentException($"No text is given to a {value.GetType().Name}.", nameof(value)),
        };

    /// <summary>Puts values into a sentence.</summary>
    /// <param name="shown">Turns a value into the reader's words; gets the value's name and its invariant text.</param>
    public static string Fill(
        string template,
        IReadOnlyDictionary<string, string> values,
        Func<string, string, string> shown
    ) =>
        Place()
            .Replace(
                template,
                hole =>
                    values.TryGetValue(hole.Groups["name"].Value, out var text)
                        ? shown(hole.Groups["name"].Value, text)
                        : hole.Value
            );

    /// <summary>The names of the values that a sentence, or a part of one, asks for.</summary>
    public static IEnumerable<string> NamesIn(string template) =>
        Place().Matches(template).Select(hole => hole.Groups["name"].Value);

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
