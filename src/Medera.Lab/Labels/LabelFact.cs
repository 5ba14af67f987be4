using Medera.Lab.Custody;

namespace Medera.Lab.Labels;

/// <summary>What happens to a version of a label template.</summary>
public abstract record TemplateFact(LabelTemplateId Template) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Template);

    [FactName("label.template-drafted")]
    public sealed record Drafted(LabelTemplateId Template, string Name, int Edition, TemplateContent Content)
        : TemplateFact(Template);

    [FactName("label.template-changed")]
    public sealed record DraftChanged(LabelTemplateId Template, TemplateContent Content) : TemplateFact(Template);

    [FactName("label.template-approved")]
    public sealed record Approved(LabelTemplateId Template) : TemplateFact(Template);

    /// <param name="For">The version that came into force in its place; null: none did.</param>
    [FactName("label.template-retired")]
    public sealed record Retired(LabelTemplateId Template, LabelTemplateId? For) : TemplateFact(Template);
}

/// <summary>One label of a print.</summary>
public sealed record PrintedLabel(LabelId Id, ContainerId Container, string Code, string? Contents, ZonedTime? Filled);

/// <summary>What happens to the labels of a batch. They live in its stream: its trail review covers them, and its lock orders them.</summary>
public abstract record LabelFact(BatchId Batch) : BatchFact(Batch)
{
    /// <param name="Words">What all these labels say alike.</param>
    [FactName("label.printed")]
    public sealed record Printed(
        BatchId Batch,
        LabelTemplateId Template,
        LabelKind Kind,
        LabelWords Words,
        IReadOnlyList<PrintedLabel> Labels
    ) : LabelFact(Batch);

    [FactName("label.reprinted")]
    public sealed record Reprinted(
        BatchId Batch,
        LabelId Replaces,
        LabelTemplateId Template,
        LabelKind Kind,
        LabelWords Words,
        PrintedLabel Label
    ) : LabelFact(Batch);

    /// <summary>Stuck on and scanned back: what was read is what was printed (rule R13).</summary>
    [FactName("label.applied")]
    public sealed record ScannedBack(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);

    [FactName("label.voided")]
    public sealed record Voided(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);

    [FactName("label.destroyed")]
    public sealed record PaperDestroyed(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);

    /// <summary>Counted at the bench, and equal to the record: issued = applied + destroyed.</summary>
    [FactName("label.reconciled")]
    public sealed record Reconciled(BatchId Batch, int Issued, int Applied, int Destroyed) : LabelFact(Batch);

    /// <summary>Counted, and not equal: QA decided by signature. The deviation that is opened with it stays until it is closed.</summary>
    [FactName("label.settled")]
    public sealed record Settled(
        BatchId Batch,
        int Issued,
        int Applied,
        int Destroyed,
        int CountedApplied,
        int CountedDestroyed
    ) : LabelFact(Batch);
}

/// <summary>A label of something that belongs to no batch: it has a stream of its own, and ends with its print.</summary>
public abstract record ThingLabelFact(LabelId Label) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Label);

    [FactName("label.thing-printed")]
    public sealed record Printed(LabelId Label, string Code, LabelTemplateId Template, LabelKind Kind, LabelWords Words)
        : ThingLabelFact(Label);
}
