namespace Medera.Lab.Deciding;

/// <summary>An act on things of the house. What it names by their codes is found, locked and read by the types of the codes; what it takes, it writes.</summary>
public abstract record HouseAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Batch;
}
