using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Web.Demonstration;

/// <summary>The demonstration's codes: made from names, so that every demonstration laboratory has the same printed page.</summary>
public static class DemonstrationCodes
{
    /// <summary>How many codes of the roll are left for whoever tries the laboratory.</summary>
    public const int Free = 24;

    /// <summary>A code for a name: "wristband P-10233", "roll 17".</summary>
    public static string Make(CodeKind kind, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {name}"));
        return OwnCode
            .Make(kind, string.Concat(hash.Take(8).Select(b => OwnCode.Alphabet[b % OwnCode.Alphabet.Length])))
            .Text;
    }

    /// <summary>The n-th code of the pre-printed roll.</summary>
    public static string Roll(int n) => Make(CodeKind.Container, $"roll {n.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Codes of the roll that nothing of the demonstration is bound to.</summary>
    public static IReadOnlyList<string> FreeOfTheRoll =>
        [
            .. Enumerable
                .Range(0, Free)
                .Select(n => Make(CodeKind.Container, $"free {n.ToString(CultureInfo.InvariantCulture)}")),
        ];

    /// <summary>The positions of a box, row by row.</summary>
    public static IReadOnlyList<string> Positions(string box, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(n => Make(CodeKind.Position, $"{box} {n.ToString(CultureInfo.InvariantCulture)}")),
        ];

    /// <summary>The code of a box itself.</summary>
    public static string Box(string box) => Make(CodeKind.Position, $"box {box}");

    /// <summary>An identifier for a name, the same in every run.</summary>
    public static Guid Id(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"demonstration {name}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
