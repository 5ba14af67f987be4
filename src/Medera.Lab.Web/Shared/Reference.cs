namespace Medera.Lab.Web.Shared;

/// <summary>
/// An event's short reference, to be said on the telephone and found again on its timeline: the last eight digits of its id in two
/// groups, 7F3A-09C2. The first ones would not do: they are the time, and events of one minute share them.
/// </summary>
public static class Reference
{
    /// <summary>The reference of an event.</summary>
    public static string Shorten(Guid id)
    {
        var digits = id.ToString("N")[^8..].ToUpperInvariant();
        return $"{digits[..4]}-{digits[4..]}";
    }
}
