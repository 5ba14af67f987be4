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
    [property: CodesOfAnyKind] IReadOnlyList<string> Codes,
    LabelTemplateId Template,
    [property: CodeText] string Language,
    int Dpi
) : LabelAct, IPrintLabels
{
    /// <summary>What is printed says whose it is.</summary>
    public override Needs Needs() => Deciding.Needs.Everyone;

    /// <inheritdoc/>
    public override int Makes() => Codes.Count;

    /// <summary>What a code names nothing for is rule R13's to tell.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            .. Codes
                .Select(
                    (code, i) =>
                        (
                            Code: code,
                            Id: new LabelId(file.Now.Id(i)),
                            Thing: LabelFilling.FillThing(file.Lives, code, this, file.TheMeans)
                        )
                )
                .Where(t => t.Thing is not null)
                .Select(t => new ThingLabelPrinted(t.Id, t.Code, Template, t.Thing!.Value.Kind, t.Thing.Value.Words)),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => LabelFields.CheckPrint(this);
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
