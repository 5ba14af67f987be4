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

    // The browser takes them in the order in which they were sent; to wait for each one would cost a journey a key.
    private readonly List<Task> sent = [];
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
                Separate();
            else
                Character(character);
        }
        await TakenAsync();
    }

    /// <summary>A key that means no character.</summary>
    public Task PressAsync(string key)
    {
        Press(key);
        return TakenAsync();
    }

    private async Task TakenAsync()
    {
        await Task.WhenAll(sent);
        sent.Clear();
    }

    private void Press(string key) => Send("keyDown", key, key, key == "Enter" ? "\r" : null, 0);

    private void Character(char character)
    {
        var (place, level) = Scanner.KeyOf(character);
        if (level == 2)
            Send("rawKeyDown", "AltRight", "AltGraph", null, 0);
        var shown = Computer.On(place, level);
        var text = shown is { } s && !Computer.IsDead(s) ? s.ToString() : null;
        Send("keyDown", place, text ?? "Dead", text, level == 1 ? Shift : 0);
        if (level == 2)
            Send("keyUp", "AltRight", "AltGraph", null, 0, waits: false);
        if (Scanner.IsDead(character))
            Send("keyDown", "Space", " ", " ", 0);
    }

    private void Separate()
    {
        switch (Separator)
        {
            case Separator.ControlBracket:
                Send("rawKeyDown", "BracketRight", "]", null, Control);
                break;
            case Separator.AltNumpad:
                Send("rawKeyDown", "AltLeft", "Alt", null, Alt);
                foreach (var digit in "029")
                    Send("rawKeyDown", $"Numpad{digit}", digit.ToString(), null, Alt);
                Send("keyUp", "AltLeft", "Alt", null, 0, waits: false);
                break;
            case Separator.RawCharacter:
                Send("keyDown", "", Gs.ToString(), Gs.ToString(), 0);
                break;
            case Separator.F8:
                Press("F8");
                break;
            default:
                Character('|');
                break;
        }
    }

    private void Send(string type, string place, string key, string? text, int held, bool waits = true)
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
        sent.Add(keys.SendAsync("Input.dispatchKeyEvent", told));
    }
}
