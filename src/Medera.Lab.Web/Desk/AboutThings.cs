namespace Medera.Lab.Web.Desk;

/// <summary>What an attempt was about, for the answer and for the timelines. A wearer who is not the product's patient is left out: no mismatch names another.</summary>
internal static class AboutThings
{
    public static IReadOnlyList<AboutThing> Of(CaseFile file) => Of(file, itemized: true);

    /// <summary>
    /// The same without the containers whose labels are printed and the lots of a tray: those are told in several events, and each is
    /// about its own, and not about those of the others.
    /// </summary>
    public static IReadOnlyList<AboutThing> WithoutItemized(CaseFile file) => Of(file, itemized: false);

    private static IReadOnlyList<AboutThing> Of(CaseFile file, bool itemized)
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
            things.Add(new AboutThing("template", template.Id.Value, template.Name));
        if (file.Material is { } lot)
            things.Add(Thing(lot));
        if (file.Tray is { } tray)
            things.Add(Thing(tray));
        if (itemized)
            things.AddRange(file.OnTray.Select(Thing));
        if (file.Plan is { } plan && file.Container is null)
            things.Add(new AboutThing("plan", plan.Id.Value, ""));
        return things;
    }

    /// <summary>The same, with what the facts brought to life.</summary>
    public static IReadOnlyList<AboutThing> After(CaseFile file, Lives after, IReadOnlyList<Fact> facts)
    {
        var things = Of(file).ToList();
        foreach (var fact in facts)
        {
            things.AddRange(
                fact switch
                {
                    BatchPlanned f => [Thing(after.Batches[f.Batch])],
                    CollectionCompleted f => [Thing(after.Batches[f.Batch]), Thing(after.Containers[f.Container])],
                    CellsSeeded f => f.Vessels.Select(v => Thing(after.Containers[v.Id])),
                    CellsPassaged f => f.Vessels.Select(v => Thing(after.Containers[v.Id])),
                    VesselDivided f => [Thing(after.Containers[f.Vessel])],
                    ContainerRelabelled f => [Thing(after.Containers[f.Container])],
                    ContainersFilled f => f
                        .Products.Concat(f.Samples)
                        .Concat(f.Retentions)
                        .Select(c => Thing(after.Containers[c.Id])),
                    SubjectRegistered f => [Thing(after.Subjects[f.Subject])],
                    ProtocolDrafted f => [new AboutThing("protocol", f.Protocol.Value, f.Code)],
                    PlanMade f => [new AboutThing("plan", f.Plan.Value, "")],
                    BoxRegistered f => [new AboutThing("box", f.Box.Value, after.Boxes[f.Box].Path)],
                    EquipmentRegistered f => [Thing(after.Equipment[f.Equipment])],
                    TemplateDrafted f => [new AboutThing("template", f.Template.Value, f.Name)],
                    LabelsPrinted f => f.Labels.Select(l => Thing(after.Labels[l.Id])),
                    LabelReprinted f => [Thing(after.Labels[f.Label.Id])],
                    ThingLabelPrinted f => [Thing(after.Labels[f.Label])],
                    MaterialReceived f => [Thing(after.Materials[f.Material])],
                    TrayBound f => [Thing(after.Trays[f.Tray])],
                    AccountOpened f => [new AboutThing("person", f.Person.Value, f.UserName)],
                    StationRegistered f => [new AboutThing("station", f.Station.Value, f.Name)],
                    DeviationOpened f => [new AboutThing("deviation", f.Deviation.Value, f.Rule)],
                    _ => Array.Empty<AboutThing>(),
                }
            );
        }
        return [.. things.DistinctBy(t => t.Id)];
    }

    public static AboutThing Thing(Batch batch) => new("batch", batch.Id.Value, batch.Number);

    public static AboutThing Thing(Container container) => new("container", container.Id.Value, container.Code);

    public static AboutThing Thing(Label label) => new("label", label.Id.Value, label.Code);

    public static AboutThing Thing(Material lot) => new("material", lot.Id.Value, lot.Name);

    public static AboutThing Thing(Tray tray) => new("tray", tray.Id.Value, tray.Code);

    public static AboutThing Thing(Position position) => new("position", position.Id.Value, position.Path);

    public static AboutThing Thing(Box box) => new("box", box.Id.Value, box.Path);

    public static AboutThing Thing(Piece piece) => new("equipment", piece.Id.Value, piece.Name);

    public static AboutThing Thing(Subject subject) => new("subject", subject.Id.Value, subject.Code);
}
