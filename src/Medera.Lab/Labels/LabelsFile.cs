using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the case file and the lives about labels and their templates.</summary>
public static class LabelsFile
{
    extension(Lives lives)
    {
        /// <summary>Every version of a label template.</summary>
        public ImmutableDictionary<LabelTemplateId, TemplateVersion> Templates =>
            lives.Of<LabelTemplateId, TemplateVersion>();

        /// <summary>Every printed label.</summary>
        public ImmutableDictionary<LabelId, Label> Labels => lives.Of<LabelId, Label>();
    }

    extension(CaseFile file)
    {
        /// <summary>The version of a label template that the command names.</summary>
        public TemplateVersion? Template =>
            file.Wanted is INameTemplate designed ? file.Lives.Templates.GetValueOrDefault(designed.Template) : null;

        /// <summary>The same, where it is needed.</summary>
        public TemplateVersion TheTemplate => file.Template ?? throw new MissingPartException("label template");

        /// <summary>The label that the command names.</summary>
        public Label? Label =>
            file.Wanted is INameLabel printed ? file.Lives.Labels.GetValueOrDefault(printed.Label) : null;

        /// <summary>The same, where it is needed.</summary>
        public Label TheLabel => file.Label ?? throw new MissingPartException("label");

        /// <summary>What labels of the batch say of its donor; null: nothing.</summary>
        internal DonorWords? DonorOnLabels =>
            LabelFilling.DonorOf(file.TheBatch.Origin, file.Donor, file.TheProtocol.Content);

        /// <summary>What happens to a label of a batch; nothing, where the label belongs to none: a rule says so.</summary>
        internal IReadOnlyList<Fact> OfLabel(Func<BatchId, LabelId, ContainerId, Fact> fact) =>
            file.TheLabel is { Batch: { } batch, Container: { } container, Id: var id }
                ? [fact(batch, id, container)]
                : [];
    }
}
