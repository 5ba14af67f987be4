namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    /// <summary>How many labels one event names: with their containers they stay below what an event may be about.</summary>
    private const int LabelsOfOneFact = Limits.Lists.LabelsOfAFact;

    private static IReadOnlyList<Fact> OfLabels(CaseFile file, LabelAct wanted)
    {
        switch (wanted)
        {
            case DraftTemplate c:
                var last = file
                    .Lives.Templates.Values.Where(t => t.Name == c.Name)
                    .Select(t => t.Edition)
                    .DefaultIfEmpty()
                    .Max();
                return [new TemplateDrafted(new LabelTemplateId(file.Now.Id(0)), c.Name, last + 1, c.Content)];
            case ChangeTemplateDraft c:
                return [new TemplateDraftChanged(c.Template, c.Content)];
            case ApproveTemplate c:
                return
                [
                    .. InForce(file).Select(t => new TemplateRetired(t.Id, c.Template)),
                    new TemplateApproved(c.Template),
                ];
            case RetireTemplate c:
                return [new TemplateRetired(c.Template, null)];
            case PrintLabels c:
                return OfPrint(file, c);
            case PrintThingLabels c:
                return
                [
                    .. c
                        .Codes.Select(
                            (code, i) =>
                                (
                                    Code: code,
                                    Id: new LabelId(file.Now.Id(i)),
                                    Thing: LabelFilling.OfThing(file.Lives, code, c, file.TheMeans)
                                )
                        )
                        .Where(t => t.Thing is not null)
                        .Select(t => new ThingLabelPrinted(
                            t.Id,
                            t.Code,
                            c.Template,
                            t.Thing!.Value.Kind,
                            t.Thing.Value.Words
                        )),
                ];
            case ReprintLabel c:
                return OfReprint(file, c);
            case ApplyLabel:
                return OfLabel(file, (batch, label, container) => new LabelApplied(batch, label, container));
            case VoidLabel:
                return OfLabel(file, (batch, label, container) => new LabelVoided(batch, label, container));
            case DestroyLabel:
                return OfLabel(file, (batch, label, container) => new LabelDestroyed(batch, label, container));
            case ReconcileLabels c:
                return [new LabelsReconciled(c.Batch, file.TheBatch.Labels.Issued, c.Applied, c.Destroyed)];
            case SettleLabelCount c:
                var counts = file.TheBatch.Labels;
                return
                [
                    new LabelCountSettled(
                        c.Batch,
                        counts.Issued,
                        counts.Applied,
                        counts.Destroyed,
                        c.Applied,
                        c.Destroyed
                    ),
                    new DeviationOpened(
                        c.Batch,
                        new DeviationId(file.Now.Id(0)),
                        null,
                        Rules.LabelRules.R13.Id,
                        Critical: true
                    ),
                ];
            default:
                throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted));
        }
    }

    /// <summary>The version that is in force under the name of the one that the command is about, but for itself.</summary>
    internal static IEnumerable<TemplateVersion> InForce(CaseFile file) =>
        file.Lives.Templates.Values.Where(t =>
            t.Name == file.TheTemplate.Name && t.Id != file.TheTemplate.Id && t.State == TemplateState.Approved
        );

    private static IReadOnlyList<Fact> OfPrint(CaseFile file, PrintLabels wanted)
    {
        if (file.Taken.Count == 0)
            return [];
        var (means, donor) = (file.TheMeans, DonorOf(file));
        var labels = file.Taken.Select(
            (container, i) =>
                (
                    Container: container,
                    Label: LabelFilling.Of(new LabelId(file.Now.Id(i)), file.TheBatch, container, means)
                )
        );
        // Labels of one fact say the same but for what each says of its own container.
        return
        [
            .. labels
                .GroupBy(l => LabelFilling.OfBatch(file, donor, wanted, l.Container, wanted.Storage, means))
                .SelectMany(alike =>
                    alike
                        .Select(l => l.Label)
                        .Chunk(LabelsOfOneFact)
                        .Select(some => new LabelsPrinted(
                            file.TheBatch.Id,
                            wanted.Template,
                            file.TheTemplate.Content.Kind,
                            alike.Key,
                            some
                        ))
                ),
        ];
    }

    private static DonorWords? DonorOf(CaseFile file) =>
        LabelFilling.DonorOf(file.TheBatch.Origin, file.Donor, file.TheProtocol.Content);

    private static IReadOnlyList<Fact> OfReprint(CaseFile file, ReprintLabel wanted)
    {
        if (file.TheLabel is not { Batch: { } batch, Container: { } } || file.Container is not { } container)
            return [];
        var means = file.TheMeans;
        return
        [
            new LabelVoided(batch, wanted.Label, container.Id),
            new LabelReprinted(
                batch,
                wanted.Label,
                wanted.Template,
                file.TheTemplate.Content.Kind,
                LabelFilling.OfBatch(file, DonorOf(file), wanted, container, wanted.Storage, means),
                LabelFilling.Of(new LabelId(file.Now.Id(0)), file.TheBatch, container, means)
            ),
        ];
    }

    private static IReadOnlyList<Fact> OfLabel(CaseFile file, Func<BatchId, LabelId, ContainerId, Fact> fact) =>
        file.TheLabel is { Batch: { } batch, Container: { } container, Id: var id } ? [fact(batch, id, container)] : [];
}
