namespace Medera.Lab.Web.Shared;

/// <summary>How far a station of a ribbon is.</summary>
public enum RibbonStand
{
    Done,
    Now,
    Todo,
}

/// <summary>A state of a batch or a custodian of a container. <paramref name="When"/> is ready to read: "12 Oct", "since 10 Nov".</summary>
public sealed record RibbonStep(string Word, RibbonStand Stand, string? When = null);
