namespace Medera.Lab.Processing;

/// <summary>Commands at the bench. Cells are viable cells, volumes microlitres, viability percent.</summary>
public abstract record ProcessingAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Protocol;
}
