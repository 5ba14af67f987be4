using System.Globalization;

namespace Medera.Lab.Verify;

/// <summary>Words of a command line: those that stand alone, and options with their values.</summary>
internal sealed class Arguments
{
    private readonly List<string> alone = [];
    private readonly List<(string Name, string Value)> options = [];
    private readonly HashSet<string> switches = new(StringComparer.Ordinal);

    /// <param name="words">The words after the command.</param>
    /// <param name="valued">Options that take a value.</param>
    /// <param name="plain">Options that take none.</param>
    /// <exception cref="Unusable">An option is not known, or its value is missing.</exception>
    public Arguments(IReadOnlyList<string> words, IReadOnlyList<string> valued, params IReadOnlyList<string> plain)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
                alone.Add(word);
            else if (plain.Contains(word, StringComparer.Ordinal))
                switches.Add(word);
            else if (!valued.Contains(word, StringComparer.Ordinal))
                throw new Unusable($"The option {word} is not known here; see medera-verify --help.");
            else if (i + 1 == words.Count)
                throw new Unusable($"The option {word} needs a value.");
            else
                options.Add((word, words[++i]));
        }
    }

    /// <summary>The one word that stands alone.</summary>
    public string Only(string what) =>
        alone.Count == 1 ? alone[0] : throw new Unusable($"Name one {what}; see medera-verify --help.");

    public bool Has(string option) => switches.Contains(option);

    public IReadOnlyList<string> All(string option) =>
        [.. options.Where(one => one.Name == option).Select(one => one.Value)];

    public string? One(string option) =>
        All(option) switch
        {
            [] => null,
            [var value] => value,
            _ => throw new Unusable($"The option {option} can be given once."),
        };

    public string Needed(string option) =>
        One(option) ?? throw new Unusable($"The option {option} is needed; see medera-verify --help.");

    /// <exception cref="Unusable">It is no whole number within these bounds.</exception>
    public int Number(string option, int otherwise, int least, int most)
    {
        if (One(option) is not { } text)
            return otherwise;
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : throw new Unusable($"The option {option} is a whole number from {least} to {most}.");
    }

    public void RequireNothingAlone()
    {
        if (alone.Count > 0)
            throw new Unusable("There is a word too many; see medera-verify --help.");
    }
}
