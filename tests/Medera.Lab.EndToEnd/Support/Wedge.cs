using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>How a scanner sends the group separator of GS1.</summary>
public enum Separator
{
    ControlBracket,
    AltNumpad,
    RawCharacter,
    F8,
    StandIn,
}

/// <summary>
/// A handheld scanner that types: it presses keys in the browser with their places, as a scanner does that is set to one layout, on
/// a computer that is set to another. When a key was pressed is told to the browser, so that a slow machine changes no pace.
/// </summary>
public sealed class Wedge
{
    private const char Gs = '\u001d';
    private const int Alt = 1;
    private const int Control = 2;
    private const int Shift = 8;

    private readonly ICDPSession keys;
    private double at;

    private Wedge(ICDPSession keys) => this.keys = keys;

    public KeyboardLayout Scanner { get; set; } = KeyboardLayout.UnitedStates;

    public KeyboardLayout Computer { get; set; } = KeyboardLayout.UnitedStates;

    public Separator Separator { get; set; } = Separator.ControlBracket;

    /// <summary>Milliseconds from one key to the next.</summary>
    public double Pace { get; set; } = 4;

    public static async Task<Wedge> OnAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    /// <summary>A code and the key behind it.</summary>
    public async Task ScanAsync(string text, string? end = "Enter")
    {
        await PauseAsync(TimeSpan.FromSeconds(1));
        await TypeAsync(text);
        if (end is not null)
            await PressAsync(end);
    }

    /// <summary>Waits by the keys' own clock, which never falls behind the browser's.</summary>
    public Task PauseAsync(TimeSpan pause)
    {
        at = Math.Max(
            at + pause.TotalSeconds,
            (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds + 0.2
        );
        return Task.CompletedTask;
    }

    /// <summary>Only the keys of a text. They follow each other at the scanner's pace; the text comes when it comes.</summary>
    public async Task TypeAsync(string text)
    {
        at = Math.Max(at, (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        foreach (var character in text)
        {
            if (character == Gs)
                await SeparateAsync();
            else
                await CharacterAsync(character);
        }
    }

    /// <summary>A key that means no character.</summary>
    public Task PressAsync(string key) => SendAsync("keyDown", key, key, key == "Enter" ? "\r" : null, 0);

    private async Task CharacterAsync(char character)
    {
        var (place, level) = Scanner.KeyOf(character);
        if (level == 2)
            await SendAsync("rawKeyDown", "AltRight", "AltGraph", null, 0);
        var shown = Computer.On(place, level);
        var text = shown is { } s && !Computer.IsDead(s) ? s.ToString() : null;
        await SendAsync("keyDown", place, text ?? "Dead", text, level == 1 ? Shift : 0);
        if (level == 2)
            await SendAsync("keyUp", "AltRight", "AltGraph", null, 0, waits: false);
        if (Scanner.IsDead(character))
            await SendAsync("keyDown", "Space", " ", " ", 0);
    }

    private async Task SeparateAsync()
    {
        switch (Separator)
        {
            case Separator.ControlBracket:
                await SendAsync("rawKeyDown", "BracketRight", "]", null, Control);
                break;
            case Separator.AltNumpad:
                await SendAsync("rawKeyDown", "AltLeft", "Alt", null, Alt);
                foreach (var digit in "029")
                    await SendAsync("rawKeyDown", $"Numpad{digit}", digit.ToString(), null, Alt);
                await SendAsync("keyUp", "AltLeft", "Alt", null, 0, waits: false);
                break;
            case Separator.RawCharacter:
                await SendAsync("keyDown", "", Gs.ToString(), Gs.ToString(), 0);
                break;
            case Separator.F8:
                await PressAsync("F8");
                break;
            default:
                await CharacterAsync('|');
                break;
        }
    }

    private async Task SendAsync(string type, string place, string key, string? text, int held, bool waits = true)
    {
        if (waits)
            at += Pace / 1000;
        var told = new Dictionary<string, object>
        {
            ["type"] = type,
            ["code"] = place,
            ["key"] = key,
            ["modifiers"] = held,
            ["timestamp"] = at,
        };
        if (text is not null)
            told["text"] = text;
        if (key == "Enter")
            told["windowsVirtualKeyCode"] = 13;
        if (key == "Tab")
            told["windowsVirtualKeyCode"] = 9;
        await keys.SendAsync("Input.dispatchKeyEvent", told);
    }
}
