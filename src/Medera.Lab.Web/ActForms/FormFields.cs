using System.Globalization;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.ActForms;

/// <summary>A form's fields as texts, and the way from there to a command. What cannot be read becomes a sentence beside its field.</summary>
public sealed class FormFields(Type command, IReadOnlyDictionary<string, string> given, LabTime time)
{
    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);

    /// <summary>The fields that the form asks for: what the address names already is not among them.</summary>
    public IReadOnlyList<CommandField> Asked { get; } =
    [.. CommandFields.List(command).Where(f => !given.ContainsKey(f.Name))];

    /// <summary>Everything typed or scanned so far, for the draft.</summary>
    public Dictionary<string, List<string>> Texts => texts;

    /// <summary>One text of a field.</summary>
    public string this[string name]
    {
        get => texts.GetValueOrDefault(name)?.FirstOrDefault() ?? "";
        set => texts[name] = [value];
    }

    /// <summary>The codes of a list.</summary>
    public List<string> List(string name) => texts.TryGetValue(name, out var list) ? list : texts[name] = [];

    /// <summary>Takes a draft over.</summary>
    public void Restore(Dictionary<string, List<string>> draft)
    {
        foreach (var (name, list) in draft)
            texts[name] = list;
    }

    /// <summary>The command, or what is wrong with the fields.</summary>
    public (Command? Wanted, IReadOnlyList<FormError> Errors) Read(
        Func<string, string> required,
        Func<string, string> unreadable
    )
    {
        var (body, errors) = (new JsonObject(), new List<FormError>());
        foreach (var field in CommandFields.List(command))
        {
            if (given.TryGetValue(field.Name, out var known))
            {
                body[field.Name] = known;
                continue;
            }
            if (field.Kind is "codes" or "texts")
            {
                body[field.Name] = new JsonArray([.. List(field.Name).Select(t => (JsonNode)t)]);
                continue;
            }
            var text = this[field.Name].Trim();
            if (text.Length == 0 && field.Kind != "yes-no")
            {
                if (field.Required)
                    errors.Add(new FormError(field.Name, required(field.Name)));
                continue;
            }
            if (Node(field, text) is { } node)
                body[field.Name] = node;
            else
                errors.Add(new FormError(field.Name, unreadable(field.Name)));
        }
        if (errors.Count > 0)
            return (null, errors);
        try
        {
            return (ApiJson.Command(command, body), []);
        }
        catch (BadRequest wrong)
        {
            return (null, [new FormError(Asked.Count > 0 ? Asked[0].Name : "", wrong.Message)]);
        }
    }

    /// <summary>A number is typed in the reader's habit: one comma or one point parts the decimals, nothing groups.</summary>
    private JsonNode? Node(CommandField field, string text) =>
        field.Kind switch
        {
            "yes-no" => JsonValue.Create(text == "yes"),
            "integer" when field.Unit == "µL" => Scaled(text, 1000m),
            "integer" when field.Unit == "cells" => Scaled(text, 1_000_000m),
            "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? JsonValue.Create(whole)
                : null,
            "decimal" => Decimal(text) is { } number ? JsonValue.Create(number) : null,
            "choice" or "code" or "text" or "id" => JsonValue.Create(text),
            "instant" or "day" => Instant(text),
            _ => null,
        };

    /// <summary>A browser's field knows no zone: what is typed there is the laboratory's time. One that its clocks leave out is none.</summary>
    private JsonNode? Instant(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        && DeskRules.IsOurTime(at.Year)
        && (at.Kind != DateTimeKind.Unspecified || time.Shows(at))
            ? JsonValue.Create(
                (at.Kind == DateTimeKind.Unspecified ? time.At(at) : new DateTimeOffset(at)).ToUniversalTime()
            )
            : null;

    private static JsonNode? Scaled(string text, decimal by) =>
        Decimal(text) is { } number && Math.Abs(number) < 1_000_000_000m && number * by == decimal.Truncate(number * by)
            ? JsonValue.Create((long)(number * by))
            : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>The unit that a field is typed in: millilitres and millions, where the log counts microlitres and cells.</summary>
    public static string? TypedUnit(CommandField field) =>
        field.Unit switch
        {
            "µL" => "mL",
            "cells" => "× 10⁶",
            var unit => unit,
        };
}
