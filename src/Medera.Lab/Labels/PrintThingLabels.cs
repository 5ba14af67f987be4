namespace Medera.Lab.Labels;

/// <summary>One label for each position, box, station, piece of equipment, badge or command card named: counted, and not reconciled.</summary>
[Act(
    "label.print-thing",
    Roles.Technician | Roles.Administrator,
    "Print labels for places, equipment and cards",
    "Konum, cihaz ve kart etiketi bas",
    Offline.Decided
)]
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
[Said("Label printed for {code} ({kind}, {template}).", "{code} için etiket basıldı ({kind}, {template}).")]
public sealed record ThingLabelPrinted(
    LabelId Label,
    string Code,
    LabelTemplateId Template,
    LabelKind Kind,
    LabelWords Words
) : ThingLabelFact(Label);
