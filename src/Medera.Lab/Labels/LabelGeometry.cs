namespace Medera.Lab.Labels;

/// <summary>Whether the elements of a template lie on the label and beside each other, whatever is filled in.</summary>
internal static class LabelGeometry
{
    public static IEnumerable<LabelProblem> Problems(LabelTemplate template) =>
        Outside(template).Concat(Overlaps(template));

    private static IEnumerable<LabelProblem> Outside(LabelTemplate template) =>
        from element in template.Elements
        let place = element.Place
        where place.X < 0 || place.Y < 0 || place.Right > template.Width || place.Bottom > template.Height
        select LabelProblem.Create(
            "outside",
            element.Name,
            ("left", place.X),
            ("right", place.Right),
            ("top", place.Y),
            ("bottom", place.Bottom),
            ("width", template.Width),
            ("height", template.Height)
        );

    private static IEnumerable<LabelProblem> Overlaps(LabelTemplate template)
    {
        for (var one = 0; one < template.Elements.Count; one++)
        {
            for (var other = one + 1; other < template.Elements.Count; other++)
            {
                if (Overlap(template.Elements[one], template.Elements[other]))
                    yield return LabelProblem.Create(
                        "overlap",
                        template.Elements[one].Name,
                        ("other", template.Elements[other].Name)
                    );
            }
        }
    }

    private static bool Overlap(LabelElement one, LabelElement other) =>
        one.Occupied.Any(a => other.Occupied.Any(a.Overlaps));
}
