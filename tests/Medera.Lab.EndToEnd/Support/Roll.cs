using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>The demonstration's codes, made here a second time and in another way: what is on its printed page.</summary>
public static class Roll
{
    private const string Drawn = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Checked = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    /// <summary>A container's code that nothing is bound to.</summary>
    public static string Free(int n) => Make('V', "Container", $"free {n.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A container's code that the demonstration's printed page does not hold.</summary>
    public static string Fresh(int n) =>
        Make('V', "Container", $"browser test {n.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A code for a lot of material that nothing is bound to, and that the printed page does not hold.</summary>
    public static string Lot(int n) =>
        Make('M', "MaterialLot", $"browser test {n.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The wristband of a patient or donor.</summary>
    public static string Wristband(string code) => Make('W', "Wristband", code);

    /// <summary>A position of a box of the tank, counted from 0, row by row.</summary>
    public static string Position(string rack, string box, int n) =>
        Make('P', "Position", $"{rack} {box} {n.ToString(CultureInfo.InvariantCulture)}");

    private static string Make(char letter, string kind, string name)
    {
        var text = new StringBuilder("ML").Append(letter);
        foreach (var b in SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {name}"))[..8])
            text.Append(Drawn[b % Drawn.Length]);
        // ISO/IEC 7064 MOD 37-2: the weighted sum with its check character is 1.
        var code = text.ToString();
        return code + Checked.First(c => Weighted(code + c) == 1);
    }

    private static int Weighted(string code) =>
        code.Reverse()
            .Select((c, i) => Checked.IndexOf(c, StringComparison.Ordinal) * Power(i))
            .Aggregate(0, (a, b) => (a + b) % 37);

    private static int Power(int n) => Enumerable.Repeat(2, n).Aggregate(1, (a, b) => a * b % 37);
}
