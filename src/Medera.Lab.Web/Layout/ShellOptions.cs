namespace Medera.Lab.Web.Layout;

/// <summary>The section "Lab" of the settings, as far as the shell needs it.</summary>
public sealed class ShellOptions
{
    public const string Section = "Lab";

    /// <summary>An IANA zone; times on screens are shown in it, always with its offset.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>True in a laboratory without real patients: the page about the codes is open and the foot says what this is.</summary>
    public bool Demonstration { get; set; }
}
