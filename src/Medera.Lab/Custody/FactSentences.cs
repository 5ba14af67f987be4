using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Medera.Lab.Custody;

/// <summary>
/// What happened, in a sentence for timelines and audit pages. Made from the fact alone, so it can hold nothing personal;
/// the log keeps the fact and never the sentence.
/// </summary>
public static partial class FactSentences
{
    /// <summary>Up to so many things of a list are named one by one.</summary>
    public const int MostNamed = Limits.Lists.NamedInASentence;

    private const string NotGiven = "–";

    private static readonly Dictionary<Type, LocalizedText> All = FactNames.All.ToDictionary(
        f => f.Type,
        f =>
            f.Type.GetCustomAttribute<SaidAttribute>()?.Sentence
            ?? throw new InvalidOperationException($"{f.Type.Name} has no sentence: [Said(en, tr)].")
    );

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The sentence of a kind of fact, with its values in braces; null for a kind that has none.</summary>
    public static LocalizedText? For(Type fact) => All.GetValueOrDefault(fact);

    /// <summary>The sentence of a fact.</summary>
    /// <param name="language">Turkish for "tr…", English else.</param>
    /// <param name="shown">
    /// Turns a value into the reader's words; gets the value's name as a form names it, and its invariant text. Identifiers come
    /// as GUIDs: <see cref="Words.Writer"/> with the page's own names puts batch numbers and container codes in their place.
    /// </param>
    public static string Sentence(Fact fact, string language, Func<string, string, string> shown)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var told = All[fact.GetType()].In(language);
        var (asked, values) = (
            Values.NamesIn(told).ToHashSet(StringComparer.Ordinal),
            new Dictionary<string, string>()
        );
        foreach (var property in PropertiesOf(fact.GetType()))
        {
            var name = NameOf(property);
            if (!asked.Contains(name))
                continue;
            values[name] = TextOf(name, property.GetValue(fact), shown);
        }

        var sentence = Optional()
            .Replace(
                told,
                part =>
                    Values.NamesIn(part.Value).All(name => values[name] != NotGiven) ? part.Groups["part"].Value : ""
            );
        return Values.Fill(sentence, values, shown);
    }

    /// <summary>The names that a sentence of this kind of fact may use.</summary>
    public static IReadOnlyList<string> NamesOf(Type fact) => [.. PropertiesOf(fact).Select(NameOf)];

    private static string TextOf(string name, object? value, Func<string, string, string> shown) =>
        value switch
        {
            null => NotGiven,
            string text => text,
            IEnumerable list => TextOfMany(name, [.. list.Cast<object>()], shown),
            _ => Values.Text(value),
        };

    // "500", or of a few "2 (MLV…, MLV…)". Identifiers are named only where the page knows their names.
    private static string TextOfMany(string name, IReadOnlyList<object> many, Func<string, string, string> shown)
    {
        var count = many.Count.ToString(CultureInfo.InvariantCulture);
        if (many.Count is 0 or > MostNamed)
            return count;
        var named = many.Select(one =>
                one switch
                {
                    NewContainer container => container.Code,
                    PrintedLabel label => label.Code,
                    RefusedRule refused => refused.Rule,
                    string text => text,
                    ITypedId
                    or Guid when Values.Text(one) is var text && shown(name, text) is var found && found != text =>
                        found,
                    // Known by their number alone: a donor's results are told without an outcome, sessions with their plan.
                    ITypedId or Guid or DonorResult or Session => null,
                    _ => throw new UnreachableException($"Nobody knows how a {one.GetType().Name} is called."),
                }
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Contains(null) ? count : $"{count} ({string.Join(", ", named)})";
    }

    private static PropertyInfo[] PropertiesOf(Type fact) =>
        Known.GetOrAdd(
            fact,
            type =>
                [
                    .. type.GetConstructors()
                        .OrderByDescending(c => c.GetParameters().Length)
                        .First()
                        .GetParameters()
                        .Select(p => type.GetProperty(p.Name!)!),
                ]
        );

    // [; from the tray {tray}] is said where there is one.
    [GeneratedRegex(@"\[(?<part>[^\[\]]*)\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Optional();

    private static string NameOf(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
