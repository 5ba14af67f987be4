using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Labels;

/// <summary>The command is about a version of a label template.</summary>
public interface INameTemplate
{
    LabelTemplateId Template { get; }
}

/// <summary>The command is about one printed label.</summary>
public interface INameLabel
{
    LabelId Label { get; }
}

/// <summary>The command prints, in a language, for a printer.</summary>
public interface IPrintLabels : INameTemplate
{
    /// <summary>en or tr.</summary>
    string Language { get; }

    /// <summary>203 or 300 dots an inch.</summary>
    int Dpi { get; }

    /// <summary>How many labels, and so how many identifiers.</summary>
    int Count { get; }
}

/// <summary>Commands about label templates, and about labels from the printer to the waste.</summary>
public abstract record LabelCommand : Command
{
    /// <summary>The first or the next version of a name.</summary>
    [Verb("label.draft-template", Roles.Technician | Roles.Qc | Roles.Qa)]
    public sealed record DraftTemplate([property: CodeText(Title = true)] string Name, TemplateContent Content)
        : LabelCommand;

    [Verb("label.change-draft", Roles.Technician | Roles.Qc | Roles.Qa)]
    public sealed record ChangeDraft(LabelTemplateId Template, TemplateContent Content) : LabelCommand, INameTemplate;

    /// <summary>Puts the version into force; the one in force before is retired by the same signature.</summary>
    [Verb("label.approve-template", Roles.Qa, Signs = "label template approved")]
    public sealed record ApproveTemplate(LabelTemplateId Template) : LabelCommand, INameTemplate;

    [Verb("label.retire-template", Roles.Qa, Signs = "label template retired")]
    public sealed record RetireTemplate(LabelTemplateId Template) : LabelCommand, INameTemplate;

    /// <summary>One label for each container named.</summary>
    [Verb("label.print", Roles.Technician)]
    public sealed record Print(
        BatchId Batch,
        IReadOnlyList<string> Containers,
        LabelTemplateId Template,
        [property: CodeText] string Language,
        int Dpi,
        KeptAt? Storage
    ) : LabelCommand, INameBatch, INameContainers, IPrintLabels
    {
        /// <inheritdoc/>
        public IEnumerable<string> Taken => Containers;

        int IPrintLabels.Count => Containers.Count;
    }

    /// <summary>One label for each position, box, station, piece of equipment, badge or command card named: counted, and not reconciled.</summary>
    [Verb("label.print-thing", Roles.Technician | Roles.Administrator)]
    public sealed record PrintThing(
        IReadOnlyList<string> Codes,
        LabelTemplateId Template,
        [property: CodeText] string Language,
        int Dpi
    ) : LabelCommand, IPrintLabels
    {
        int IPrintLabels.Count => Codes.Count;
    }

    /// <summary>Prints a label anew; the old one is voided in the same act.</summary>
    [Verb("label.reprint", Roles.Technician)]
    public sealed record Reprint(
        LabelId Label,
        LabelTemplateId Template,
        [property: CodeText] string Language,
        int Dpi,
        KeptAt? Storage,
        string Reason,
        [property: Private] string? ReasonText
    ) : LabelCommand, INameLabel, IPrintLabels, IReasoned
    {
        int IPrintLabels.Count => 1;
    }

    /// <summary>The label is stuck on, and its code was scanned from it.</summary>
    [Verb("label.apply", Roles.Technician)]
    public sealed record Apply(LabelId Label, string Scanned) : LabelCommand, INameLabel;

    [Verb("label.void", Roles.Technician | Roles.Qa)]
    public sealed record Void(LabelId Label, string Reason, [property: Private] string? ReasonText)
        : LabelCommand,
            INameLabel,
            IReasoned;

    /// <summary>The paper of a voided label is destroyed.</summary>
    [Verb("label.destroy", Roles.Technician | Roles.Qa)]
    public sealed record Destroy(LabelId Label) : LabelCommand, INameLabel;

    /// <summary>What was counted at the bench: labels on containers, and papers that were destroyed.</summary>
    [Verb("label.reconcile", Roles.Technician | Roles.Qc | Roles.Qa)]
    public sealed record Reconcile(BatchId Batch, int Applied, int Destroyed) : LabelCommand, INameBatch;

    /// <summary>QA's decision where the figures do not agree: what was counted stays, and so does the deviation.</summary>
    [Verb("label.settle", Roles.Qa, Signs = "label count settled")]
    public sealed record Settle(
        BatchId Batch,
        int Applied,
        int Destroyed,
        string Reason,
        [property: Private] string? ReasonText
    ) : LabelCommand, INameBatch, IReasoned;
}
