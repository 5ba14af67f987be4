namespace Medera.Lab.QualityControl;

/// <summary>Commands about results and deviations.</summary>
public abstract record QualityAct : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Protocol;
}
