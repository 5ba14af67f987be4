namespace Medera.Lab.Labels;

/// <summary>One label for each position, box, station, piece of equipment, badge or command card named: counted, and not reconciled.</summary>
[Verb("label.print-thing", Roles.Technician | Roles.Administrator)]
public sealed record PrintThingLabels(
    IReadOnlyList<string> Codes,
    LabelTemplateId Template,
    [property: CodeText] string Language,
    int Dpi
) : LabelAct, IPrintLabels
{
    int IPrintLabels.Count => Codes.Count;
}

[FactName("label.thing-printed")]
public sealed record ThingLabelPrinted(
    LabelId Label,
    string Code,
    LabelTemplateId Template,
    LabelKind Kind,
    LabelWords Words
) : ThingLabelFact(Label);
