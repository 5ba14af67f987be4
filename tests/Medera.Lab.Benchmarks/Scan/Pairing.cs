using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>A vial that is moved from one free position of the tank to the other and back: each move is two scans, and the second is an event.</summary>
internal sealed class Pairing(string vial, string here, string there)
{
    private int scans;

    public string Vial => vial;

    /// <summary>The next code to scan.</summary>
    public string Next() =>
        (scans++ % 4) switch
        {
            0 or 2 => vial,
            1 => here,
            _ => there,
        };

    /// <summary>Whether the scan that comes next is the second of two.</summary>
    public bool Second => scans % 2 == 1;

    /// <summary>Positions of the demonstration's last box that nothing lies in: it fills its tank from the first.</summary>
    public static (string Here, string There) Places(int n)
    {
        var (rack, box) = DemonstrationLaboratory.Boxes[^1];
        var codes = DemonstrationCodes.Positions($"{rack} {box}", 81);
        return (codes[^((2 * n) + 1)], codes[^((2 * n) + 2)]);
    }
}
