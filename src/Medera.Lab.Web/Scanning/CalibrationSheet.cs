namespace Medera.Lab.Web.Scanning;

/// <summary>
/// What the calibration sheet has printed on it: every character that a scanner's keyboard layout may change, in one read. Neither
/// text is a code of anything, and the scan box refuses both.
/// </summary>
public static class CalibrationSheet
{
    /// <summary>For a scanner that reads squares: all of printable ASCII, a group separator (U+001D), and an end behind it.</summary>
    public const string Square =
        "Medera 0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u001dend";

    /// <summary>For a scanner that reads bars only: what tells the layouts apart. Bars as we print them have no separator.</summary>
    public const string Bars = "Me=&<>()[]-/+%AZQWYMIiz";
}
