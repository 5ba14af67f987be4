namespace Medera.Lab.Web.Shared;

/// <summary>Wait: nothing scanned yet. Ok and Bad: compared.</summary>
public enum CheckStand
{
    Wait,
    Ok,
    Bad,
}
