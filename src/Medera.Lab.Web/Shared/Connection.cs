namespace Medera.Lab.Web.Shared;

/// <summary>What the database left unanswered. Unknown: whether an act was recorded. Stale: whether what is shown is still so.</summary>
public enum Connection
{
    Answered,
    Unknown,
    Stale,
}
