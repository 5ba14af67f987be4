namespace Medera.Lab.Materials;

/// <summary>Commands about trays.</summary>
public abstract record TrayAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Batch;
}
