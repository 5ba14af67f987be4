using Medera.Lab.Batches;
using Medera.Lab.Custody;
using Medera.Lab.Labels;
using Medera.Lab.QualityControl;

namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    /// <summary>How many labels one event names: with their containers they stay below what an event may be about.</summary>
    private const int LabelsOfOneFact = 150;

    private static IReadOnlyList<Fact> OfLabels(CaseFile file, LabelCommand wanted)
    {
        switch (wanted)
        {
            case LabelCommand.DraftTemplate c:
                var last = file
                    .Lives.Templates.Values.Where(t => t.Name == c.Name)
                    .Select(t => t.Edition)
                    .DefaultIfEmpty()
                    .Max();
                return [new TemplateFact.Drafted(new LabelTemplateId(file.Now.Id(0)), c.Name, last + 1, c.Content)];
            case LabelCommand.ChangeDraft c:
                return [new TemplateFact.DraftChanged(c.Template, c.Content)];
            case LabelCommand.ApproveTemplate c:
                return
                [
                    .. InForce(file).Select(t => new TemplateFact.Retired(t.Id, c.Template)),
                    new TemplateFact.Approved(c.Template),
                ];
            case LabelCommand.RetireTemplate c:
                return [new TemplateFact.Retired(c.Template, null)];
            case LabelCommand.Print c:
                return OfPrint(file, c);
            case LabelCommand.PrintThing c:
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
                        .Select(t => new ThingLabelFact.Printed(
                            t.Id,
                            t.Code,
                            c.Template,
                            t.Thing!.Value.Kind,
                            t.Thing.Value.Words
                        )),
                ];
            case LabelCommand.Reprint c:
                return OfReprint(file, c);
            case LabelCommand.Apply:
                return OfLabel(file, (batch, label, container) => new LabelFact.ScannedBack(batch, label, container));
            case LabelCommand.Void:
                return OfLabel(file, (batch, label, container) => new LabelFact.Voided(batch, label, container));
            case LabelCommand.Destroy:
                return OfLabel(
                    file,
                    (batch, label, container) => new LabelFact.PaperDestroyed(batch, label, container)
                );
            case LabelCommand.Reconcile c:
                return [new LabelFact.Reconciled(c.Batch, file.TheBatch.Labels.Issued, c.Applied, c.Destroyed)];
            case LabelCommand.Settle c:
                var counts = file.TheBatch.Labels;
                return
                [
                    new LabelFact.Settled(
                        c.Batch,
                        counts.Issued,
                        counts.Applied,
                        counts.Destroyed,
                        c.Applied,
                        c.Destroyed
                    ),
                    new QualityFact.DeviationOpened(
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

    private static IReadOnlyList<Fact> OfPrint(CaseFile file, LabelCommand.Print wanted)
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
                        .Select(some => new LabelFact.Printed(
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

    private static IReadOnlyList<Fact> OfReprint(CaseFile file, LabelCommand.Reprint wanted)
    {
        if (file.TheLabel is not { Batch: { } batch, Container: { } } || file.Container is not { } container)
            return [];
        var means = file.TheMeans;
        return
        [
            new LabelFact.Voided(batch, wanted.Label, container.Id),
            new LabelFact.Reprinted(
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
