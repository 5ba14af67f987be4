namespace Medera.Lab.Labels;

/// <summary>What the fields of a label command can be: numbers that can be drawn, names that the log may keep for ever.</summary>
internal static class LabelFields
{
    private const int MostElements = Limits.Lists.ElementsOfATemplate;
    private const decimal Longest = Limits.Numbers.LabelSide;

    /// <summary>Whether language and printer are ones that labels are laid out for.</summary>
    public static bool IsPrintable(IPrintLabels print) => print.Dpi is 203 or 300 && print.Language is "en" or "tr";

    /// <summary>Everything that keeps a content from being kept or drawn at all.</summary>
    public static IEnumerable<Broken> CheckContent(TemplateContent content) =>
        Bounds
            .Check([
                ("width", content.Width, 5, Longest),
                ("height", content.Height, 5, Longest),
                ("elements", content.Elements.Count, 1, MostElements),
                .. content.Elements.SelectMany(Lines),
            ])
            .Concat(content.Elements.SelectMany(Texts))
            .Concat(content.Elements.SelectMany(Missing))
            .Distinct();

    /// <summary>Language and printer are ones that labels are laid out for, and there is a label to print, and not too many.</summary>
    public static IEnumerable<Broken> CheckPrint(IPrintLabels wanted)
    {
        if (wanted.Dpi is not (203 or 300))
            yield return DeskRules.Incomplete.Broken("field", ("field", "dpi"));
        if (wanted.Language is not ("en" or "tr"))
            yield return DeskRules.Incomplete.Broken("field", ("field", "language"));
        foreach (
            var broken in Bounds.Check([
                (wanted is PrintThingLabels ? "codes" : "containers", wanted.Makes(), 1, LabelFilling.MostLabels),
            ])
        )
            yield return broken;
    }

    private static IEnumerable<(string Field, decimal Value, decimal Least, decimal Most)> Lines(
        TemplateElement element
    )
    {
        // What lies outside the label is the check's to tell, with its figures.
        yield return ("x", element.X, -Longest, Longest);
        yield return ("y", element.Y, -Longest, Longest);
        yield return ("width", element.Width, 0.1m, Longest);
        yield return ("height", element.Height, 0.1m, Longest);
        if (
            element.Kind is ElementKind.Text or ElementKind.RouteMark or ElementKind.Statements or ElementKind.Biohazard
        )
            yield return ("points", element.Points ?? 0, 3, 100);
        if (element.Kind == ElementKind.Code)
        {
            yield return ("dots203", element.Dots203 ?? 0, 1, 60);
            yield return ("dots300", element.Dots300 ?? 0, 1, 60);
        }
        if (element.Kind == ElementKind.Frame)
            yield return ("thickness", element.Thickness ?? 0, 0.1m, 10);
    }

    private static IEnumerable<Broken> Texts(TemplateElement element) =>
        from text in new[]
        {
            (Field: "name", Value: element.Name),
            (Field: "caption", Value: element.CaptionEn),
            (Field: "caption", Value: element.CaptionTr),
        }
        where text.Value is not null && !CodeTextRules.IsTitle(text.Value)
        select DeskRules.Incomplete.Broken("title", ("field", text.Field), ("most", CodeTextRules.Longest));

    private static IEnumerable<Broken> Missing(TemplateElement element)
    {
        if (element.Kind == ElementKind.Text && element is { Field: null, CaptionEn: null, CaptionTr: null })
            yield return DeskRules.Incomplete.Broken("field", ("field", "caption"));
        if (element.Kind == ElementKind.Code && element.Symbology is null)
            yield return DeskRules.Incomplete.Broken("field", ("field", "symbology"));
        if (element.Kind == ElementKind.RouteMark && element.Route is null)
            yield return DeskRules.Incomplete.Broken("field", ("field", "route"));
    }
}
