namespace Medera.Lab.Web.Shared;

/// <summary>
/// The six families that every state on a screen belongs to. The family gives icon, shape and colour; the word differs.
/// Expired is derived from the time by whoever asks, it is no stored state.
/// </summary>
public enum StateFamily
{
    Waiting,
    Quarantine,
    Released,
    Rejected,
    Expired,
    Ended,
}

/// <summary>Large is read from the bench, Huge from two metres.</summary>
public enum ChipSize
{
    Normal,
    Large,
    Huge,
}

/// <summary>Class names and symbols of the families, written out so that they can be searched for.</summary>
public static class FamilyLook
{
    public static string Class(this StateFamily family) =>
        family switch
        {
            StateFamily.Waiting => "chip--waiting",
            StateFamily.Quarantine => "chip--quarantine",
            StateFamily.Released => "chip--released",
            StateFamily.Rejected => "chip--rejected",
            StateFamily.Expired => "chip--expired",
            StateFamily.Ended => "chip--ended",
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, message: null),
        };

    public static string Icon(this StateFamily family) =>
        family switch
        {
            StateFamily.Waiting => "wait",
            StateFamily.Quarantine => "clock",
            StateFamily.Released => "check",
            StateFamily.Rejected => "cross",
            StateFamily.Expired => "hourglass",
            StateFamily.Ended => "ended",
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, message: null),
        };
}
