namespace Medera.Lab.Web.Desk;

/// <summary>What an attempt was about, for the answer and for the timelines. A wearer who is not the product's patient is left out: no mismatch names another.</summary>
internal static class AboutThings
{
    public static IReadOnlyList<AboutThing> List(CaseFile file) => List(file, itemized: true);

    /// <summary>
    /// The same without the containers whose labels are printed and the lots of a tray: those are told in several events, and each is
    /// about its own, and not about those of the others.
    /// </summary>
    public static IReadOnlyList<AboutThing> WithoutItemized(CaseFile file) => List(file, itemized: false);

    private static IReadOnlyList<AboutThing> List(CaseFile file, bool itemized)
    {
        var things = new List<AboutThing>();
        if (file.Batch is { } batch)
            things.Add(Thing(batch));
        if (itemized || file.Wanted is not PrintLabels)
            things.AddRange(file.Taken.Select(Thing));
        if (file.Position is { } position)
            things.Add(Thing(position));
        things.AddRange(
            Named.Every<EquipmentCode>(file.Wanted).Select(code => file.Lives.Find(code)).OfType<Piece>().Select(Thing)
        );
        if (file.Subject is { } subject && (file.Wearer is not { } wearer || wearer.Id == subject.Id))
            things.Add(Thing(subject));
        if (file.Label is { } label)
            things.Add(Thing(label));
        if (file.Label is not null && file.Container is { } labelled)
            things.Add(Thing(labelled));
        if (file.Template is { } template)
            things.Add(Thing(template));
        if (file.Material is { } lot)
            things.Add(Thing(lot));
        if (file.Tray is { } tray)
            things.Add(Thing(tray));
        if (itemized)
            things.AddRange(file.OnTray.Select(Thing));
        if (file.Plan is { } plan && file.Container is null)
            things.Add(Thing(plan));
        return things;
    }

    /// <summary>The same, with what came to life, in the order in which it was made.</summary>
    public static IReadOnlyList<AboutThing> After(CaseFile file, Lives after) =>
        [
            .. List(file)
                .Concat(
                    after
                        .Since(file.Lives)
                        .Added.Where(made => made.Called is not null && Things.All[made.GetType()].Announced)
                        .OrderBy(made => ((ITypedId)made.Key).Value)
                        .Select(Thing)
                )
                .DistinctBy(thing => thing.Id),
        ];

    /// <summary>A thing as an answer names it.</summary>
    public static AboutThing Thing(IThing thing) =>
        new(Things.All[thing.GetType()].Answered, ((ITypedId)thing.Key).Value, thing.Called ?? "");
}
