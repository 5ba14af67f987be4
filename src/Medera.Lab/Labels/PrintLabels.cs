namespace Medera.Lab.Labels;

/// <summary>One label for each container named.</summary>
[Act("label.print", Roles.Technician, "Print labels", "Etiket bas", Offline.Decided)]
public sealed record PrintLabels(
    BatchId Batch,
    IReadOnlyList<string> Containers,
    LabelTemplateId Template,
    [property: CodeText] string Language,
    int Dpi,
    KeptAt? Storage
) : LabelAct, INameBatch, INameContainers, IPrintLabels
{
    /// <inheritdoc/>
    public IEnumerable<string> Taken => Containers;

    int IPrintLabels.Count => Containers.Count;
}

/// <param name="Words">What all these labels say alike.</param>
[FactName("label.printed")]
[Said("Labels printed ({kind}, {template}): {labels}.", "Etiket basıldı ({kind}, {template}): {labels}.")]
public sealed record LabelsPrinted(
    BatchId Batch,
    LabelTemplateId Template,
    LabelKind Kind,
    LabelWords Words,
    IReadOnlyList<PrintedLabel> Labels
) : LabelFact(Batch);
