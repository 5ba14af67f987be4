namespace Medera.Lab.Labels;

[Verb("label.void", Roles.Technician | Roles.Qa)]
public sealed record VoidLabel(LabelId Label, string Reason, [property: Private] string? ReasonText)
    : LabelAct,
        INameLabel,
        IReasoned;
