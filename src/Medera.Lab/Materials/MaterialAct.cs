namespace Medera.Lab.Materials;

/// <summary>Commands about lots of material. Quantities are in the lot's own unit.</summary>
public abstract record MaterialAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Batch;
}
