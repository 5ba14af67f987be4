namespace Medera.Lab.Labels;

/// <summary>Prints a label anew; the old one is voided in the same act.</summary>
[Act("label.reprint", Roles.Technician, "Reprint the label", "Etiketi yeniden bas", Offline.Decided)]
public sealed record ReprintLabel(
    LabelId Label,
    LabelTemplateId Template,
    [property: CodeText] string Language,
    int Dpi,
    KeptAt? Storage,
    string Reason,
    [property: Private] string? ReasonText
) : LabelAct, INameLabel, IPrintLabels, IReasoned
{
    /// <summary>What is printed says whose it is.</summary>
    public override Needs Needs() => Deciding.Needs.Everyone;

    /// <inheritdoc/>
    public override int Makes() => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        if (file.TheLabel is not { Batch: { } batch, Container: { } } || file.Container is not { } container)
            return [];
        var means = file.TheMeans;
        return
        [
            new LabelVoided(batch, Label, container.Id),
            new LabelReprinted(
                batch,
                Label,
                Template,
                file.TheTemplate.Content.Kind,
                LabelFilling.FillBatch(file, file.DonorOnLabels, this, container, Storage, means),
                LabelFilling.Fill(new LabelId(file.Now.Id(0)), file.TheBatch, container, means)
            ),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => LabelFields.CheckPrint(this);
}

[FactName("label.reprinted")]
[Said(
    "Label reprinted ({kind}, {template}); the old one is void.",
    "Etiket yeniden basıldı ({kind}, {template}); eskisi geçersiz."
)]
public sealed record LabelReprinted(
    BatchId Batch,
    LabelId Replaces,
    LabelTemplateId Template,
    LabelKind Kind,
    LabelWords Words,
    PrintedLabel Label
) : LabelFact(Batch);
