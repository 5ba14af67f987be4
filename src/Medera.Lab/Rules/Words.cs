using System.Globalization;
using System.Reflection;

namespace Medera.Lab.Rules;

/// <summary>
/// The readers' words for the codes that the log and the rules speak in: members of enums as they are written in code,
/// reasons, verbs of commands, names of their fields, meanings of signatures. Lower case, to stand within a sentence; names
/// of fields and verbs as they stand on a form.
/// </summary>
public static class Words
{
    // Values of these names are somebody's own text, however much they look like a code of ours.
    private static readonly HashSet<string> Own = new(DeclaredWords.OwnTexts, StringComparer.Ordinal)
    {
        "value",
        "test",
        "code",
        "codes",
        "path",
        "name",
        "number",
        "occupant",
        "room",
        "tank",
        "rack",
        "userName",
        "product",
        "coi",
        "wristband",
        "form",
        "language",
        "rule",
        "rules",
        "element",
        "other",
        "letters",
        "statement",
        "scanned",
        "printed",
        "serial",
        "article",
        "supplier",
        "lot",
        "gtin",
        "certificate",
    };

    private static readonly Dictionary<string, LocalizedText> All = Named(
        StateWords.States(),
        FindingWords.All(),
        StateWords.Reasons(),
        [
            .. FactNames
                .All.Select(f => (f.Name.Name, f.Type.GetCustomAttribute<ClaimAttribute>()?.Words))
                .Where(claim => claim.Words is not null)
                .Select(claim => (claim.Name, claim.Words!.En, claim.Words.Tr)),
        ],
        FieldWords.Fields(),
        FieldWords.Contents(),
        FieldWords.Meanings(),
        DeclaredWords.All,
        [
            .. Custody
                .Things.All.Values.Where(d => d.Code is not null)
                .Select(d => (d.Code.ToString()!, d.CodeWord.En, d.CodeWord.Tr)),
        ]
    );

    /// <summary>Every code that has words.</summary>
    public static IEnumerable<string> Codes => All.Keys;

    /// <summary>Whether there are words for a code.</summary>
    public static bool Has(string code) => All.ContainsKey(code);

    /// <summary>The words for a code; for several codes with commas between them, each one's; for anything else the code itself.</summary>
    /// <param name="language">Turkish for "tr…", English else.</param>
    public static string Word(string code, string language)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (All.TryGetValue(code, out var say))
            return say.In(language);

        // Values of a flags enum come as "Technician, Qc".
        var several = code.Split(", ");
        return several.Length > 1 && several.All(Has)
            ? string.Join(", ", several.Select(one => All[one].In(language)))
            : code;
    }

    /// <summary>
    /// How values are shown in sentences, where a page has nothing better: codes in words, instants as the page writes them,
    /// identifiers by the name that the page knows. Texts that people gave stay as they are.
    /// </summary>
    /// <param name="instant">Writes an instant in the reader's time zone and form.</param>
    /// <param name="named">The name of an identifier: a batch's number, a container's code, an account's name. Null: none is known.</param>
    public static Func<string, string, string> Writer(
        string language,
        Func<DateTimeOffset, string> instant,
        Func<Guid, string?>? named = null
    )
    {
        ArgumentNullException.ThrowIfNull(instant);
        return (name, text) =>
            Guid.TryParseExact(text, "D", out var id) ? named?.Invoke(id) ?? text
            : Own.Contains(name) ? text
            : IsInstant(text, out var at) ? instant(at)
            : Word(text, language);
    }

    // As Values.Text writes them.
    private static bool IsInstant(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out at
        );

    private static Dictionary<string, LocalizedText> Named(params (string Code, string En, string Tr)[][] families) =>
        families
            .SelectMany(family => family)
            .ToDictionary(w => w.Code, w => new LocalizedText(w.En, w.Tr), StringComparer.Ordinal);
}
