namespace Medera.Lab.Web;

/// <summary>The one place where identifiers are made.</summary>
public static class Ids
{
#pragma warning disable RS0030 // Identifiers come from here, so that the rules can be handed ready-made ones.
    /// <summary>A UUIDv7: in the order of time, so that indexes grow at one end.</summary>
    public static Guid New() => Guid.CreateVersion7();
#pragma warning restore RS0030

    /// <summary>Several at once.</summary>
    public static Guid[] New(int count) => [.. Enumerable.Range(0, count).Select(_ => New())];
}
