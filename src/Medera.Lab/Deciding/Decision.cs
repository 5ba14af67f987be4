namespace Medera.Lab.Deciding;

/// <summary>The answer to a command: facts to append, or every rule that stands against it. FLAGs stand beside facts.</summary>
public sealed record Decision(IReadOnlyList<Fact> Facts, IReadOnlyList<Broken> Broken)
{
    /// <summary>Whether the act may be done.</summary>
    public bool Accepted => Facts.Count > 0;
}
