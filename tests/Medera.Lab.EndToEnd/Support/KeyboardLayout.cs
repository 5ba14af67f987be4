namespace Medera.Lab.EndToEnd.Support;

/// <summary>
/// What the keys of a keyboard mean, written a second time and apart from the application's own tables: a scanner can be set to
/// one, and the computer that it hangs on to another.
/// </summary>
public sealed class KeyboardLayout
{
    private readonly Dictionary<char, (string Place, int Level)> keys = [];
    private readonly Dictionary<(string Place, int Level), char> characters = [];
    private readonly string dead;

    private KeyboardLayout(string name, string rows, string letters, string dead)
    {
        (Name, this.dead) = (name, dead);
        // A key is its place, an arrow, and what it means plain, with Shift, with AltGr; a middle dot is nothing.
        foreach (var key in rows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var (place, means) = (
                key[..key.IndexOf('→', StringComparison.Ordinal)],
                key[(key.IndexOf('→', StringComparison.Ordinal) + 1)..]
            );
            for (var level = 0; level < means.Length; level++)
                if (means[level] != '·')
                    Put(place, level, means[level]);
        }
        for (var i = 0; i < 26; i++)
        {
            if (letters[i] == '·')
                continue;
            Put($"Key{(char)('A' + i)}", 0, letters[i]);
            Put($"Key{(char)('A' + i)}", 1, char.ToUpperInvariant(letters[i]));
        }
        keys[' '] = ("Space", 0);
        characters[("Space", 0)] = ' ';
    }

    public static KeyboardLayout UnitedStates { get; } =
        new(
            "us",
            """
            Backquote→`~ Digit1→1! Digit2→2@ Digit3→3# Digit4→4$ Digit5→5% Digit6→6^ Digit7→7& Digit8→8* Digit9→9( Digit0→0) Minus→-_ Equal→=+
            BracketLeft→[{ BracketRight→]} Semicolon→;: Quote→'" Backslash→\| Comma→,< Period→.> Slash→/?
            """,
            "abcdefghijklmnopqrstuvwxyz",
            ""
        );

    public static KeyboardLayout TurkishQ { get; } =
        new(
            "tr",
            """
            Backquote→"é< Digit1→1!> Digit2→2'£ Digit3→3^# Digit4→4+$ Digit5→5%½ Digit6→6& Digit7→7/{ Digit8→8([ Digit9→9)] Digit0→0=} Minus→*?\ Equal→-_|
            KeyQ→qQ@ KeyI→ıI BracketLeft→ğĞ¨ BracketRight→üÜ~ Semicolon→şŞ´ Quote→iİ Backslash→,;` IntlBackslash→<>| Comma→öÖ Period→çÇ Slash→.:
            """,
            "abcdefgh·jklmnopqrstuvwxyz",
            "^¨~´`"
        );

    public static KeyboardLayout German { get; } =
        new(
            "de",
            """
            Backquote→^° Digit1→1! Digit2→2"² Digit3→3§³ Digit4→4$ Digit5→5% Digit6→6& Digit7→7/{ Digit8→8([ Digit9→9)] Digit0→0=} Minus→ß?\ Equal→´`
            KeyQ→qQ@ BracketLeft→üÜ BracketRight→+*~ Semicolon→öÖ Quote→äÄ Backslash→#' IntlBackslash→<>| Comma→,; Period→.: Slash→-_
            """,
            "abcdefghijklmnopqrstuvwxzy",
            "^´`"
        );

    public static KeyboardLayout French { get; } =
        new(
            "fr",
            """
            Backquote→² Digit1→&1 Digit2→é2~ Digit3→"3# Digit4→'4{ Digit5→(5[ Digit6→-6| Digit7→è7` Digit8→_8\ Digit9→ç9^ Digit0→à0@ Minus→)°] Equal→=+}
            KeyM→,? BracketLeft→^¨ BracketRight→$£¤ Semicolon→mM Quote→ù% Backslash→*µ IntlBackslash→<> Comma→;. Period→:/ Slash→!§
            """,
            "qbcdefghijkl·noparstuvzxyw",
            "~`¨"
        );

    /// <summary>As the application names it.</summary>
    public string Name { get; }

    /// <summary>The key of a character, and how it is held: 0 plain, 1 Shift, 2 AltGr.</summary>
    public (string Place, int Level) KeyOf(char character) => keys[character];

    /// <summary>Whether a key shows only with the one behind it.</summary>
    public bool IsDead(char character) => dead.Contains(character, StringComparison.Ordinal);

    /// <summary>What the computer makes of a key; null where it makes nothing.</summary>
    public char? On(string place, int level) =>
        characters.TryGetValue((place, level), out var character) ? character : null;

    private void Put(string place, int level, char character)
    {
        keys.TryAdd(character, (place, level));
        characters[(place, level)] = character;
    }
}
