using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Labels;

/// <summary>What the parts of a template are called on its page, and how its numbers are typed.</summary>
internal static class TemplateWords
{
    public static string Name(ElementKind kind, IStringLocalizer<Texts> T) =>
        kind switch
        {
            ElementKind.Text => T["Labels.KindText"],
            ElementKind.Code => T["Labels.KindCode"],
            ElementKind.Frame => T["Labels.KindFrame"],
            ElementKind.Line => T["Labels.KindLine"],
            ElementKind.RouteMark => T["Labels.KindRoute"],
            ElementKind.Stripes => T["Labels.KindStripes"],
            ElementKind.Statements => T["Labels.KindStatements"],
            ElementKind.Biohazard => T["Labels.KindBiohazard"],
            _ => throw new UnreachableException($"Nobody knows what a {kind} is called."),
        };

    public static string Name(LabelField field, IStringLocalizer<Texts> T) =>
        field switch
        {
            LabelField.Code => T["Labels.FieldCode"],
            LabelField.Batch => T["Labels.FieldBatch"],
            LabelField.Product => T["Labels.FieldProduct"],
            LabelField.Contents => T["Labels.FieldContents"],
            LabelField.Subject => T["Labels.FieldSubject"],
            LabelField.Filled => T["Labels.FieldFilled"],
            LabelField.Expiry => T["Labels.FieldExpiry"],
            LabelField.Storage => T["Labels.FieldStorage"],
            LabelField.Title => T["Labels.FieldTitle"],
            LabelField.Detail => T["Labels.FieldDetail"],
            _ => throw new UnreachableException($"Nobody knows what a {field} is called."),
        };

    /// <summary>What an element shows, in a line.</summary>
    public static string Shows(TemplateElement e, IStringLocalizer<Texts> T)
    {
        var caption =
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "tr"
                ? e.CaptionTr ?? e.CaptionEn
                : e.CaptionEn ?? e.CaptionTr;
        var said = new[]
        {
            caption,
            e.Field is { } field ? Name(field, T) : null,
            e.Symbology?.ToString(),
            e.Points is { } points ? $"{Typed(points)} pt" : null,
            e.Weight == Face.Bold ? T["Labels.Bold"].Value : null,
            e.Required ? T["Labels.MustBe"].Value : null,
        };
        return string.Join(" · ", said.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>A number as it stands in a field.</summary>
    public static string Typed(decimal? number) => number?.ToString("0.##", CultureInfo.CurrentCulture) ?? "";

    /// <summary>A number as somebody typed it, with a point or a comma; null: it is none.</summary>
    public static decimal? Number(string? typed) =>
        decimal.TryParse(
            typed?.Trim().Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
