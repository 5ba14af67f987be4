using System.Globalization;
using System.Text.RegularExpressions;

namespace Medera.Lab.Web.Access;

/// <summary>
/// Whether a new password may be used (NIST SP 800-63B-4, 3.1.1.2): long enough, on no list of guessers, and nothing of the account or
/// the laboratory. No kind of character is asked for.
/// </summary>
internal static partial class PasswordStrength
{
    /// <summary>Shortest password of a real laboratory, in UTF-16 units.</summary>
    public const int Shortest = 15;

    // Of five grades: below it 10^8 guesses are enough.
    private const int Enough = 3;

    // What follows adds nothing that is looked at, and would cost time.
    private const int Judged = 100;

    /// <summary>What stands against it; null: nothing. A demonstration takes its own, which everybody knows.</summary>
    public static Broken? Against(string? password, string account, LabSettings settings)
    {
        if (settings.Demonstration && password == PasswordCheck.Demonstration)
            return null;
        if (password is not { Length: >= Shortest and <= Limits.Texts.Password })
            return DeskRules.Password.Broken("length", ("least", Shortest), ("most", Limits.Texts.Password));
        string[] names = [account, .. Words().Matches(settings.Origin).Select(word => word.Value)];
        if (names.Any(name => name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return DeskRules.Password.Broken("names");
        return password == PasswordCheck.Demonstration || ScoreOf(Cut(password), names) < Enough
            ? DeskRules.Password.Broken("easy")
            : null;
    }

    // The library lowers by the culture of whoever asks, and a Turkish one makes no word of a list out of "PASSWORDING".
    private static int ScoreOf(string password, IEnumerable<string> names)
    {
        var spoken = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return Zxcvbn.Zxcvbn.MatchPassword(password, names).Score;
        }
        finally
        {
            CultureInfo.CurrentCulture = spoken;
        }
    }

    private static string Cut(string password) => password.Length > Judged ? password[..Judged] : password;

    [GeneratedRegex(@"\p{L}{4,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
