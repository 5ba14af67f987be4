namespace Medera.Lab.Labels;

/// <summary>Prints a label anew; the old one is voided in the same act.</summary>
[Verb("label.reprint", Roles.Technician)]
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
    int IPrintLabels.Count => 1;
}

[FactName("label.reprinted")]
public sealed record LabelReprinted(
    BatchId Batch,
    LabelId Replaces,
    LabelTemplateId Template,
    LabelKind Kind,
    LabelWords Words,
    PrintedLabel Label
) : LabelFact(Batch);
