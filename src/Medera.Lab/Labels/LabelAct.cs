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

    /// <summary>How many labels.</summary>
    int Makes();
}

/// <summary>Commands about label templates, and about labels from the printer to the waste.</summary>
public abstract record LabelAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Batch;
}
