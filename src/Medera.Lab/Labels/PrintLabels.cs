namespace Medera.Lab.Labels;

/// <summary>One label for each container named.</summary>
[Act("label.print", Roles.Technician, "Print labels", "Etiket bas", Offline.Decided)]
public sealed record PrintLabels(
    BatchId Batch,
    IReadOnlyList<ContainerCode> Containers,
    LabelTemplateId Template,
    [property: CodeText] string Language,
    int Dpi,
    KeptAt? Storage
) : LabelAct, INameBatch, IPrintLabels
{
    /// <summary>What is printed says whose it is.</summary>
    public override Needs Needs() => Deciding.Needs.Everyone;

    /// <inheritdoc/>
    public override int Makes() => Containers.Count;

    /// <summary>How many labels one event names: with their containers they stay below what an event may be about.</summary>
    private const int LabelsOfOneFact = Limits.Lists.LabelsOfAFact;

    /// <summary>Labels of one fact say the same but for what each says of its own container.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        if (file.Taken.Count == 0)
            return [];
        var (means, donor) = (file.TheMeans, file.DonorOnLabels);
        var labels = file.Taken.Select(
            (container, i) =>
                (
                    Container: container,
                    Label: LabelFilling.Fill(new LabelId(file.Now.Id(i)), file.TheBatch, container, means)
                )
        );
        return
        [
            .. labels
                .GroupBy(l => LabelFilling.FillBatch(file, donor, this, l.Container, Storage, means))
                .SelectMany(alike =>
                    alike
                        .Select(l => l.Label)
                        .Chunk(LabelsOfOneFact)
                        .Select(some => new LabelsPrinted(
                            file.TheBatch.Id,
                            Template,
                            file.TheTemplate.Content.Kind,
                            alike.Key,
                            some
                        ))
                ),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => LabelFields.CheckPrint(this);
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
