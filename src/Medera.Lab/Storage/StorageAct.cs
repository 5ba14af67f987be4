namespace Medera.Lab.Storage;

/// <summary>Commands about where things lie.</summary>
public abstract record StorageAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Batch;
}
